// explore_measures: a measure for every outlet or article, beside the text it was counted on.

const BODY = "body", WHOLE_TEXT = "whole_text";
const ORDERS = [["read", "as read"], ["value", "by value"], ["name", "by name"]];

function render({ model, el }) {
  const data = model.get("data");
  const places = new Map(data.articles.map((article, place) => [article.id, place]));
  const measures = new Map(data.measures.map((measure) => [measure.name, measure]));
  const hasWhole = WHOLE_TEXT in data.numbers;

  // A state as it can be shown: what is left out or is none gets its default.
  const settle = (given) => {
    const article = places.has(given.article) ? given.article : data.articles[0].id;
    const sentences = data.articles[places.get(article)].sentences;
    return {
      measure: measures.has(given.measure) ? given.measure : data.measures[0].name,
      by: given.by === "article" ? "article" : "outlet",
      site_text: hasWhole && given.site_text === true,
      order: ORDERS.some(([name]) => name === given.order) ? given.order : "read",
      article,
      sentence: sentences.some(([number]) => number === given.sentence) ? given.sentence : null,
    };
  };
  const step = keepInStep(model, el, settle, (state) => { picture.show(state); reader.show(state); });
  const picture = makePicture(data, measures, places, step, hasWhole);
  const reader = makeReader(data, measures, places, step);
  el.classList.add("mk-explorer", "mk-measures");
  el.append(h("div", { class: "mk-sides tex2jax_ignore mathjax_ignore" }, picture.box, reader.box));
  step.changed();
  return () => { step.stop(); el.replaceChildren(); };
}

// ---- the picture: a row an outlet or article, with dot, interval and value -------------------------------

function makePicture(data, measures, places, step, hasWhole) {
  const measure = choose("Measure", data.measures.map(({ name, label, group }) => [name, label, group]), (name) => step.go({ measure: name }));
  const by = choose("A row for each", [["outlet", "outlet"], ["article", "article"]], (name) => step.go({ by: name }));
  const order = choose("Order", ORDERS, (name) => step.go({ order: name }));
  const whole = tick("Compare with the page as it was read, site text included", (on) => step.go({ site_text: on }));
  const heading = h("h3", { id: newId("measure") });
  const about = h("p", { class: "mk-note" });
  const list = h("ol", { class: "mk-rows", "aria-labelledby": heading.id });
  const axis = h("div", { class: "mk-axis", "aria-hidden": "true" });
  const key = h("p", { class: "mk-note mk-key" });
  const caption = h("p", { class: "mk-caption", "aria-live": "polite" });
  const behind = h("details", {}, h("summary", {}, "The numbers as a table"));
  const box = h("section", { class: "mk-picture", "aria-label": "The measure" },
    h("div", { class: "mk-controls" }, measure.box, by.box, order.box, hasWhole ? whole.box : null),
    heading, about, h("div", { class: "mk-plot" }, list, axis), key, caption, behind, copyView(data.call, step.now),
    savePicture(() => drawWhole(inOrder, scale), {
      name: () => heading.textContent, caption: () => caption.textContent, source: () => `${about.textContent} From ${many(data.articles.length, "article")}, with mediakit.` }));
  let rows = [], inOrder = [], scale = null, shownBy = null, shownOrder = "", shownPicture = "";

  function show(state) {
    measure.select.value = state.measure;
    by.select.value = state.by;
    order.select.value = state.order;
    whole.input.checked = state.site_text;
    if (shownBy !== state.by) {
      rows = data.rows[state.by].map((row, place) => makeRow(row, place, data, step));
      [shownBy, shownOrder] = [state.by, ""];
    }
    rows.forEach((row) => row.press(row.articles.some((place) => data.articles[place].id === state.article)));
    const asked = [state.measure, state.by, state.order, state.site_text].join();
    if (asked === shownPicture) return; // another text or sentence: the picture stays as it is
    shownPicture = asked;
    const chosen = measures.get(state.measure);
    const cells = data.numbers[BODY][state.by][state.measure];
    const wide = state.site_text ? data.numbers[WHOLE_TEXT][state.by][state.measure] : [];
    scale = makeScale([...cells, ...wide].filter(Boolean), chosen.from_zero);
    heading.textContent = chosen.label;
    about.textContent = `${chosen.what ? `${capital(chosen.what)}. ` : ""}${chosen.unit ? `Counted in ${chosen.unit}; higher` : "Higher"}: ${chosen.higher}.`;
    rows.forEach((row) => row.show(cells[row.place], wide[row.place], scale));
    const ordered = [...rows].sort(comparing(state.order, cells)).map((row) => row.place);
    if (shownOrder !== ordered.join()) {
      list.replaceChildren(...ordered.map((place) => rows[place].item));
      shownOrder = ordered.join();
    }
    axis.replaceChildren(...scale.ticks.map((value) => {
      const mark = h("span", {}, value.toLocaleString("en"));
      mark.style.left = `${scale.at(value)}%`;
      return mark;
    }));
    const lines = [...cells, ...wide].some((cell) => cell && cell[1] !== null);
    key.replaceChildren(...keyTo(state.site_text, lines));
    inOrder = ordered.map((place) => [rows[place].label, cells[place], wide[place]]);
    caption.textContent = inWords(chosen, inOrder);
    fillTable(behind, chosen, state, inOrder);
  }
  return { box, show };
}

function makeRow(row, place, data, step) {
  const articles = row.articles.length > 1 ? ` (${row.articles.length} articles)` : "";
  const track = draw("svg", { class: "mk-track", width: "100%", height: "26", "aria-hidden": "true" });
  const value = h("span", { class: "mk-value" });
  const button = h("button", { type: "button", class: "mk-row", onclick: () =>
    step.go({ article: data.articles[row.articles[0]].id, sentence: null }) },
  h("span", { class: "mk-name" }, h("bdi", {}, row.label), articles), track, value);
  const press = (own) => button.setAttribute("aria-pressed", String(own));
  const show = (cell, wide, scale) => {
    value.textContent = inFigures(cell, wide);
    track.replaceChildren(...shapes(cell, wide, scale));
  };
  return { item: h("li", {}, button), place, label: row.label + articles, articles: row.articles, press, show };
}

const inFigures = (cell, wide) => (cell ? cell[3] : "no value") + (wide ? ` · as read ${wide[3].split(" (")[0]}` : "");

// What stands in the track of a row: grid, interval, diamond and dot.
const shapes = (cell, wide, scale) => [
  ...scale.ticks.map((at) => line("mk-grid", scale.at(at), scale.at(at), 0, 26)),
  ...(cell && wide && cell[0] !== null && wide[0] !== null ? [line("mk-move", scale.at(wide[0]), scale.at(cell[0]), 13, 13)] : []),
  ...(cell && cell[1] !== null ? [line("mk-range", scale.at(cell[1]), scale.at(cell[2]), 13, 13)] : []),
  ...(wide && wide[0] !== null ? [diamond(scale.at(wide[0]))] : []),
  ...(cell && cell[0] !== null ? [draw("circle", { class: "mk-dot", cx: `${scale.at(cell[0])}%`, cy: 13, r: 6 })] : []),
];

// All rows as one drawing, for saving: names, tracks, values, and the axis below.
function drawWhole(rows, scale) {
  const ink = { fill: "currentColor", "font-size": 14 }, names = 230, wide = 640, step = 52;
  const cut = (label) => label.length > 30 ? `${label.slice(0, 29)}…` : label;
  const all = draw("svg", { viewBox: `0 0 ${names + wide} ${step * rows.length + 30}`, width: "100%" });
  rows.forEach(([label, cell, other], at) => all.append(
    draw("text", { x: 0, y: step * at + 18, ...ink, "font-weight": 600 }, cut(label)),
    draw("svg", { x: names, y: step * at, width: wide, height: 26, overflow: "visible" }, ...shapes(cell, other, scale)),
    draw("text", { x: names, y: step * at + 42, ...ink, "font-size": 13 }, inFigures(cell, other))));
  all.append(...scale.ticks.map((value) => draw("text", { x: names + (wide * scale.at(value)) / 100, y: step * rows.length + 20, ...ink,
    "font-size": 13, "text-anchor": "middle" }, value.toLocaleString("en"))));
  return all;
}

const line = (name, from, to, top, bottom) => draw("line", { class: name, x1: `${from}%`, x2: `${to}%`, y1: top, y2: bottom });
const diamond = (at) => draw("svg", { x: `${at}%`, y: 13, overflow: "visible" }, draw("path", { class: "mk-diamond", d: "M0-7 7 0 0 7-7 0z" }));

function makeScale(cells, fromZero) {
  const numbers = cells.flatMap(([value, low, high]) => [value, low, high]).filter((number) => number !== null);
  if (!numbers.length) return { ticks: [], at: () => 0 };
  const ticks = ticksBetween(fromZero ? Math.min(0, ...numbers) : Math.min(...numbers), Math.max(...numbers));
  const low = ticks[0], span = ticks.at(-1) - low || 1;
  return { ticks, at: (number) => 3 + (94 * (number - low)) / span };
}

function comparing(order, cells) {
  if (order === "name") return (one, other) => one.label.localeCompare(other.label, "en");
  if (order === "value") {
    const value = (row) => cells[row.place]?.[0] ?? -Infinity;
    return (one, other) => value(other) - value(one) || one.place - other.place;
  }
  return (one, other) => one.place - other.place;
}

function keyTo(siteText, lines) {
  const sign = (shape) => draw("svg", { width: 26, height: 16, "aria-hidden": "true", class: "mk-sign" }, shape);
  const dot = sign(draw("circle", { class: "mk-dot", cx: 13, cy: 8, r: 6 }));
  const said = [h("span", {}, dot, siteText ? "the article’s own text" : "the value")];
  if (siteText) {
    const mark = draw("svg", { x: 13, y: 8, overflow: "visible" }, draw("path", { class: "mk-diamond", d: "M0-7 7 0 0 7-7 0z" }));
    said.push(h("span", {}, sign(mark), "the page as it was read"));
  }
  if (lines) {
    const bar = sign(draw("line", { class: "mk-range", x1: 1, x2: 25, y1: 8, y2: 8 }));
    said.push(h("span", {}, bar, "how much it depends on single sentences; where two lines lie mostly side by side, do not rank them"));
  }
  return said;
}

// The picture in words, made from its data: lowest, highest, and what has no value.
function inWords(measure, rows) {
  const known = rows.filter(([, cell]) => cell && cell[0] !== null).sort(([, one], [, other]) => one[0] - other[0]);
  const none = rows.length - known.length;
  const left = none ? ` ${none} without a value.` : "";
  if (!known.length) return `${measure.label}: no value for any of these.${left}`;
  const said = ([label, cell]) => `${label}, ${cell[3]}`;
  if (known.length === 1) return `${measure.label}: ${said(known[0])}.${left}`;
  const [lowest, highest] = [known[0], known.at(-1)];
  const overlap = lowest[1][2] !== null && highest[1][1] !== null && lowest[1][2] >= highest[1][1];
  const caution = overlap ? " Their lines overlap: do not rank them." : "";
  return `${measure.label}: lowest ${said(lowest)}; highest ${said(highest)}.${caution}${left}`;
}

function fillTable(fold, measure, state, rows) {
  const heads = [state.by, measure.label, ...(state.site_text ? ["as it was read"] : []), "what it is"];
  const cells = rows.map(([label, cell, wide]) =>
    [label, cell ? cell[3] : "no value", ...(state.site_text ? [wide ? wide[3] : "no value"] : []), cell ? cell[4] : ""]);
  fold.replaceChildren(fold.firstChild, dataTable(`${measure.label}, by ${state.by}`, heads, cells));
}

// ---- the reader: the article's text, its sentences by length, its site text apart -------------------------

function makeReader(data, measures, places, step) {
  const article = choose("Text", data.articles.map(({ id, label, title }) => [id, `${label}: ${title}`]),
    (id) => step.go({ article: id, sentence: null }));
  const named = h("p", { class: "mk-named" });  // on paper, where there is no list to choose from
  const summary = h("p", { class: "mk-caption", "aria-live": "polite" });
  const strip = h("div", { class: "mk-strip", role: "group", "aria-label": "Sentences in reading order; the taller the longer" });
  const legend = h("p", { class: "mk-note mk-legend" }, data.bands.map(({ name, shown }) => h("span", { class: `mk-${name}` }, shown)),
    h("span", { class: "mk-apart" }, "dotted edge: site text, not counted"));
  const longest = h("details", {}, h("summary", {}, "The sentences, longest first"));
  const text = makeText({ label: "The text", layers: ["sentence"], onpick: (key) => step.go({ sentence: numberOf(key) }), about: aboutCounting });
  const box = h("section", { class: "mk-reader", "aria-label": "The text behind the number" }, article.box, named, summary, strip, legend, longest, text.box);
  let opened = null, bars = [], counted = null;

  function open(place) {
    const shown = data.articles[place];
    text.open(shown);
    for (const [number, , words] of shown.sentences) {
      for (const piece of text.at(`sentence:${number}`)) piece.classList.add(`mk-${bandOf(words, data.bands).name}`);
    }
    opened = place;
    counted = null;
  }

  // The sentences a measure is counted on: the headline's for its length, the body's for all others.
  function count(name) {
    const shown = data.articles[opened];
    const part = measures.get(name).counts === "title" ? "title" : BODY;
    const sentences = shown.sentences.filter(([, of]) => of === part);
    const most = Math.max(1, ...sentences.map(([, , words]) => words));
    const own = new Set(sentences.map(([number]) => number));
    for (const [number] of shown.sentences) {
      for (const piece of text.at(`sentence:${number}`)) piece.classList.toggle("mk-counted", own.has(number));
    }
    bars = sentences.map((sentence, place) => bar(sentence, place, most));
    strip.replaceChildren(...bars);
    longest.replaceChildren(longest.firstChild, h("ol", {}, [...sentences].sort((one, other) => other[2] - one[2]).map(([number, , words]) =>
      h("li", {}, h("button", { type: "button", class: "mk-sentence", onclick: () => step.go({ sentence: number }) },
        `${words} words: `, h("bdi", {}, text.words(`sentence:${number}`)))))));
    counted = part;
  }

  // One tab stop for the strip; arrow keys go from sentence to sentence.
  function bar([number, , words], place, most) {
    const band = bandOf(words, data.bands);
    const made = h("button", {
      type: "button", class: `mk-bar mk-${band.name}`, tabindex: place ? "-1" : "0", "data-number": number,
      "aria-label": `Sentence ${place + 1}: ${words} ${words === 1 ? "word" : "words"}, ${band.name}`,
      onclick: () => step.go({ sentence: number }),
      onkeydown: (event) => {
        const to = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: bars.length - 1 }[event.key];
        if (to === undefined || !bars[to]) return;
        event.preventDefault();
        bars[to].focus();
        step.go({ sentence: Number(bars[to].dataset.number) });
      },
    });
    made.style.height = `${Math.max(12, (100 * words) / most)}%`;
    return made;
  }

  function show(state) {
    article.select.value = state.article;
    named.textContent = article.select.selectedOptions[0].textContent;
    const place = places.get(state.article);
    const measure = measures.get(state.measure);
    const part = measure.counts === "title" ? "title" : BODY;
    if (opened !== place) open(place);
    if (counted !== part) count(state.measure);
    const sentences = data.articles[place].sentences.filter(([, of]) => of === part);
    const total = sentences.reduce((sum, [, , words]) => sum + words, 0);
    const cell = data.numbers[BODY].article[state.measure][place];
    const what = part === "title" ? "of its headline" : "of its own text";
    summary.textContent = `${measure.label}: ${cell ? cell[3] : "no value"}. Behind it: ${many(sentences.length, "sentence")} ${what}, ${many(total, "word")}.`;
    text.mark(state.sentence === null ? [] : [`sentence:${state.sentence}`]);
    bars.forEach((one, at) => {
      const own = Number(one.dataset.number) === state.sentence;
      one.setAttribute("aria-pressed", String(own));
      one.tabIndex = own || (state.sentence === null && at === 0) ? 0 : -1;
    });
    if (bars.length && !bars.some((one) => one.tabIndex === 0)) bars[0].tabIndex = 0;
  }
  return { box, show };
}

const bandOf = (words, bands) => bands.find(({ up_to }) => up_to === null || words <= up_to);

const aboutCounting = (lineOf) => lineOf.label === "title" ? "Headline, counted for its own length only" : aboutLine(lineOf);

export default { render };
