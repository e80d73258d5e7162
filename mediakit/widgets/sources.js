// explore_sources: whose words each outlet prints, from what kind of source, with which verbs, and through whom.

const MOST_PANELS = 12, MOST_ROWS = 6, EVERY_ROW = 200, MOST_LISTED = 100, MOST_CHOICES = 300, LONGEST = 260, SAID = 3;
const LAYERS = ["told", "quote", "source", "cue"];
const WITHOUT_NAME = ["unnamed_person", "unnamed_group", "bare", "none"];
const DIRECT_WAY = "nobody in between";

function render({ model, el }) {
  const data = { ...model.get("data") }; // a copy: what is worked out below is no part of the model
  const places = new Map(data.articles.map((article, place) => [article.id, place]));
  const kinds = new Map(data.kinds);
  const texts = new Map(); // words of statements, by article, worked out when first asked for
  data.all = data.articles.flatMap((article) => article.said.statements.map((statement) => ({ statement, article })));
  data.wordsOf = (article, key) => {
    if (!texts.has(article.id)) texts.set(article.id, wordsSaid(article));
    return texts.get(article.id).get(key) ?? "";
  };
  data.articleOf = (state) => data.articles[places.get(state.article)];

  // A state as it can be shown: what is left out or is none gets its default.
  const settle = (given) => {
    const one = (name, known) => known.includes(given[name]) ? given[name] : "";
    const first = data.articles.find(({ said }) => said.statements.length) ?? data.articles[0];
    const article = places.has(given.article) ? given.article : first.id;
    const state = {
      show: one("show", data.shows.map(({ name }) => name)) || data.shows[0].name,
      outlet: one("outlet", data.outlets), kind: kinds.has(given.kind) ? given.kind : "", speaker: one("speaker", data.speakers),
      every: given.every === true, bar: null, article,
      mark: typeof given.mark === "string" ? wholeKey(data.articles[places.get(article)], given.mark) : null,
      search: typeof given.search === "string" ? given.search : "",
    };
    const bars = panelsOf(data, state).flatMap(({ rows }) => rows);
    return { ...state, bar: bars.some(({ id }) => id === given.bar) ? given.bar : null };
  };
  const parts = [makePicture, makeList, makeReader].map((make) => make(data, () => step));
  const step = keepInStep(model, el, settle, (state) => {
    const panels = panelsOf(data, state);
    parts.forEach(({ show }) => show(state, panels));
  });
  el.classList.add("mk-explorer", "mk-sources");
  const [picture, list, reader] = parts.map(({ box }) => box);
  el.append(hatching(), h("div", { class: "mk-sides tex2jax_ignore mathjax_ignore" }, picture, h("div", { class: "mk-side" }, list, reader)));
  step.changed();
  return () => { step.stop(); el.replaceChildren(); };
}

// The key a statement is chosen by ("told:3"), whichever of its marks was meant; a stretch that nobody says and a line keep their own.
function wholeKey(article, key) {
  const found = saidAt(article.said, key);
  return found?.statement ? `told:${found.statement.no}` : found?.alone || hasLine(article, key) ? key : null;
}

// ---- what is drawn: panels of bars, each bar with the statements it stands for ---------------------------

// The filters a picture is drawn with, as one string.
const askedFor = ({ show, outlet, kind, speaker }) => JSON.stringify([show, outlet, kind, speaker]);

// The panels of the present filters, made anew only when these change.
function panelsOf(data, state) {
  const asked = askedFor(state);
  if (data.panels?.asked !== asked) data.panels = { asked, panels: makePanels(data, state) };
  return data.panels.panels;
}

function makePanels(data, state) {
  const chosen = data.all.filter(({ statement, article }) => (!state.outlet || article.outlet === state.outlet)
    && (!state.kind || statement.identified === state.kind) && (!state.speaker || statement.who === state.speaker));
  const panels = { voices: voicePanels, kinds: kindPanels, cues: cuePanels, carriers: carrierPanels }[state.show](data, state, chosen);
  for (const panel of panels) for (const row of panel.rows) row.id = `${panel.heading} · ${row.label}`;
  return panels;
}

// Words by speaker: a panel for each outlet, or one for the speaker chosen, with a row for each outlet.
function voicePanels(data, state, chosen) {
  const rows = data.voices[state.kind].filter(([outlet, speaker]) =>
    (!state.outlet || outlet === state.outlet) && (!state.speaker || speaker === state.speaker));
  const panels = grouped(rows, ([outlet, speaker]) => state.speaker ? speaker : outlet);
  const said = grouped(chosen, ({ statement, article }) => `${article.outlet}\n${statement.who}`);
  return [...panels].map(([heading, own]) => ({ heading, rows: own.map(([outlet, speaker, quoted, told]) => ({
    label: state.speaker ? outlet : speaker, parts: [quoted, told], value: wordsIn(quoted, told),
    opens: said.get(`${outlet}\n${speaker}`) ?? [],
  })) }));
}

const wordsIn = (quoted, told) => [quoted && `${many(quoted, "word")} quoted`, told && `${quoted ? told.toLocaleString("en") : many(told, "word")} told`].filter(Boolean).join(", ") || "no words";

function kindPanels(data, state, chosen) {
  return [...grouped(chosen, ({ article }) => article.outlet)].map(([heading, own]) => ({ heading, rows: data.kinds
    .map(([kind, label]) => ({ label, bare: WITHOUT_NAME.includes(kind), opens: own.filter(({ statement }) => statement.identified === kind) }))
    .filter(({ opens }) => opens.length).map((row) => counting(row, shareOf(row, own))) }));
}

// A panel for each speaker, since words that attribute are worth comparing within one only; those without a name come last.
function cuePanels(data, state, chosen) {
  const speakers = grouped(chosen.filter(({ statement }) => statement.cue_class), ({ statement }) => statement.who);
  const weight = ([name, own]) => own.length - ([NOT_NAMED, NO_SOURCE].includes(name) ? chosen.length : 0);
  return [...speakers].sort((one, other) => weight(other) - weight(one)).map(([heading, own]) => ({ heading, rows:
    [...grouped(own, ({ statement, article }) => `${article.outlet}: ${statement.cue_class}`)].sort(([one], [other]) => one.localeCompare(other, "en"))
      .map(([label, opens]) => counting({ label, opens, bare: opens[0].statement.cue_class !== "neutral" }, cuesIn(opens))) }));
}

function carrierPanels(data, state, chosen) {
  return [...grouped(chosen, ({ article }) => article.outlet)].map(([heading, own]) => ({ heading, rows:
    [...grouped(own, ({ statement }) => statement.carriers.join(" → ") || DIRECT_WAY)].sort(([, one], [, other]) => other.length - one.length)
      .map(([label, opens]) => counting({ label, opens, bare: opens[0].statement.carriers.includes(GAP) }, shareOf({ opens }, own))) }));
}

// A bar as long as the list it opens; hatched where it is bare.
const counting = (row, value) => ({ ...row, parts: row.bare ? [0, row.opens.length] : [row.opens.length], value });
const shareOf = ({ opens }, own) => `${opens.length} of ${many(own.length, "statement")}`;

function cuesIn(opens) {
  const cues = [...grouped(opens, ({ statement }) => statement.cue.toLowerCase())].sort(([, one], [, other]) => other.length - one.length);
  return `${opens.length}: ${cues.map(([cue, own]) => own.length > 1 ? `${cue} (${own.length})` : cue).join(", ")}`;
}

function grouped(items, nameOf) {
  const found = new Map();
  for (const item of items) {
    const name = nameOf(item);
    if (!found.has(name)) found.set(name, []);
    found.get(name).push(item);
  }
  return found;
}

// The panels that there is room for, and what is left out, in words.
function inView(panels, state) {
  const most = state.every ? EVERY_ROW : MOST_ROWS;
  return panels.slice(0, MOST_PANELS).map((panel) => ({ ...panel, rows: panel.rows.slice(0, most), more: Math.max(0, panel.rows.length - most) }));
}

// ---- the picture ------------------------------------------------------------------------------------------

function makePicture(data, step) {
  const show = choose("Show", data.shows.map(({ name, label }) => [name, label]), (name) => step().go({ show: name, bar: null }));
  const outlet = choose("Outlet", [["", "all outlets"], ...data.outlets.map((name) => [name, name])], (name) => step().go({ outlet: name, bar: null }));
  const kind = choose("Kind of source", [["", "all kinds"], ...data.kinds], (name) => step().go({ kind: name, bar: null }));
  const offered = data.speakers.slice(0, MOST_CHOICES);
  const speaker = choose("Speaker", [["", "all speakers"], ...offered.map((name) => [name, name])], (name) => step().go({ speaker: name, bar: null }));
  const every = tick("Show every bar", (on) => step().go({ every: on, bar: null }));
  const few = data.speakers.length > MOST_CHOICES ? h("p", { class: "mk-note" },
    `The list of speakers holds the ${MOST_CHOICES} with the most words, of ${many(data.speakers.length, "speaker")}.`) : null;
  const heading = h("h3");
  const plot = h("div", { class: "mk-panels" });
  const stopAt = oneStop(plot, ".mk-bar-row");
  const caption = h("p", { class: "mk-caption", "aria-live": "polite" });
  const about = h("p", { class: "mk-note" }), sure = h("p", { class: "mk-note" });
  const behind = h("details", {}, h("summary", {}, "The numbers as a table"));
  let shown = "", drawn = [], buttons = new Map(), pressed = null;
  const box = h("section", { class: "mk-picture", "aria-label": "The picture" },
    h("div", { class: "mk-controls" }, show.box, outlet.box, kind.box, speaker.box, every.box), few,
    heading, about, plot, caption, behind, h("details", {}, h("summary", {}, "How often this is right"), sure),
    copyView(data.call, () => step().now()),
    savePicture(() => drawWhole(drawn), { name: () => heading.textContent, caption: () => caption.textContent, source: () => about.textContent }));

  function paint(state, panels) {
    const chosen = data.shows.find(({ name }) => name === state.show);
    drawn = inView(panels, state);
    const longest = Math.max(1, ...drawn.flatMap(({ rows }) => rows.map(({ parts }) => total(parts))));
    buttons = new Map();
    plot.replaceChildren(...drawn.map(({ heading: name, rows, more }) => {
      const title = h("h4", { id: newId("panel") }, h("bdi", {}, name));
      return h("div", { class: "mk-panel" }, title, h("ol", { "aria-labelledby": title.id }, rows.map((row) => {
        const button = barRow(row, longest, () => {
          step().go({ bar: step().now().bar === row.id ? null : row.id });
          broughtIntoView(box, ".mk-statements");
        });
        buttons.set(row.id, button);
        return h("li", {}, button);
      })), more ? h("p", { class: "mk-note" }, `${more.toLocaleString("en")} more; tick “Show every bar” to see them.`) : null);
    }));
    heading.textContent = chosen.label;
    about.textContent = chosen.what;
    sure.textContent = chosen.sure;
    caption.textContent = inWords(drawn, panels.length);
    every.box.hidden = !state.every && !drawn.some(({ more }) => more);
    const rows = drawn.flatMap(({ heading: name, rows: own }) => own.map(({ label, value, opens }) => [name, label, value, String(opens.length)]));
    behind.replaceChildren(behind.firstChild, dataTable(chosen.label, [state.show === "cues" || state.speaker ? "speaker" : "outlet", "bar", "how much", "statements"], rows));
  }

  function update(state, panels) {
    show.select.value = state.show;
    outlet.select.value = state.outlet;
    kind.select.value = state.kind;
    if (state.speaker && !offered.includes(state.speaker)) {
      offered.push(state.speaker);
      speaker.select.append(h("option", { value: state.speaker }, state.speaker));
    }
    speaker.select.value = state.speaker;
    every.input.checked = state.every;
    const asked = `${askedFor(state)} ${state.every}`;
    if (asked !== shown) paint(state, panels);
    shown = asked;
    for (const [id, button] of buttons) button.setAttribute("aria-pressed", String(id === state.bar));
    const bar = buttons.get(state.bar);
    stopAt(bar);
    if (bar && bar !== pressed) keptInSight(plot, bar);
    pressed = bar;
  }
  return { box, show: update };
}

const total = (parts) => parts.reduce((sum, part) => sum + part, 0);

function barRow({ label, parts, value }, longest, onclick) {
  return h("button", { type: "button", class: "mk-bar-row", onclick },
    h("span", { class: "mk-name" }, h("bdi", {}, label)),
    draw("svg", { class: "mk-track", width: "100%", height: 18, "aria-hidden": "true" }, ...bars(parts, (size) => `${(100 * size) / longest}%`, 1, 16)),
    h("span", { class: "mk-value" }, value));
}

// The first part filled, the second hatched, end to end.
const bars = ([filled, hatched = 0], width, y, height, x = width) => [
  ...(filled ? [draw("rect", { class: "mk-filled", x: x(0), y, width: width(filled), height })] : []),
  ...(hatched ? [draw("rect", { class: "mk-hatched", x: x(filled), y, width: width(hatched), height, fill: "url(#mk-hatch)" })] : []),
];

// The hatching, once for each explorer: pictures refer to it by its name.
const hatching = () => draw("svg", { width: 0, height: 0, class: "mk-hatching", "aria-hidden": "true" }, hatch());
const hatch = () => draw("pattern", { id: "mk-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
  draw("rect", { class: "mk-hatch-line", width: 2.2, height: 6 }));

// The picture in words: each panel's longest bar.
function inWords(panels, of) {
  if (!panels.length) return "No statement is tied to a source here.";
  const longest = (rows) => rows.reduce((one, other) => total(other.parts) > total(one.parts) ? other : one);
  const said = panels.slice(0, SAID).map(({ heading, rows }) => `${heading}: ${longest(rows).label} (${longest(rows).value})`);
  const first = of > panels.length ? ` The first ${panels.length} of ${of} are drawn; choose an outlet or a speaker to see another.` : "";
  return `The longest bar: ${said.join("; ")}${panels.length > SAID ? "; and so on" : ""}.${first}`;
}

// ---- the list that a bar opens ----------------------------------------------------------------------------

function makeList(data, step) {
  const heading = h("h3", { id: newId("list") });
  const said = h("p", { class: "mk-caption", "aria-live": "polite" });
  const list = h("ol", { class: "mk-said-list", "aria-labelledby": heading.id });
  const stopAt = oneStop(list, ".mk-said-row");
  const box = h("section", { class: "mk-statements", "aria-labelledby": heading.id }, heading, said, list);
  let shown = "", buttons = new Map();

  function paint(state, panels) {
    const bar = panels.flatMap(({ rows }) => rows).find(({ id }) => id === state.bar);
    const opens = bar ? bar.opens : panels.flatMap(({ rows }) => rows.flatMap((row) => row.opens));
    heading.textContent = bar ? "Statements of this bar" : "Statements of all bars";
    const more = opens.length > MOST_LISTED ? ` The first ${MOST_LISTED} are listed: choose a bar, an outlet or a speaker to see others.` : "";
    said.textContent = `${bar ? `${bar.id}: ` : ""}${many(opens.length, "statement")}.${bar ? "" : " Choose a bar to see its own."}${more}`;
    buttons = new Map();
    list.replaceChildren(...opens.slice(0, MOST_LISTED).map(({ statement, article }) => {
      const mark = `told:${statement.no}`;
      const button = h("button", { type: "button", class: "mk-said-row", onclick: () => {
        step().go({ article: article.id, mark });
        broughtIntoView(box, ".mk-text");
      } },
        h("span", { class: "mk-said-words", dir: "auto" }, statementInShort(data, article, statement)),
        h("span", { class: "mk-rule" }, h("bdi", {}, statement.who), " · ", h("bdi", {}, article.outlet), ` · ${data.said.how[statement.how]}`,
          statement.cue ? ` · ${statement.cue}` : "", statement.carriers.length ? ` · through ${statement.carriers.join(" → ")}` : "",
          statement.sure === "check" ? " · worth a look" : ""));
      buttons.set(`${article.id} ${mark}`, button);
      return h("li", {}, button);
    }));
  }

  function update(state, panels) {
    const asked = `${askedFor(state)} ${state.bar}`;
    if (asked !== shown) paint(state, panels);
    shown = asked;
    const chosen = buttons.get(`${state.article} ${state.mark}`);
    for (const button of buttons.values()) button.setAttribute("aria-pressed", String(button === chosen));
    stopAt(chosen);
  }
  return { box, show: update };
}

function statementInShort(data, article, statement) {
  const words = cutOff(data.wordsOf(article, `told:${statement.no}`).replace(/\s+/g, " "), LONGEST);
  return statement.how === "direct" ? `“${words.replace(/^[“"]|["”]$/g, "")}”` : words;
}

// ---- the text, and what was found about the statement chosen in it ------------------------------------------

function makeReader(data, step) {
  const article = choose("Text", data.articles.map(({ id, label, title }) => [id, `${label}: ${title}`]), (id) => step().go({ article: id, mark: null }));
  const named = h("p", { class: "mk-named" }); // on paper, where there is no list to choose from
  const whole = (key) => wholeKey(data.articleOf(step().now()), key);
  const text = makeText({ label: "The text of this statement", layers: LAYERS, onpick: (key) => step().go({ mark: whole(key) }), stopOf: whole });
  const search = makeSearch({ onsearch: (words) => step().go({ search: words }), onpick: (article, mark) => step().go({ article, mark }) });
  const key = h("p", { class: "mk-note mk-key-of-layers", "data-layers": LAYERS.join(" ") }, [["quote", "between quotation marks"], ["told", "told in the outlet’s own words"],
    ["source", "the source"], ["cue", "the words that attribute"]].map(([layer, says]) => h("span", { class: `mk-in-${layer}` }, says)));
  const found = h("div", { class: "mk-found-out", "aria-live": "polite" });
  const box = h("section", { class: "mk-reader", "aria-label": "The text behind the statements" }, search.box, article.box, named, key, text.box, h("h3", {}, "What was found, and how"), found);
  let opened = null, shown = "";

  function update(state) {
    article.select.value = state.article;
    named.textContent = article.select.selectedOptions[0].textContent;
    const own = data.articleOf(state);
    if (opened !== own.id) text.open(own);
    opened = own.id;
    search.show(state.search, data.articles, own.id, state.mark);
    showWords(text.box, state.search);
    const chosen = state.mark && saidAt(own.said, state.mark);
    text.mark(chosen?.statement ? keysOf(chosen.statement) : state.mark ? [state.mark] : []);
    if (shown === `${own.id} ${state.mark}`) return;
    shown = `${own.id} ${state.mark}`;
    const none = own.said.statements.length ? "Choose a statement in a list above or in the text, to see who says it, through whom, and how that was found."
      : "No statement in this text is tied to a source.";
    found.replaceChildren(chosen?.statement ? aboutStatement(chosen.statement, data.said, own.outlet)
      : chosen?.alone ? aboutAlone(chosen.alone, data.said) : h("p", {}, none));
  }
  return { box, show: update };
}

// ---- all panels as one drawing, for saving -----------------------------------------------------------------

function drawWhole(panels) {
  const ink = { fill: "currentColor", "font-size": 14 }, names = 250, wide = 380;
  const longest = Math.max(1, ...panels.flatMap(({ rows }) => rows.map(({ parts }) => total(parts))));
  const made = [hatch()];
  let y = 0;
  for (const { heading, rows, more } of panels) {
    made.push(draw("text", { ...ink, y: y + 20, "font-weight": 650 }, cutOff(heading, 60)));
    y += 30;
    for (const { label, parts, value } of rows) {
      const at = (size) => names + (wide * size) / longest;
      made.push(draw("text", { ...ink, y: y + 15 }, cutOff(label, 32)), ...bars(parts, (size) => (wide * size) / longest, y, 20, at),
        draw("text", { ...ink, x: at(total(parts)) + 8, y: y + 15, "font-size": 13 }, cutOff(value, 40)));
      y += 28;
    }
    if (more) made.push(draw("text", { ...ink, y: y + 14, "font-size": 13 }, `${more} more are not drawn.`));
    y += more ? 32 : 10;
  }
  return draw("svg", { width: names + wide + 230, height: y + 4, viewBox: `0 0 ${names + wide + 230} ${y + 4}` }, ...made);
}

export default { render };
