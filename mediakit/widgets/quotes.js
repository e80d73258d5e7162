// explore_quotes: the wordings of a quotation beside the copy one chooses, and which outlets share which quotations.

const MOST_LISTED = 100, LONGEST = 110;
const HOW_MARKED = { same: "span", changed: "mark", added: "ins", "left out": "del", nothing: "span" };

function render({ model, el }) {
  const data = { ...model.get("data") }; // a copy: what is worked out below is no part of the model
  const places = new Map(data.articles.map((article, place) => [article.id, place]));
  const quotations = new Map(data.quotations.map((quotation) => [quotation.no, quotation]));
  data.articleOf = (id) => data.articles[places.get(id)];

  // A state as it can be shown: what is left out or is none gets its default.
  const settle = (given) => {
    const outlet = data.outlets.includes(given.outlet) ? given.outlet : "";
    const other = outlet && outlet !== given.other && data.outlets.includes(given.other) ? given.other : "";
    const open = printedBy(data, outlet, other);
    const quotation = open.find(({ no }) => no === given.group) ?? open[0] ?? quotations.get(given.group) ?? data.quotations[0];
    const first = quotation?.wordings[0].copies[0];
    const article = places.has(given.article) ? given.article : first?.[0] ?? data.articles[0].id;
    const left = !("mark" in given) && article === first?.[0] ? first[1] : null;
    return {
      group: quotation?.no ?? null,
      reference: quotation?.wordings.some(({ no }) => no === given.reference) ? given.reference : null,
      outlet, other, article,
      mark: typeof given.mark === "string" && hasMark(data.articleOf(article), given.mark) ? given.mark : left,
      search: typeof given.search === "string" ? given.search : "",
    };
  };
  const opening = (no) => {
    const [article, mark] = quotations.get(no)?.wordings[0].copies[0] ?? [];
    return article ? { article, mark } : { mark: null };
  };
  // A quotation by itself or of two outlets: the first that is left is opened, and its first copy.
  const go = (change) => {
    const next = settle({ ...step.now(), ...change });
    step.go(next.group === step.now().group ? change : { ...change, group: next.group, reference: null, ...opening(next.group) });
  };
  const parts = [makeChoice, makeWordings, makeMatrix, makeReader].map((make) => make(data, quotations, go, () => step));
  const step = keepInStep(model, el, settle, (state) => parts.forEach(({ show }) => show(state)));
  const [choice, wordings, matrix, reader] = parts.map(({ box }) => box);
  el.classList.add("mk-explorer", "mk-quotes");
  el.append(h("div", { class: "tex2jax_ignore mathjax_ignore" }, choice, wordings, h("div", { class: "mk-sides" }, matrix, reader)));
  step.changed();
  return () => { step.stop(); el.replaceChildren(); };
}

// The quotations that an outlet prints, or two outlets both; all where none is chosen.
const printedBy = (data, outlet, other) =>
  data.quotations.filter(({ outlets }) => (!outlet || outlets.includes(outlet)) && (!other || outlets.includes(other)));

// The outlets that print a quotation which stands elsewhere, too.
const printing = (data) => data.outlets.filter((outlet) => printedBy(data, outlet, "").length);

const hasMark = (article, key) => Object.hasOwn(article.apart, key) || hasLine(article, key) || article.lines.some(({ pieces }) => pieces.some(([, ...keys]) => keys.includes(key)));
const cutShort = (words, most = LONGEST) => words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
const inShort = ({ text, copies, n_wordings: wordings }) => `“${cutShort(text.replace(/[\s,]+$/, ""), 80)}” (${copies} copies, ${many(wordings, "wording")})`;

// Cells with what goes on in the next ones drawn together: [kind, text, columns].
function spans(cells) {
  const made = [];
  for (const [kind, text] of cells) {
    if (kind === "goes on" && made.length) made.at(-1)[2] += 1;
    else made.push([kind, text, 1]);
  }
  return made;
}

// ---- which quotation --------------------------------------------------------------------------------------

function makeChoice(data, quotations, go) {
  const group = choose("Quotation, most copies first", [], (no) => go({ group: Number(no) }));
  const outlet = choose("Printed by", [["", "any outlet"], ...printing(data).map((name) => [name, name])], (name) => go({ outlet: name, other: "" }));
  const other = choose("and by", [], (name) => go({ other: name }));
  const said = h("p", { class: "mk-note", role: "status" });
  const box = h("section", { class: "mk-choice", "aria-label": "Which quotation" }, h("div", { class: "mk-controls" }, group.box, outlet.box, other.box), said);
  let shown = "";

  function show(state) {
    const asked = `${state.outlet}\n${state.other}`;
    if (asked !== shown) {
      const open = printedBy(data, state.outlet, state.other);
      group.select.replaceChildren(...open.map((quotation) => h("option", { value: quotation.no }, inShort(quotation))));
      const others = printing(data).filter((name) => name !== state.outlet && printedBy(data, state.outlet, name).length);
      other.select.replaceChildren(...[["", "any outlet"], ...(state.outlet ? others.map((name) => [name, name]) : [])].map(([value, text]) => h("option", { value }, text)));
      other.select.disabled = !state.outlet;
      const all = data.n_quotations > data.quotations.length
        ? `Shown are the ${data.quotations.length} with the most copies, of ${many(data.n_quotations, "quotation")} printed more than once.`
        : `${many(data.n_quotations, "quotation")} printed more than once.`;
      said.textContent = state.outlet ? `${all} Of these, ${open.length} printed by ${[state.outlet, state.other].filter(Boolean).join(" and by ")}.` : all;
      shown = asked;
    }
    group.box.hidden = !group.select.options.length;
    group.select.value = String(state.group);
    outlet.select.value = state.outlet;
    other.select.value = state.other;
  }
  return { box, show };
}

// ---- its wordings, one below the other ----------------------------------------------------------------------

function makeWordings(data, quotations, go, step) {
  const heading = h("h3", {}, "The wordings, below each other");
  const caption = h("p", { class: "mk-caption", "aria-live": "polite" });
  const table = h("div");
  const outside = h("p");
  const key = h("p", { class: "mk-note mk-key-of-changes" }, h("span", {}, h("del", {}, "struck"), ": words left out"), h("span", {}, h("ins", {}, "underlined"), ": words added"),
    h("span", {}, h("mark", {}, "in a box"), ": other words"), h("span", {}, "No colour and no row says which copy is right."));
  const sure = h("details", {}, h("summary", {}, "How often this is right"), h("p", { class: "mk-note" }, data.sure));
  const box = h("section", { class: "mk-wordings", "aria-label": "The wordings" }, heading, caption, key, table, outside, sure, copyView(data.call, () => step().now()));
  let shown = "", buttons = [];

  // A button that leads to a copy in its text.
  function leading([article, mark, outlet]) {
    const made = h("button", { type: "button", class: "mk-place-button", onclick: () => { step().go({ article, mark }); broughtIntoView(box, ".mk-text"); } },
      h("bdi", {}, outlet));
    buttons.push([`${article} ${mark}`, made]);
    return made;
  }

  function row(quotation, { wording, cells, said }, first, chosen) {
    const { no, copies, first: dated } = quotation.wordings[wording], [article, mark] = copies[0];
    const compare = h("button", { type: "button", class: "mk-reference", "aria-pressed": String(chosen && first), "data-wording": no,
      onclick: () => { step().go(chosen && first ? { reference: null } : { reference: no, article, mark }); table.querySelector(`[data-wording='${no}']`)?.focus(); } },
    chosen && first ? "the copy you chose" : "compare with this copy");
    const how = first ? (chosen ? "the others are compared with it" : "the fullest wording; it need not be the right one")
      : said === "the same words" ? said : `${chosen ? "differs from the copy you chose" : "beside the fullest wording"}: ${said}`;
    return h("tr", { role: "row" },
      h("th", { role: "rowheader", scope: "row" }, h("span", { class: "mk-printed-by" }, copies.map(leading)), dated ? h("span", { class: "mk-rule" }, `printed first on ${dated.slice(0, 10)}`) : null, compare),
      h("td", { role: "cell", class: "mk-how" }, how),
      spans(cells).map(([kind, text, span]) => h("td", { role: "cell", dir: "auto", colspan: span > 1 ? span : null }, text ? h(HOW_MARKED[kind], {}, text) : "")));
  }

  function paint(state) {
    const quotation = quotations.get(state.group);
    buttons = [];
    box.classList.toggle("mk-none", !quotation);
    if (!quotation) {
      caption.textContent = "No quotation is printed more than once.";
      table.replaceChildren();
      outside.replaceChildren();
      return;
    }
    const chosen = state.reference !== null;
    const rows = quotation.beside[chosen ? quotation.wordings.findIndex(({ no }) => no === state.reference) : 0];
    const more = quotation.n_wordings > quotation.wordings.length ? ` The ${quotation.wordings.length} printed most are shown.` : "";
    const nameless = quotation.n_unknown, named = quotation.outlets.length - nameless;
    const by = [named && many(named, "outlet"), nameless && `${many(nameless, "text")} whose outlet is not known`].filter(Boolean).join(" and ");
    caption.textContent = `Printed ${quotation.copies} times, by ${by}, in ${many(quotation.n_wordings, "wording")}.${more} `
      + (chosen ? "Each is compared with the copy you chose." : "Each is shown beside the fullest; choose another copy to compare with.");
    const widths = rows[0].cells.map((_, place) => Math.max(...rows.map(({ cells }) => cells[place][1].length)));
    const numbers = widths.map((longest, place) => {
      const made = h("th", { role: "columnheader", scope: "col" }, String(place + 1));
      made.style.minWidth = `${longest > 60 ? 15 : longest > 18 ? 9 : 0}rem`;
      return made;
    });
    table.replaceChildren(h("div", { class: "mk-scroll", role: "region", tabindex: "0", "aria-label": "The wordings in columns" },
      h("table", { class: "mk-table mk-aligned", role: "table" }, h("caption", {}, "The same words stand in the same column"),
        h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ["printed by", "how it differs"].map((name) => h("th", { role: "columnheader", scope: "col" }, name)), numbers)),
        h("tbody", { role: "rowgroup" }, rows.map((one, place) => row(quotation, one, place === 0, chosen))))));
    outside.replaceChildren(...(quotation.echoes.length ? ["Without quotation marks the same words stand in: ", ...quotation.echoes.map(leading)] : []));
  }

  function show(state) {
    const asked = `${state.group} ${state.reference}`;
    if (asked !== shown) paint(state);
    shown = asked;
    for (const [place, button] of buttons) button.setAttribute("aria-pressed", String(place === `${state.article} ${state.mark}`));
  }
  return { box, show };
}

// ---- who shares how much with whom -----------------------------------------------------------------------------

function makeMatrix(data, quotations, go, step) {
  const { outlets, cells, n_outlets: all } = data.matrix;
  const most = Math.max(1, ...cells.map(([, , quotes]) => quotes));
  const heading = h("h3", {}, "Who prints the same quotations");
  const first = all > outlets.length ? ` The ${outlets.length} of ${all} outlets that share the most quotations are drawn; the lists above hold all.` : "";
  const about = h("p", { class: "mk-note" }, `A square is two outlets: how many quotations both print, in whatever wording${
    data.passages ? "; and below it how many of 100 words of the outlet on the left stand in the other one, too" : ""}. Both may have them from the same source: nothing here says who copied from whom.${first}`);
  const grid = h("div");
  // the square in the next row that stands nearest to the same column
  const below = (square, by) => {
    const row = (from) => (by > 0 ? from.nextElementSibling : from.previousElementSibling);
    const column = (one) => one.closest("td").cellIndex, away = (one) => Math.abs(column(one) - column(square));
    for (let next = row(square.closest("tr")); next; next = row(next)) {
      const found = [...next.querySelectorAll(".mk-square:enabled")].sort((one, other) => away(one) - away(other));
      if (found.length) return found[0];
    }
    return null;
  };
  const stopAt = oneStop(grid, ".mk-square:enabled", below);
  const caption = h("p", { class: "mk-caption", "aria-live": "polite" });
  const list = h("ol", { class: "mk-shared-list" });
  const stopInList = oneStop(list, ".mk-shared");
  const box = h("section", { class: "mk-matrix", "aria-label": "Who shares what" }, heading, about, grid, caption, list,
    savePicture(() => drawMatrix(data.matrix, most, Boolean(data.passages)), { name: "quotations shared", caption: "Quotations that two outlets both print", source: () => about.textContent }));
  const squares = [];
  let shown = "", buttons = [];

  const found = new Map(cells.map((cell) => [`${cell[0]} ${cell[1]}`, cell]));
  const square = (row, column) => {
    const cell = found.get(`${row} ${column}`);
    if (row === column || !cell) return h("td", { class: "mk-empty" }, row === column ? "" : "–");
    const [, , quotes, words, percent] = cell, [outlet, other] = [outlets[row], outlets[column]];
    const words_of = data.passages ? `; ${many(words, "word")}${percent === null ? "" : `, ${percent} in 100,`} of ${outlet} stand in ${other} too` : "";
    const made = h("button", { type: "button", class: "mk-square", "aria-label": `${outlet} and ${other}: ${many(quotes, "quotation")} both print${words_of}`,
      onclick: () => go(step().now().outlet === outlet && step().now().other === other ? { outlet: "", other: "" } : { outlet, other }) },
    String(quotes), data.passages && percent ? h("span", { class: "mk-rule" }, `${percent} %`) : null);
    made.style.setProperty("--mk-share", `${Math.round((45 * quotes) / most)}%`);
    made.disabled = !quotes && !words;
    squares.push([outlet, other, made]);
    return h("td", {}, made);
  };
  grid.append(outlets.length ? h("div", { class: "mk-scroll", role: "region", tabindex: "0", "aria-label": "Quotations shared by every two outlets" },
    h("table", { class: "mk-squares" }, h("thead", {}, h("tr", {}, h("td"), outlets.map((name, place) => h("th", { scope: "col", title: name }, String(place + 1))))),
      h("tbody", {}, outlets.map((name, row) => h("tr", {}, h("th", { scope: "row" }, `${row + 1} `, h("bdi", {}, name)), outlets.map((_, column) => square(row, column))))))) : h("p", {}, "There are no two outlets."));

  function paint(state) {
    buttons = [];
    const open = state.outlet ? printedBy(data, state.outlet, state.other) : [];
    const both = [state.outlet, state.other].filter(Boolean).join(" and ");
    const copied = state.other && data.passages ? passagesOf(data, state) : [];
    caption.textContent = !state.outlet ? "Choose a square to see what the two share."
      : `${both}: ${many(open.length, "quotation")}${data.passages && state.other ? `, ${many(copied.length, "passage")} of copied text` : ""}.${
        open.length + copied.length > MOST_LISTED ? ` The first ${MOST_LISTED} are listed.` : ""}`;
    const items = [...open.map((quotation) => {
      const [article, mark] = copyIn(quotation, state.outlet);
      return [article, mark, quotation.no, `“${cutShort(quotation.text)}”`, `${quotation.copies} copies, ${many(quotation.n_wordings, "wording")}`];
    }), ...copied.map(([article, , words, credited, text, mark]) => [article, mark, null, `${text} …`, `copied text, ${many(words, "word")}, ${credited ? "credited" : "no credit found"}`])];
    list.replaceChildren(...items.slice(0, MOST_LISTED).map(([article, mark, no, words, about]) => {
      const button = h("button", { type: "button", class: "mk-shared", onclick: () => {
        step().go({ article, mark, ...(no === null || no === step().now().group ? {} : { group: no, reference: null }) });
        broughtIntoView(box, ".mk-text");
      } },
        h("span", { class: "mk-words", dir: "auto" }, words), h("span", { class: "mk-rule" }, about));
      buttons.push([`${article} ${mark}`, button]);
      return h("li", {}, button);
    }));
  }

  function show(state) {
    const asked = `${state.outlet}\n${state.other}`;
    if (asked !== shown) paint(state);
    shown = asked;
    let stop = null;
    for (const [outlet, other, button] of squares) {
      const own = state.outlet === outlet && state.other === other;
      button.setAttribute("aria-pressed", String(own));
      if (own) stop = button;
    }
    stopAt(stop);
    for (const [place, button] of buttons) button.setAttribute("aria-pressed", String(place === `${state.article} ${state.mark}`));
    stopInList(buttons.find(([place]) => place === `${state.article} ${state.mark}`)?.[1]);
  }
  return { box, show };
}

const copyIn = (quotation, outlet) => quotation.wordings.flatMap(({ copies }) => copies).find((copy) => copy[2] === outlet) ?? quotation.wordings[0].copies[0];

// The passages of copied text that two outlets share, each as it stands in the first: [article, other, words, credited, text, mark].
function passagesOf(data, { outlet, other }) {
  const outletOf = (id) => data.articleOf(id).outlet;
  return data.passages.map(([one, two, ...rest], number) => [one, two, ...rest, `passage:${number}`])
    .flatMap((passage) => {
      const [one, two, ...rest] = passage;
      return outletOf(one) === outlet && outletOf(two) === other ? [passage] : outletOf(two) === outlet && outletOf(one) === other ? [[two, one, ...rest]] : [];
    });
}

function drawMatrix({ outlets, cells }, most, withWords) {
  const side = 62, names = 230, ink = { fill: "currentColor", "font-size": 14 };
  const made = outlets.flatMap((name, place) => [
    draw("text", { ...ink, x: 0, y: 46 + place * side + 14 }, `${place + 1} ${cutShort(name, 28)}`),
    draw("text", { ...ink, x: names + place * side + side / 2, y: 16, "text-anchor": "middle" }, String(place + 1))]);
  for (const [row, column, quotes, , percent] of cells) {
    const x = names + column * side, y = 24 + row * side;
    made.push(draw("rect", { class: "mk-filled", x: x + 2, y: y + 2, width: side - 4, height: side - 4, "fill-opacity": (0.6 * quotes) / most, stroke: "currentColor", "stroke-opacity": 0.4 }),
      draw("text", { ...ink, x: x + side / 2, y: y + 28, "text-anchor": "middle" }, String(quotes)));
    if (withWords && percent) made.push(draw("text", { ...ink, "font-size": 12, x: x + side / 2, y: y + 46, "text-anchor": "middle" }, `${percent} %`));
  }
  const size = 24 + outlets.length * side;
  return draw("svg", { width: names + outlets.length * side, height: size, viewBox: `0 0 ${names + outlets.length * side} ${size}` }, ...made);
}

// ---- the text ---------------------------------------------------------------------------------------------------

function makeReader(data, quotations, go, step) {
  const article = choose("Text", data.articles.map(({ id, label, title }) => [id, `${label}: ${title}`]), (id) => step().go({ article: id, mark: null }));
  const named = h("p", { class: "mk-named" }); // on paper, where there is no list to choose from
  const copyAt = new Map(data.quotations.flatMap(({ no, wordings }) => wordings.flatMap(({ copies }) => copies.map(([id, mark]) => [`${id} ${mark}`, no]))));
  const shared = (key) => copyAt.has(`${step().now().article} ${key}`) ? key : null;
  const pick = (key) => {
    const no = copyAt.get(`${step().now().article} ${key}`);
    if (no === undefined || no === step().now().group) return step().go({ mark: key });
    return step().go({ mark: key, group: no, reference: null, outlet: "", other: "" });
  };
  const text = makeText({ label: "The text of this copy", layers: ["quote", "echo", "passage"], onpick: pick, stopOf: shared });
  const search = makeSearch({ onsearch: (words) => step().go({ search: words }), onpick: (id, mark) => step().go({ article: id, mark }) });
  const about = h("p", { class: "mk-note" }, "Quotations are underlined; those printed elsewhere, too, lead to their wordings.");
  const box = h("section", { class: "mk-reader", "aria-label": "The text of a copy" }, search.box, article.box, named, about, text.box);
  let opened = "";

  function show(state) {
    article.select.value = state.article;
    named.textContent = article.select.selectedOptions[0].textContent;
    const own = data.articleOf(state.article), apart = state.mark !== null && Object.hasOwn(own.apart, state.mark) ? { [state.mark]: own.apart[state.mark] } : {};
    const asked = `${own.id} ${Object.keys(apart)}`;
    if (opened !== asked) {
      text.open(own, apart);
      for (const key of new Set(own.lines.flatMap(({ pieces }) => pieces.flatMap(([, ...keys]) => keys)))) {
        if (copyAt.has(`${own.id} ${key}`)) text.at(key).forEach((piece) => piece.classList.add("mk-elsewhere"));
      }
    }
    opened = asked;
    search.show(state.search, data.articles, own.id, state.mark);
    showWords(text.box, state.search);
    text.mark(state.mark ? [state.mark] : []);
  }
  return { box, show };
}

export default { render };
