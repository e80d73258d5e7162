// Search in packed texts: every place where words stand, outlet by outlet, with what stands around them.

const CONTEXT = 70, MOST_PLACES = 200; // characters to either side; places listed

// What finds words as a reader means them: in capitals or not, with straight or curly marks, over any space.
function wordsSought(words) {
  const plain = words.trim().replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&").replace(/['’‘]/g, "['’‘]").replace(/["“”„«»]/g, "[\"“”„«»]")
    .replace(/[-‐‑–]/g, "[-‐‑–]").replace(/\s+/g, "\\s+");
  return plain ? new RegExp(plain, "giu") : null;
}

const linesRead = new WeakMap(); // the lines of an article as plain text, put together once
function textsOf(article) {
  if (!linesRead.has(article)) linesRead.set(article, article.lines.map(({ pieces }) => pieces.map(([piece]) => piece).join("")));
  return linesRead.get(article);
}

// Every place of words in the articles: which article and line (counted from 0), from where to where in the line.
function placesOf(words, articles) {
  const sought = wordsSought(words), places = [];
  if (sought) {
    for (const article of articles) {
      textsOf(article).forEach((text, line) => {
        for (const hit of text.matchAll(sought)) places.push({ article, line, begin: hit.index, end: hit.index + hit[0].length });
      });
    }
  }
  return places;
}

// What stands around a place, in whole words; … where there is more.
const wordsBefore = (text, begin) => (begin > CONTEXT ? `…${text.slice(begin - CONTEXT, begin).replace(/^\S*\s/, "")}` : text.slice(0, begin)).replace(/\s$/, "\u00a0");
const wordsAfter = (text, end) => end + CONTEXT < text.length ? `${text.slice(end, end + CONTEXT).replace(/\s\S*$/, "")}…` : text.slice(end);

// Marks the words in an opened text; nothing is marked where words are empty.
function showWords(box, words) {
  for (const mark of box.querySelectorAll("mark.mk-hit")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
  const sought = wordsSought(words);
  if (!sought) return;
  for (const line of box.querySelectorAll(".mk-words")) {
    markIn(line, [...line.textContent.matchAll(sought)].map((hit) => [hit.index, hit.index + hit[0].length]));
  }
}

// Wraps stretches of an element's text, which may run over several pieces.
function markIn(element, stretches) {
  if (!stretches.length) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [];
  for (let from = 0, node = walker.nextNode(); node; from += node.length, node = walker.nextNode()) nodes.push([node, from]);
  for (const [node, from] of nodes) {
    for (const [begin, end] of stretches.filter(([begin, end]) => begin < from + node.length && end > from).reverse()) {
      const first = Math.max(0, begin - from), own = node.splitText(first);
      own.splitText(Math.min(end - from - first, own.length));
      const mark = h("mark", { class: "mk-hit" });
      own.replaceWith(mark);
      mark.append(own);
    }
  }
}

// A search box and its places. onsearch is told the words, onpick the article and the line that were chosen: an id and a key.
function makeSearch({ onsearch, onpick }) {
  const field = newId("search");
  let waiting = null, shown = "", places = [], articles = [];
  const told = () => { clearTimeout(waiting); if (input.value !== shown) onsearch(input.value); };
  const input = h("input", { id: field, type: "search", autocomplete: "off", spellcheck: "false", placeholder: "a word or a phrase", onchange: told,
    oninput: () => { clearTimeout(waiting); waiting = setTimeout(told, 200); } });
  const said = h("p", { class: "mk-caption", role: "status" });
  const found = h("div", { class: "mk-found" });
  const stopAt = oneStop(found, ".mk-place");
  const box = h("div", { class: "mk-search", role: "group", "aria-label": "Search" }, h("div", { class: "mk-control" }, h("label", { for: field }, "Search the texts"), input), said, found);

  function row({ article, line, begin, end }, at) {
    const text = textsOf(article)[line], { no, label: kind, shown: name } = article.lines[line];
    return h("li", {}, h("button", { type: "button", class: "mk-place", tabindex: "-1", "data-place": at, onclick: () => onpick(article.id, `line:${no}`) },
      h("span", { class: "mk-around", dir: "auto" },
        h("span", { class: "mk-before" }, h("bdi", {}, wordsBefore(text, begin))), h("b", {}, text.slice(begin, end)),
        h("span", { class: "mk-after" }, wordsAfter(text, end))),
      kind === "body" ? null : h("span", { class: "mk-rule" }, kind === "title" ? "Headline" : `${capital(name)}, not counted`)));
  }

  function list() {
    const outlets = new Map();
    places.forEach(({ article: { label: outlet } }, at) => {
      if (!outlets.has(outlet)) outlets.set(outlet, []);
      outlets.get(outlet).push(at);
    });
    const listed = [...outlets].filter(([, own]) => own[0] < MOST_PLACES);
    found.replaceChildren(...listed.map(([outlet, own]) => {
      const several = new Set(own.map((at) => places[at].article.id)).size;
      return h("div", { class: "mk-outlet" },
        h("h3", {}, h("bdi", {}, outlet), `: ${many(own.length, "place")}${several > 1 ? ` in ${many(several, "article")}` : ""}`),
        h("ol", {}, own.filter((at) => at < MOST_PLACES).map((at) => row(places[at], at))));
    }));
    const more = places.length > MOST_PLACES ? `; the first ${MOST_PLACES} are listed` : "";
    const within = new Set(places.map(({ article }) => article)).size;
    said.textContent = !shown.trim() ? "" : !places.length ? `“${shown.trim()}” stands in none of the texts.`
      : `${many(places.length, "place")} in ${within.toLocaleString("en")} of ${many(articles.length, "article")}${more}.`;
  }

  // words: what is sought; among: the articles; id and key: the article and the mark in it that are chosen.
  function show(words, among, id, key) {
    if (words !== shown || among !== articles) {
      [shown, places, articles] = [words, placesOf(words, among), among];
      if (input.value !== words) input.value = words;
      list();
    }
    const chosen = places.findIndex(({ article, line }) => article.id === id && key === `line:${article.lines[line].no}`);
    for (const one of found.querySelectorAll(".mk-place")) one.setAttribute("aria-pressed", String(Number(one.dataset.place) === chosen));
    stopAt(found.querySelector("[aria-pressed='true']"));
  }
  return { box, show };
}
