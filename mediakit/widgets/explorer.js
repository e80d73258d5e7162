// What all explorers share. Text from articles reaches the page as text nodes only; never as markup.

const FOCUSABLE = new Set(["A", "BUTTON", "INPUT", "SELECT", "SUMMARY", "TEXTAREA"]);

// An element with attributes, listeners (on…) and children; strings become text nodes.
function h(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  // JupyterLab would take arrow keys and letters for its own shortcuts (ipywidgets issue 3912)
  if (FOCUSABLE.has(made.tagName) || "tabindex" in given) made.setAttribute("data-lm-suppress-shortcuts", "true");
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

// The same for SVG.
function draw(tag, given = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

let numbered = 0;
const newId = (name) => `mk-${name}-${(numbered += 1)}`;

// A label with a native select; options are [value, text], or [value, text, the heading they stand under].
function choose(label, options, onchoose) {
  const id = newId("choice");
  const under = new Map();
  for (const [value, text, heading = ""] of options) {
    under.set(heading, [...(under.get(heading) ?? []), h("option", { value }, text)]);
  }
  const select = h("select", { id, onchange: () => onchoose(select.value) },
    [...under].flatMap(([heading, made]) => heading ? [h("optgroup", { label: heading }, made)] : made));
  return { box: h("div", { class: "mk-control" }, h("label", { for: id }, label), select), select };
}

// A check box with its label.
function tick(label, ontick) {
  const id = newId("tick");
  const input = h("input", { id, type: "checkbox", onchange: () => ontick(input.checked) });
  return { box: h("div", { class: "mk-control mk-tick" }, input, h("label", { for: id }, label)), input };
}

// A value as Python writes it.
function asPython(value) {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "object") {
    return `{${Object.entries(value).map(([key, item]) => `${asPython(key)}: ${asPython(item)}`).join(", ")}}`;
  }
  return JSON.stringify(value);
}

// "Copy this view": the line of Python that brings it back, shown, selected and put on the clipboard.
function copyView(call, stateNow) {
  const line = h("input", { class: "mk-line", readonly: true, hidden: true, "aria-label": "Python that brings this view back" });
  const said = h("span", { class: "mk-said", role: "status" });
  const button = h("button", { type: "button", onclick: async () => {
    line.value = `${call}, state=${asPython(stateNow())})`;
    line.hidden = false;
    line.select();
    try {
      await navigator.clipboard.writeText(line.value);
      said.textContent = "Copied: paste it into a notebook cell.";
    } catch {
      said.textContent = "Copy the marked line into a notebook cell.";
    }
  } }, "Copy this view");
  return h("div", { class: "mk-copy" }, button, said, line);
}

// Round numbers that span low to high, for an axis.
function ticksBetween(low, high) {
  const rough = (high - low) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  const first = Math.floor(low / step + 1e-9), last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)));
}

// A table with a caption; its region can be scrolled by keyboard.
function dataTable(caption, heads, rows) {
  return h("div", { class: "mk-scroll", role: "region", "aria-label": caption, tabindex: "0" },
    h("table", { class: "mk-table" }, h("caption", {}, caption),
      h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, rows.map(([first, ...others]) =>
        h("tr", {}, h("th", { scope: "row" }, first), others.map((cell) => h("td", {}, cell)))))));
}

// Keeps an explorer and its model in step: `show` is called with every new state, after `settle` mended it.
function keepInStep(model, el, settle, show) {
  const now = () => settle(model.get("state") || {});
  const go = (change) => {
    model.set("state", { ...now(), ...change });
    model.save_changes();
  };
  const changed = () => {
    const state = now();
    show(state);
    el.dataset.drawn = JSON.stringify(state);
  };
  model.on("change:state", changed);
  return { now, go, changed, stop: () => model.off("change:state", changed) };
}
