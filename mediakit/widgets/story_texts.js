// explore_story: the two texts side by side, with what is marked in them.

function makeTexts(data, { step, pick, pickPlace, put }) {
  const search = makeSearch({ onsearch: (words) => step.go({ search: words }), onpick: pickPlace });
  const layers = LAYERS.map(([name, label]) => ({ name, ...tick(label, (on) => step.go({ [name]: on })) }));
  layers.forEach(({ name, box: one }) => one.classList.add(`mk-shows-${name}`));
  const together = tick("scroll together", (on) => step.go({ together: on }));
  const sides = Object.fromEntries(SIDES.map((side) => [side, makeSide(side)]));
  const box = h("section", { class: "mk-texts", "aria-label": "The texts" }, search.box,
    h("div", { class: "mk-controls mk-layers", role: "group", "aria-label": "What is marked in the texts" }, layers.map((one) => one.box), together.box),
    h("div", { class: "mk-pair" }, SIDES.map((side) => sides[side].box)));
  let shownPair = null, shownStory = null, shownMarks = "", among = [], items = { links: [], passages: [] };

  function makeSide(side) {
    const article = choose(`Text ${LETTER[side]}`, [], (id) => put(side, id || null));
    const about = h("p", { class: "mk-note mk-of-text" });
    const text = makeText({ label: `Text ${LETTER[side]}`, layers: ["sentence"], onpick: (key) => pick(side, key) });
    const alone = h("p", { class: "mk-note mk-alone" }, "Choose a second text here, or by its B in the list, to see what the two share.");
    const own = h("div", { class: `mk-side mk-${side}` }, article.box, about, text.box, side === "right" ? alone : null);
    for (const deed of ["wheel", "pointerdown", "touchstart", "keydown"]) text.box.addEventListener(deed, () => { leader = side; }, { passive: true });
    text.box.addEventListener(still() ? "scrollend" : "scroll", () => { if (leader === side && step.now().together) follow(side); });
    return { box: own, article, about, text, alone };
  }

  // Scrolling together: the text that somebody scrolls leads; the other one is put where the nearest shared words stand beside each other.
  let leader = null;
  function follow(side) {
    const [own, its] = [sides[side].text, sides[other(side)].text];
    const middle = own.box.scrollTop + own.box.clientHeight / 3;
    const stops = [...items.links.map((item) => [item[side], item[other(side)]]), ...items.passages.map(({ key }) => [key, key])]
      .map(([key, there]) => [own.at(key)[0], its.at(there)[0]]).filter(([here, there]) => here && there);
    if (!stops.length) return;
    const [here, there] = stops.reduce((best, one) => Math.abs(one[0].offsetTop - middle) < Math.abs(best[0].offsetTop - middle) ? one : best);
    its.box.scrollTop = there.offsetTop - (here.offsetTop - own.box.scrollTop);
  }

  // The marks of the other text that stand for the same words.
  function partners(side, key) {
    const place = placeAt(side), said = place === null ? null : saidAt(data.articles[place].said, key)?.statement;
    const keys = said ? keysOf(said) : [key];
    return kindOf(key) === "passage" ? [key] : items.links.filter((item) => keys.includes(item[side])).map((item) => item[other(side)]);
  }

  let state = null;
  const placeAt = (side) => (state[side] === null ? null : data.placeOf.get(state[side]));

  function open() {
    const [one, two] = SIDES.map(placeAt);
    items = two === null ? { links: [], passages: [] } : data.shared(one, two);
    const apart = new Set([...items.passages.map(({ key }) => key), ...items.links.flatMap(({ left, right }) => [left, right])]);
    for (const side of SIDES) {
      const { box: own, about, text, alone } = sides[side], place = placeAt(side);
      own.classList.toggle("mk-empty", place === null);
      text.box.hidden = about.hidden = place === null;
      if (side === "right") alone.hidden = place !== null;
      if (place === null) continue;
      const { places, published, title, label, warning } = data.articles[place];
      text.open(data.articles[place], Object.fromEntries(Object.entries(places).filter(([key]) => apart.has(key))));
      text.box.setAttribute("aria-label", `Text ${LETTER[side]}: ${label}`);
      about.replaceChildren(h("span", { class: "mk-on-paper" }, `Text ${LETTER[side]}: `, h("bdi", {}, `${label}: ${title}. `)), published ? `Published ${published}. ` : "Date not known. ",
        warning ? h("span", { class: "mk-warned" }, "⚠ Likely another event.") : "");
    }
  }

  function show(now) {
    state = now;
    for (const { name, input } of layers) input.checked = state[name];
    together.input.checked = state.together;
    together.input.disabled = state.right === null;
    const { articles } = data.stories[data.storyOf.get(state.story)];
    const pair = [state.story, state.left, state.right].join("\n");
    if (shownPair !== pair) {
      if (shownStory !== state.story) {
        shownStory = state.story;
        among = articles.map((place) => data.articles[place]);
        const options = articles.map((place) => [data.articles[place].id, `${data.articles[place].label}: ${data.articles[place].title}`]);
        sides.left.article.select.replaceChildren(...options.map(([value, label]) => h("option", { value }, label)));
        sides.right.article.select.replaceChildren(h("option", { value: "" }, "no second text"), ...options.map(([value, label]) => h("option", { value }, label)));
      }
      [shownPair, shownMarks] = [pair, ""];
      open();
    }
    for (const side of SIDES) sides[side].article.select.value = state[side] ?? "";
    const kinds = LAYERS.filter(([name]) => state[name]).flatMap(([, , of]) => of);
    if (state.right === null && state.shared) kinds.push("reused");
    SIDES.forEach((side) => sides[side].text.show([...kinds, "sentence"]));
    search.show(state.search, among, state[state.side], state.mark);
    const marks = [state.side, state.mark, state.measure, state.search].join("\n");
    if (shownMarks !== marks) mark();
    shownMarks = marks;
  }

  // What is chosen: one mark and its like in the other text, or all that stands behind a number.
  function mark() {
    leader = null;
    const chosen = state.measure === null ? null : data.measures[data.measureOf.get(state.measure)];
    for (const side of SIDES) {
      const { text } = sides[side], place = placeAt(side);
      showWords(text.box, state.search);
      text.box.querySelectorAll(".mk-behind, .mk-among").forEach((piece) => piece.classList.remove("mk-behind", "mk-among"));
      if (place === null) continue;
      const of = (name) => (name ? data.articles[place].behind[name] ?? [] : []);
      const behind = chosen ? of(chosen.marks) : [];
      of(chosen?.among).flatMap(text.at).forEach((piece) => piece.classList.add("mk-among"));
      behind.flatMap(text.at).forEach((piece) => piece.classList.add("mk-behind"));
      const own = state.mark === null ? [] : state.side === side ? [state.mark] : partners(state.side, state.mark);
      text.mark(own);
      if (!own.length && behind.length && state.mark === null) text.bring(behind[0]);
    }
  }

  // Brings a text into the window where what was chosen in it is out of sight or below what is said about it; only ever after a press.
  function reveal(side, covered) {
    const { box: own } = sides[side].text;
    const chosen = own.querySelector(".mk-chosen") ?? own.querySelector(".mk-behind");
    if (!chosen) return;
    const { top, bottom } = chosen.getBoundingClientRect();
    if (top < 0 || Math.min(bottom, top + 60) > innerHeight - covered) own.scrollIntoView({ block: "start" });
  }
  return { box, show, reveal, words: (side, key) => sides[side].text.words(key) };
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
