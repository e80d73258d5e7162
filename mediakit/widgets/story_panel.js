// explore_story: what is chosen, what both texts have, what only one has.

function makePanel(data, texts, { step, pick, pickNumber }) {
  const chosen = h("div", { class: "mk-told-now", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "mk-clear", onclick: () => step.go({ mark: null, measure: null }) }, "Clear");
  const now = h("section", { class: "mk-now", "aria-label": "What you chose" }, h("h3", {}, "What you chose"), clear, chosen);
  const parts = Object.fromEntries(["quotes", "passages", "sources", "single", "measures", "origins"].map((name) => [name, section(name)]));
  const box = h("section", { class: "mk-panel", "aria-label": "What the texts share" },
    Object.values(parts).map((part) => part.box));
  let shownPair = null, shownChoice = null, state = null, items = null;

  function section(name) {
    const heading = h("h3", {}), inside = h("div", {});
    const fold = h("details", { class: `mk-fold mk-fold-${name}`, open: !["measures", "origins", "single"].includes(name) }, h("summary", {}, heading), inside);
    return { box: fold, fill: (said, ...children) => { heading.textContent = said; inside.replaceChildren(...children.flat().filter(Boolean)); } };
  }
  const at = (side) => (state[side] === null ? null : data.articles[data.placeOf.get(state[side])]);
  const open = () => SIDES.filter((side) => state[side] !== null);
  const badge = (side) => h("span", { class: "mk-badge" }, LETTER[side]);
  const place = (side, key, ...children) => h("button", { type: "button", class: "mk-item", "data-side": side, "data-key": key, onclick: () => pick(side, key) }, ...children);

  function fillQuotes() {
    const { box: own, fill } = parts.quotes;
    own.hidden = state.right === null;
    fill(`Quotations both have: ${items.links.length}`, items.links.length
      ? [h("p", { class: "mk-note" }, h("del", {}, "struck through"), ": only A has it. ", h("ins", {}, "Underlined"), ": only B has it. Which copy is right is not said."),
        h("ol", {}, items.links.map((link) => h("li", {}, place("left", link.left, sideBySide(link.words)), h("p", { class: "mk-note" }, `How they differ: ${link.differs || "the same words"}.`))))]
      : h("p", { class: "mk-note" }, "No quotation of one was found in the other."));
  }

  function fillPassages() {
    const { box: own, fill } = parts.passages;
    own.hidden = state.right === null;
    fill(`Passages both print: ${items.passages.length}`, items.passages.length
      ? h("ol", {}, items.passages.map(({ key, words, credited, kind }) => h("li", {}, place("left", key, h("bdi", {}, cutOff(texts.words("left", key), 110))),
        h("p", { class: "mk-note" }, `${many(words, "word")}; ${kind || (credited ? "with a credit" : "neither credits the other")}.`))))
      : h("p", { class: "mk-note" }, "No stretch of text stands in both."));
  }

  // Whom each text names, one row a name: those of both first.
  function fillSources() {
    const names = new Map();
    for (const side of open()) {
      for (const { who, no } of at(side).said.statements) {
        if (who === NOT_NAMED || who === NO_SOURCE) continue;
        if (!names.has(who)) names.set(who, { left: [], right: [] });
        names.get(who)[side].push(no);
      }
    }
    const groups = state.right === null ? [["Named", () => true]] : [["Both name", ({ left, right }) => left.length && right.length],
      ["Only A names", ({ right }) => !right.length], ["Only B names", ({ left }) => !left.length]];
    const rows = groups.map(([head, wanted]) => [head, [...names].filter(([, nos]) => wanted(nos))]).filter(([, found]) => found.length);
    // a press goes to the first of somebody's statements, the next press to the next
    const next = (side, nos) => {
      const keys = nos.map((no) => `told:${no}`);
      const here = state.side === side ? keys.indexOf(state.mark) : -1;
      pick(side, keys[(here + 1) % keys.length]);
    };
    const cell = (who, side, nos) => h("td", {}, nos.length ? h("button", { type: "button", class: "mk-count", "data-side": side, "data-keys": nos.map((no) => `told:${no}`).join(" "),
      "aria-label": `${who}, text ${LETTER[side]}: ${many(nos.length, "statement")}`, onclick: () => next(side, nos) }, nos.length) : "–");
    parts.sources.fill(`Sources named: ${names.size}`, names.size ? h("table", { class: "mk-table mk-names" },
      h("caption", {}, "Statements tied to each name; press a number again for the next one."),
      h("thead", {}, h("tr", {}, h("td", {}), open().map((side) => h("th", { scope: "col" }, LETTER[side])))),
      rows.map(([head, found]) => h("tbody", {}, h("tr", {}, h("th", { scope: "rowgroup", colspan: 1 + open().length }, head)),
        found.map(([who, nos]) => h("tr", {}, h("th", { scope: "row" }, h("bdi", {}, who)), open().map((side) => cell(who, side, nos[side]))))))) 
      : h("p", { class: "mk-note" }, "No source is named."));
  }

  function fillSingle() {
    const lists = open().map((side) => {
      const linked = new Set(items.links.map((link) => link[side]));
      return [side, (at(side).behind.quotations ?? []).filter((key) => !linked.has(key))];
    });
    const total = lists.reduce((sum, [, keys]) => sum + keys.length, 0);
    parts.single.fill(state.right === null ? `Its quotations: ${total}` : `Quotations only one has: ${total}`, lists.map(([side, keys]) => [
      state.right === null ? null : h("p", {}, badge(side), ` ${keys.length ? "Only here:" : "None."}`),
      h("ol", {}, keys.map((key) => h("li", {}, place(side, key, h("bdi", {}, cutOff(texts.words(side, key), 110)), h("span", { class: "mk-note" }, speakerOf(at(side), key))))))]));
  }

  function speakerOf(article, key) {
    const found = saidAt(article.said, key);
    return ` ${found?.statement ? `(${found.statement.who})` : "(nobody is said to speak)"}`;
  }

  function fillMeasures() {
    const groups = [...new Set(data.measures.map(({ group }) => group))];
    const cell = (side, measure) => h("td", {}, numberButton(data, data.placeOf.get(state[side]), measure, pickNumber));
    parts.measures.fill(state.right === null ? "Its measures" : "Measures side by side", h("table", { class: "mk-table mk-both" },
      h("caption", {}, "In brackets below a number: how much it depends on single sentences."),
      h("thead", {}, h("tr", {}, h("td", {}), open().map((side) => h("th", { scope: "col" }, LETTER[side])))),
      groups.map((group) => h("tbody", {}, h("tr", {}, h("th", { scope: "rowgroup", colspan: 1 + open().length }, group)),
        data.measures.map((measure, place) => (measure.group !== group ? null
          : h("tr", {}, h("th", { scope: "row", title: measure.what }, measure.label), open().map((side) => cell(side, place)))))))));
  }

  function fillOrigins() {
    parts.origins.box.hidden = !data.articles.some(({ origins }) => origins.length);
    parts.origins.fill("Where each may come from", open().map((side) => [h("p", {}, badge(side)),
      at(side).origins.length ? h("ul", {}, at(side).origins.map((origin) => {
        const key = origin[3];
        return h("li", {}, key && data.has(data.placeOf.get(state[side]), key) ? place(side, key, originSaid(origin)) : originSaid(origin));
      })) : h("p", { class: "mk-note" }, "Nothing was found that tells.")]));
  }

  // What the chosen mark or number is.
  function fillChosen() {
    if (state.mark !== null) chosen.replaceChildren(...aboutMark(state.side, state.mark));
    else if (state.measure !== null) chosen.replaceChildren(...aboutNumber(data.measures[data.measureOf.get(state.measure)]));
    else chosen.replaceChildren(h("p", { class: "mk-note" }, "Choose a number to see what it was counted on; a sentence, a quotation or a source in a text to see what was found there, and by which rule."));
  }

  function aboutNumber({ label, what, marks, among, noun }) {
    const lines = open().map((side) => {
      const article = at(side), cell = article.numbers[data.measureOf.get(state.measure)];
      const [keys, all] = [article.behind[marks] ?? [], among ? article.behind[among] ?? [] : null];
      const rests = all ? `${keys.length} of ${many(all.length, noun)}` : many(keys.length, noun);
      const value = !cell ? "no value" : cell[0] === null ? `no value: ${cell[1]}` : `${cell[1]}${cell[2] ? ` (${cell[2]})` : ""}${cell[3] === "other event" ? ", likely another event" : ""}`;
      return h("div", {}, h("p", {}, badge(side), " ", h("bdi", {}, article.label), ": ", h("b", {}, value), `; marked: ${rests}.`),
        keys.length ? h("details", {}, h("summary", {}, "One by one"), h("ol", {}, keys.map((key) => h("li", {}, place(side, key, h("bdi", {}, cutOff(texts.words(side, key), 90))))))) : null);
    });
    return [h("p", { class: "mk-caption" }, label), what ? h("p", { class: "mk-note" }, `${capital(what)}.`) : null, ...lines].filter(Boolean);
  }

  function aboutMark(side, key) {
    const article = at(side), kind = kindOf(key), its = LETTER[other(side)];
    const keys = kind === "sentence" || kind === "line" ? keysIn(article, key) : [key];
    const said = [...new Map(keys.map((one) => saidAt(article.said, one)).filter(Boolean).map((found) => [found.statement ?? found.alone, found])).values()];
    const quotes = new Set([...keys, ...said.flatMap(({ statement }) => (statement?.quotes ?? []).map((no) => `quote:${no}`))]);
    const line = kind === "line" ? article.lines.find(({ no }) => no === numberOf(key)) : null;
    const told = [
      ...(line && line.label !== "body" ? [h("p", { class: "mk-note" }, `${aboutLine(line)}.`)] : []),
      ...items.links.filter((link) => quotes.has(link[side])).map((link) => h("div", {}, h("p", { class: "mk-caption" }, `Text ${its} has this quotation, too`),
        h("p", {}, sideBySide(link.words)), h("p", { class: "mk-note" }, `How they differ: ${link.differs || "the same words"}.`))),
      ...items.passages.filter((one) => keys.includes(one.key)).map(({ words, credited, kind: what }) =>
        h("p", {}, `Text ${its} has ${many(words, "word")} of this, too; ${what || (credited ? "with a credit" : "neither credits the other")}.`)),
      ...article.origins.filter(([, , , own]) => own === key).map((origin) => h("p", {}, "May come from ", originSaid(origin), ".")),
      ...said.map(({ statement, alone }) => (statement ? aboutStatement(statement, data.words, article.label) : aboutAlone(alone, data.words))),
    ];
    const nothing = kind === "line" ? "Nothing was extracted from this line." : kind === "sentence" ? "Nothing was extracted from this sentence: no quotation, no statement with a source, no words that both texts have."
      : kind === "reused" ? "Other articles of the story print these words, too." : kind === "uncredited" ? "Other articles print these words, too, and no credit says so." : "Nothing more is known about it.";
    return [h("p", {}, badge(side), " ", h("b", {}, KIND_SAID[kind] ?? "Marked"), ": ", h("q", { dir: "auto" }, cutOff(texts.words(side, key), 220))),
      ...(told.length ? told : [h("p", { class: "mk-note" }, nothing)])];
  }

  // The marks that lie in a sentence or a line, or begin there.
  const keysIn = ({ lines, places }, stretch) => {
    const found = new Set();
    let piece = 0;
    for (const { no, pieces } of lines) for (const [, ...keys] of pieces) {
      if (keys.includes(stretch) || stretch === `line:${no}`) {
        keys.forEach((key) => found.add(key));
        for (const [key, [first, last]] of Object.entries(places)) if (first <= piece && piece <= last) found.add(key);
      }
      piece += 1;
    }
    found.delete(stretch);
    return [...found];
  };

  function show(asked) {
    state = asked;
    const pair = [state.story, state.left, state.right].join("\n");
    if (shownPair !== pair) {
      [shownPair, shownChoice] = [pair, null];
      items = state.right === null ? { links: [], passages: [] } : data.shared(data.placeOf.get(state.left), data.placeOf.get(state.right));
      [fillQuotes, fillPassages, fillSources, fillSingle, fillMeasures, fillOrigins].forEach((fill) => fill());
    }
    const choice = [state.side, state.mark, state.measure].join("\n");
    if (shownChoice !== choice) {
      fillChosen();
      now.scrollTop = 0;
    }
    shownChoice = choice;
    clear.hidden = state.mark === null && state.measure === null;
    now.classList.toggle("mk-something", !clear.hidden);
    press([...box.querySelectorAll(".mk-item, .mk-count"), ...now.querySelectorAll(".mk-item")], ({ dataset }) =>
      dataset.side === state.side && (dataset.keys?.split(" ") ?? [dataset.key]).includes(state.mark));
    pressNumbers(box, state, data);
  }
  // how much of the window's lower end is covered by what is said about the choice
  const covers = () => (getComputedStyle(now).position === "sticky" ? now.offsetHeight : 0);
  return { box, now, show, covers };
}

const originSaid = ([name, reason, strength]) => h("span", {}, h("bdi", {}, name), `: ${reason}${STRENGTH[strength] ?? ""}`);
const STRENGTH = { certain: "", likely: " (likely)", check: " (worth a look)" };
const KIND_SAID = { line: "Line", sentence: "Sentence", quote: "Quotation", told: "Statement", source: "Source", cue: "Words that attribute", passage: "Passage",
  echo: "The same words, not in quotation marks", reused: "Passage that others print, too", uncredited: "Passage without a credit", origin: "What says where it may come from" };

// Two wordings as one row of words: what only A has struck through, what only B has underlined.
const sideBySide = (words) => h("span", { class: "mk-differs", dir: "auto" }, words.flatMap((piece, place) => {
  const [one, two] = piece;
  return [place ? " " : "", ...(piece.length === 1 ? [one] : [one ? h("del", {}, one) : "", one && two ? " " : "", two ? h("ins", {}, two) : ""])];
}));
