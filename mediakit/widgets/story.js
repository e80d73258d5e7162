// explore_story: one story, two of its articles side by side, what they share, and what stands behind every number.

const SIDES = ["left", "right"];
const LETTER = { left: "A", right: "B" };
const other = (side) => (side === "left" ? "right" : "left");
// What can be marked in the texts: key of the state, label, kinds of marks.
const LAYERS = [["quotes", "quotations", ["quote"]], ["told", "told in the outlet’s words", ["told"]],
  ["sources", "sources", ["source", "cue"]], ["shared", "shared words", ["passage", "echo"]]];
const WIDE = 1150; // pixels from which the list and what is shared stand beside the texts

function render({ model, el }) {
  const data = readData(model.get("data"));
  const settle = (given) => settled(given, data);
  const step = keepInStep(model, el, settle, (state) => { list.show(state); texts.show(state); panel.show(state); });
  // A mark or a number that was chosen is let go when it is chosen again.
  const pick = (side, mark) => {
    const now = step.now();
    step.go(now.mark === mark && now.side === side ? { mark: null } : { side, mark });
    texts.reveal(side, panel.covers());
  };
  // What is not open yet is opened beside the first text.
  const sideOf = (id) => (step.now().left === id ? "left" : "right");
  const pickNumber = (place, measure) => {
    const now = step.now(), { id } = data.articles[place], side = sideOf(id);
    if (now[side] !== id) step.go({ right: id, side, measure, mark: null });
    else step.go({ measure: now.measure === measure && now.mark === null ? null : measure, mark: null });
    texts.reveal(side, panel.covers());
  };
  const pickPlace = (id, mark) => {
    const side = sideOf(id);
    step.go({ [side]: id, side, mark });
    texts.reveal(side, panel.covers());
  };
  // Puts an article on one side; where it stands on the other already, the two change places.
  const put = (side, id) => {
    const now = step.now(), there = id !== null && now[other(side)] === id;
    if (there && now[side] === null) step.changed(); // one text alone has nothing to change places with
    else step.go({ [side]: id, ...(there ? { [other(side)]: now[side] } : {}), mark: null });
  };
  const doing = { step, pick, pickNumber, pickPlace, put };
  const list = makeList(data, doing);
  const texts = makeTexts(data, doing);
  const panel = makePanel(data, texts, doing);
  const whole = h("div", { class: "mk-three tex2jax_ignore mathjax_ignore" }, list.box, texts.box, panel.now, panel.box);
  el.classList.add("mk-explorer", "mk-story");
  el.append(whole, copyView(data.call, step.now));
  // beside the texts the list is open; above them, on a small screen, it is folded until somebody opens it
  let wide = null;
  const fold = new ResizeObserver(() => {
    if (!el.clientWidth || wide === (el.clientWidth >= WIDE)) return;
    wide = el.clientWidth >= WIDE;
    list.fold.open = wide;
  });
  fold.observe(el);
  step.changed();
  return () => { step.stop(); fold.disconnect(); el.replaceChildren(); };
}

// The data with what is looked up again and again: where each article, story and measure is, and what each pair shares.
function readData(data) {
  const byName = (things, name) => new Map(things.map((thing, place) => [thing[name], place]));
  const pairs = new Map();
  const keep = (kind, one, two, row) => {
    const key = `${Math.min(one, two)} ${Math.max(one, two)}`;
    if (!pairs.has(key)) pairs.set(key, { links: [], passages: [] });
    pairs.get(key)[kind].push(row);
  };
  data.links.forEach((row) => keep("links", row[0], row[2], row));
  data.passages.forEach((row) => keep("passages", row[0], row[2], row));
  const known = data.articles.map(() => null);
  // What two articles share, seen from the first of them.
  const shared = (one, two) => {
    const found = pairs.get(`${Math.min(one, two)} ${Math.max(one, two)}`) ?? { links: [], passages: [] };
    return {
      links: found.links.map(([from, key, , otherKey, differs, words]) => from === one
        ? { left: key, right: otherKey, differs: data.differs[differs], words: data.differences[words] }
        : { left: otherKey, right: key, differs: data.differs[differs],
          words: data.differences[words].map((both) => (both.length === 2 ? [both[1], both[0]] : both)) }),
      passages: found.passages.map(([, number, , words, credited, kind]) => ({ key: `passage:${number}`, words, credited, kind: data.differs[kind] })),
    };
  };
  return { ...data, shared,
    placeOf: byName(data.articles, "id"), storyOf: byName(data.stories, "id"), measureOf: byName(data.measures, "name"),
    // whether an article has a mark
    has: (place, key) => {
      const { lines, places } = data.articles[place];
      known[place] ??= new Set([...Object.keys(places), ...lines.flatMap((line) => line.pieces.flatMap((piece) => piece.slice(1)))]);
      return known[place].has(key) || hasLine(data.articles[place], key);
    } };
}

// A state as it can be shown: what is left out or is none gets its default.
function settled(given, data) {
  const story = data.stories[data.storyOf.get(given.story) ?? 0];
  const [first, second] = story.pair.map((place) => (place === null ? null : data.articles[place].id));
  const inside = (id) => data.placeOf.has(id) && story.articles.includes(data.placeOf.get(id));
  const left = inside(given.left) ? given.left : first;
  const beside = given.right === null || inside(given.right) ? given.right : second;
  const right = beside === left ? [first, second].find((id) => id !== left) ?? null : beside;
  const side = given.side === "right" && right !== null ? "right" : "left";
  const place = data.placeOf.get(side === "right" ? right : left);
  return {
    story: story.id, left, right,
    order: given.order === "name" || data.measureOf.has(given.order) ? given.order : "read", rising: given.rising === true,
    ...Object.fromEntries(LAYERS.map(([name]) => [name, given[name] !== false])), together: given.together === true,
    measure: data.measureOf.has(given.measure) ? given.measure : null,
    mark: typeof given.mark === "string" && data.has(place, given.mark) ? given.mark : null, side,
    search: typeof given.search === "string" ? given.search : "",
  };
}

// A number as a button that leads to what it was counted on; in words where there is none.
function numberButton(data, place, measure, pickNumber) {
  const cell = data.articles[place].numbers[measure];
  const { name, label } = data.measures[measure];
  if (!cell || cell[0] === null) return h("span", { class: "mk-none" }, cell ? cell[1] : "–");
  const [, shown, interval, note] = cell;
  const said = [shown, interval ? `(${interval})` : "", note].filter(Boolean).join(" ");
  return h("button", { type: "button", class: "mk-number", "data-measure": name, "data-place": place, "aria-pressed": "false",
    "aria-label": `${label}, ${data.articles[place].label}: ${said}`, onclick: () => pickNumber(place, name) },
  shown, interval ? h("span", { class: "mk-between" }, interval.replace(" to ", "–")) : null);
}

// Presses the buttons that are chosen, and only touches those that change: there may be hundreds.
function press(buttons, chosen) {
  for (const button of buttons) {
    const own = String(chosen(button));
    if (button.getAttribute("aria-pressed") !== own) button.setAttribute("aria-pressed", own);
  }
}

// Which numbers of a box are chosen: those of the measure, in the articles that are open.
function pressNumbers(box, state, data) {
  const open = SIDES.map((side) => data.placeOf.get(state[side]));
  press(box.querySelectorAll(".mk-number"), ({ dataset }) => dataset.measure === state.measure && open.includes(Number(dataset.place)));
}

// ---- the list: the outlets of the story with their key measures ---------------------------------------------

function makeList(data, { step, pickNumber, put }) {
  const story = choose("Story", data.stories.map(({ id, label, articles }) => [id, `${label} (${many(articles.length, "article")})`]),
    (id) => {
      const [left, right] = data.stories[data.storyOf.get(id)].pair.map((place) => (place === null ? null : data.articles[place].id));
      step.go({ story: id, left, right, mark: null });
    });
  const warning = h("div", { class: "mk-warnings" });
  const columns = data.columns.map((name) => data.measureOf.get(name));
  const sorters = ["name", ...data.columns].map((name) => {
    const known = data.measures[data.measureOf.get(name)];
    const head = h("button", { type: "button", class: "mk-sort", title: known ? `${known.label}: ${known.what}` : null, onclick: () => sortBy(name) },
      known ? SHORT[name] ?? known.label : "outlet");
    return { name, cell: h("th", { scope: "col", colspan: known ? null : columns.length }, head) };
  });
  const table = h("table", { class: "mk-table mk-outlets" },
    h("caption", {}, "A number is a button: it marks what it was counted on. Small below it: how much it hangs on single sentences; where two such ranges overlap, do not rank them."),
    h("colgroup", {}, columns.map((at) => h("col", { class: data.articles.some(({ numbers }) => numbers[at]?.[2]) ? "mk-broad" : null }))),
    h("thead", {}, h("tr", {}, sorters[0].cell), h("tr", {}, sorters.slice(1).map(({ cell }) => cell))));
  const fold = h("details", { class: "mk-fold" }, h("summary", {}, h("h3", {}, "The outlets")), table);
  const box = h("section", { class: "mk-list", "aria-label": "The outlets of the story" }, data.stories.length > 1 ? story.box : null, warning, fold);
  let rows = [], shownStory = null, shownOrder = "";

  const sortBy = (name) => {
    const now = step.now();
    if (now.order !== name) step.go({ order: name, rising: name === "name" });
    else if (now.rising === (name === "name")) step.go({ rising: !now.rising });
    else step.go({ order: "read", rising: false }); // the third press brings back the order in which they were read
  };

  function makeRow(place) {
    const { label, title, warning: warned, id } = data.articles[place];
    const open = (side) => h("button", { type: "button", class: "mk-open", "data-side": side, "aria-pressed": "false", "aria-label": `${label}: show as text ${LETTER[side]}`,
      onclick: () => put(side, id) }, LETTER[side]);
    const cells = columns.map((at) => h("td", {}, numberButton(data, place, at, pickNumber)));
    const named = h("th", { scope: "rowgroup", colspan: columns.length }, h("div", { class: "mk-of-outlet" }, h("span", { class: "mk-outlet-name" }, h("bdi", {}, label)), h("span", { class: "mk-outlet-title", dir: "auto" }, title),
      warned ? h("span", { class: "mk-warned" }, "⚠ likely another event") : null, h("span", { class: "mk-opens" }, SIDES.map(open))));
    return { place, id, row: h("tbody", {}, h("tr", {}, named), h("tr", {}, cells)) };
  }

  const value = ({ place }, name) => data.articles[place].numbers[data.measureOf.get(name)]?.[0] ?? null;
  function ordered(state) {
    const { order, rising } = state;
    if (order === "read") return rows;
    const byName = (one, two) => data.articles[one.place].label.localeCompare(data.articles[two.place].label, "en");
    if (order === "name") return [...rows].sort((one, two) => (rising ? 1 : -1) * byName(one, two));
    const known = rows.filter((row) => value(row, order) !== null).sort((one, two) => (rising ? 1 : -1) * (value(one, order) - value(two, order)) || one.place - two.place);
    return [...known, ...rows.filter((row) => value(row, order) === null)]; // those without a value come last
  }

  // One tab stop: left and right go through a row, up and down from row to row.
  const buttonsOf = (row) => [...row.querySelectorAll("button")];
  table.addEventListener("keydown", (event) => {
    const row = event.target.closest("tbody");
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const own = buttonsOf(row), at = own.indexOf(event.target);
    const beside = (next) => next?.tagName === "TBODY" ? buttonsOf(next)[at] ?? buttonsOf(next).at(-1) : null;
    const to = { ArrowRight: own[at + 1], ArrowLeft: own[at - 1], Home: own[0], End: own.at(-1),
      ArrowDown: beside(row.nextElementSibling), ArrowUp: beside(row.previousElementSibling) }[event.key];
    if (!["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    if (to) { stopAt(to); to.focus(); }
  });
  table.addEventListener("focusin", (event) => { if (event.target.closest("tbody")) stopAt(event.target); });
  let stop = null;
  const stopAt = (button) => {
    if (stop) stop.tabIndex = -1;
    stop = button;
    if (stop) stop.tabIndex = 0;
  };

  function show(state) {
    story.select.value = state.story;
    if (shownStory !== state.story) {
      [shownStory, shownOrder] = [state.story, ""];
      const { articles } = data.stories[data.storyOf.get(state.story)];
      rows = articles.map(makeRow);
      [...table.tBodies].forEach((body) => body.remove());
      for (const { row } of rows) for (const button of buttonsOf(row)) button.tabIndex = -1;
      const warned = articles.filter((place) => data.articles[place].warning);
      warning.replaceChildren(...warned.map((place) => h("p", { class: "mk-warned" }, "⚠ ", h("bdi", {}, data.articles[place].label), `: ${data.articles[place].warning}.`)));
      fold.querySelector("h3").textContent = `The outlets: ${many(articles.length, "article")}`;
    }
    const order = `${state.order} ${state.rising}`;
    if (shownOrder !== order) {
      shownOrder = order;
      table.append(...ordered(state).map(({ row }) => row));
      for (const { name, cell } of sorters) cell.setAttribute("aria-sort", name !== state.order ? "none" : state.rising ? "ascending" : "descending");
      stopAt(table.tBodies[0].querySelector("button"));
    }
    for (const { row, id } of rows) {
      row.classList.toggle("mk-is-open", state.left === id || state.right === id);
      press(row.querySelectorAll(".mk-open"), ({ dataset }) => state[dataset.side] === id);
    }
    pressNumbers(table, state, data);
  }
  return { box, fold, show };
}

// Heads for narrow columns; their titles say the whole.
const SHORT = { word_count: "words", mean_sentence_length: "per sentence", flesch_kincaid_grade: "grade", lix: "LIX", quote_count: "quotes",
  speaker_count: "speak\u00aders", reused_share: "shared" };

export default { render };
