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

// one count for all explorers of a page: each has this script for itself, and a label must find its own field
const newId = (name) => `mk-${name}-${(globalThis.mkIds = (globalThis.mkIds ?? 0) + 1)}`;

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

const many = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

// Many buttons as one tab stop: arrow keys, Home and End go from one to the next; in a picture of rows and columns, `below` gives
// the button one row on (1) or back (-1). Returns what says which of them it is.
function oneStop(box, selector, below = null) {
  const all = () => [...box.querySelectorAll(selector)];
  const stopAt = (chosen) => {
    const buttons = all(), stop = buttons.includes(chosen) ? chosen : buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  box.addEventListener("keydown", (event) => {
    const buttons = all(), at = buttons.indexOf(event.target.closest(selector));
    const beside = (by) => buttons[at + by], row = (by) => (below ? below(buttons[at], by) : beside(by));
    const to = { ArrowDown: () => row(1), ArrowUp: () => row(-1), ArrowRight: () => beside(1), ArrowLeft: () => beside(-1),
      Home: () => buttons[0], End: () => buttons.at(-1) }[event.key]?.();
    if (at < 0 || !to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    stopAt(to);
    to.focus();
  });
  return stopAt;
}

// Hands a file to the person: from a notebook, and from a page on a disk.
function download(name, parts, type) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// Rows of texts as CSV that every spreadsheet opens and none takes for formulas.
const csvOf = (rows) => `\ufeff${rows.map((row) => row.map((cell) => {
  const safe = /^[=+\-@\t\r\0]/.test(cell) ? `'${cell}` : cell;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}).join(",")).join("\r\n")}\r\n`;

// "Save picture": two buttons that save an own <svg> as SVG or PNG, with its caption above and its source below, in ink on
// white whatever the page's theme. Each of svg, name, caption and source may be a function; it is asked when a button is pressed.
function savePicture(svg, { name = "picture", caption = "", source = "" } = {}) {
  const asked = (given) => (typeof given === "function" ? given() : given);
  const said = h("span", { class: "mk-said", role: "status" });
  const button = (kind, save) => h("button", { type: "button", onclick: async () => {
    const picture = asked(svg);
    const file = `${asked(name).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "picture"}.${kind}`;
    await save(file, framed(picture, picture.isConnected ? picture.parentNode : box, asked(caption), asked(source)));
    said.textContent = `Saved as ${file}.`;
  } }, `Save picture (${kind.toUpperCase()})`);
  const asText = (made) => new XMLSerializer().serializeToString(made);
  const asSvg = (file, made) => download(file, [asText(made)], "image/svg+xml");
  async function asPng(file, made) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText(made))}`;
    await image.decode();
    const canvas = h("canvas", { width: 2 * image.width, height: 2 * image.height }); // sharp enough for a projector and for paper
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    download(file, [await new Promise((done) => canvas.toBlob(done, "image/png"))], "image/png");
  }
  const box = h("div", { class: "mk-copy mk-save" }, button("svg", asSvg), button("png", asPng), said);
  return box;
}

// What a style sheet says of a drawing and a file of its own must say itself.
const SAVED_LOOKS = ["color", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-opacity", "opacity", "font-family",
  "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "text-decoration", "paint-order", "visibility", "display"];
const SAVED_WIDTH = 900, SAVED_EDGE = 24;

// A copy of a drawing that needs no style sheet, between its caption and its source line.
function framed(svg, beside, caption, source) {
  const copy = svg.cloneNode(true);
  const white = "color-scheme: light; --jp-ui-font-color1: #1a1c20; --jp-layout-color0: #ffffff; color: #1a1c20;";
  const place = h("div", { class: "mk-explorer", "aria-hidden": "true", style: `${white} position: absolute; left: -9999px; width: ${SAVED_WIDTH}px;` }, copy);
  beside.append(place); // where the same rules reach it
  const { width, height } = copy.getBoundingClientRect();
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    const style = getComputedStyle(part);
    for (const name of SAVED_LOOKS) part.style.setProperty(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "data-lm-suppress-shortcuts"]) part.removeAttribute(name);
  }
  place.remove();
  const across = Math.max(width, 320);
  const above = wrapped(caption, across, "600 17px system-ui, sans-serif"), below = wrapped(source, across, "13px system-ui, sans-serif");
  const top = SAVED_EDGE + 24 * above.length + (above.length ? 8 : 0);
  const all = top + height + (below.length ? 12 + 18 * below.length : 0) + SAVED_EDGE;
  for (const [name, value] of [["x", SAVED_EDGE], ["y", top], ["width", width], ["height", height], ["overflow", "visible"]]) copy.setAttribute(name, value);
  const words = (lines, from, step, look) => lines.map((line, at) => draw("text", { x: SAVED_EDGE, y: from + step * at, ...look }, line));
  return draw("svg", { width: across + 2 * SAVED_EDGE, height: all, viewBox: `0 0 ${across + 2 * SAVED_EDGE} ${all}`, role: "img" },
    draw("title", {}, caption), draw("rect", { width: "100%", height: "100%", fill: "#ffffff" }),
    ...words(above, SAVED_EDGE + 16, 24, { "font-family": "system-ui, sans-serif", "font-size": 17, "font-weight": 600, fill: "#1a1c20" }), copy,
    ...words(below, top + height + 24, 18, { "font-family": "system-ui, sans-serif", "font-size": 13, fill: "#51555e" }));
}

// Words in lines that are no wider than a picture.
function wrapped(words, width, font) {
  const pen = h("canvas").getContext("2d");
  pen.font = font;
  const lines = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// Scrolls to what a choice changed where it stands out of view; inside: any element of the explorer, what: a selector.
function broughtIntoView(inside, what) {
  const box = inside.closest(".mk-explorer").querySelector(what), { top, bottom } = box.getBoundingClientRect();
  if (top > innerHeight - 120 || bottom < 120) box.scrollIntoView({ block: "nearest" });
}

// Scrolls a box to a part of it that is out of sight, without moving the page.
function keptInSight(box, part) {
  const room = box.getBoundingClientRect(), { top, bottom } = part.getBoundingClientRect();
  if (top < room.top || bottom > room.bottom) box.scrollTop += top - room.top - 60;
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
