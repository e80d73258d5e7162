// An article with its marks, as texts.py packs it: every piece of a line knows the keys ("quote:2") it belongs to.

// What a click on a piece means where several marks lie on it: the first of these that is shown.
const NEAREST = ["cue", "source", "quote", "echo", "passage", "told", "sentence", "line"];
const kindOf = (key) => key.slice(0, key.indexOf(":"));
const numberOf = (key) => Number(key.slice(key.indexOf(":") + 1));
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

// A line of a text is a mark, too: "line:12". Whether an article has the one that a key names.
const hasLine = ({ lines }, key) => kindOf(key) === "line" && lines.some(({ no }) => no === numberOf(key));

// What stands above a line that is not part of the article's own text.
const aboutLine = (lineOf) => lineOf.label === "title" ? "Headline" : `${capital(lineOf.shown)}, not counted: ${lineOf.why}`;

// A box for texts; a group, since several explorers may stand on one page and landmarks must differ. layers: the kinds of
// marks that are shown; onpick: told the key of a mark that was chosen, by click or, with the box focused, by arrow keys; stopOf: what arrow keys stop at where several marks are one thing (null:
// not there); about: what stands above a line that is not body.
// open(article, apart) shows a text, with marks that are not in its pieces: { key: [first piece, last piece] }; mark(keys)
// highlights and scrolls to marks, bring(key) scrolls to one; show(layers) changes what is shown; at(key) gives a mark's elements, words(key) its words.
function makeText({ label, layers = [], onpick = () => {}, stopOf = (key) => key, about = aboutLine }) {
  let pieces = new Map(), order = [], chosen = [], shown = new Set(layers), apart = [], place = 0, later = null;
  const box = h("div", { class: "mk-text", role: "group", "aria-label": label, tabindex: "0", onkeydown: (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const stops = by ? [...new Set(order.filter((key) => shown.has(kindOf(key))).map(stopOf))].filter(Boolean) : [];
    if (!stops.length || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = stops.findIndex((key) => chosen.includes(key));
    onpick(stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length]);
  } });

  function makePiece([text, ...own]) {
    const keys = [...own, ...apart.filter(([, [first, last]]) => first <= place && place <= last).map(([key]) => key)];
    place += 1;
    return keys.length ? marked(h("span", { class: ["mk-piece", ...keys.map((key) => `mk-in-${kindOf(key)}`)].join(" ") }, text), keys) : text;
  }

  // An element that belongs to marks, and leads to the nearest of them.
  function marked(made, keys) {
    made.addEventListener("click", (event) => {
      const kind = NEAREST.find((one) => shown.has(one) && keys.some((key) => kindOf(key) === one));
      if (!kind || String(getSelection())) return; // words were marked with the mouse, to copy them
      event.stopPropagation();
      onpick(keys.findLast((key) => kindOf(key) === kind));
    });
    for (const key of keys) {
      if (!pieces.has(key)) order.push(key);
      pieces.set(key, [...(pieces.get(key) ?? []), made]);
    }
    return made;
  }

  function makeLine(lineOf) {
    const kind = { body: "mk-own", title: "mk-headline" }[lineOf.label] ?? "mk-other";
    const note = lineOf.label === "body" ? null : h("span", { class: "mk-rule" }, about(lineOf));
    const words = marked(h("span", { class: "mk-words mk-in-line", dir: "auto" }), [`line:${lineOf.no}`]);
    words.append(...lineOf.pieces.map(makePiece));
    return h("li", { class: kind }, note, words);
  }

  function open(article, marks = {}) {
    [pieces, order, chosen, apart, place] = [new Map(), [], [], Object.entries(marks), 0];
    box.replaceChildren(h("ol", { class: "mk-reading" }, article.lines.map(makeLine)));
    [box.scrollTop, later] = [0, null];
    const first = box.querySelector(".mk-headline, .mk-own"); // site text above it is one scroll away
    if (first) scrollTo(first, 12);
  }

  // Scrolls to an element, so many pixels below the edge; a notebook lays a widget out later than it is made.
  function scrollTo(element, below) {
    later = () => { box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - below; };
    if (box.clientHeight) scrolled();
  }
  const scrolled = () => { later?.(); later = null; };
  new ResizeObserver(() => { if (box.clientHeight) scrolled(); }).observe(box);

  function mark(keys) {
    const at = (key) => pieces.get(key) ?? [];
    chosen.flatMap(at).forEach((piece) => piece.classList.remove("mk-chosen"));
    chosen = keys.filter((key) => pieces.has(key));
    chosen.flatMap(at).forEach((piece) => piece.classList.add("mk-chosen"));
    const [first] = at(chosen[0]), target = first?.querySelector(".mk-hit") ?? first; // words that were sought there, if any
    if (target) scrollTo(target, 60);
  }

  // Scrolls to a mark, unless it is in sight.
  function bring(key) {
    const [piece] = pieces.get(key) ?? [], top = piece ? piece.offsetTop - box.scrollTop : 0;
    if (piece && (top < 0 || top > box.clientHeight - 40)) scrollTo(piece, 60);
  }

  function show(kinds) {
    shown = new Set(kinds);
    box.dataset.layers = kinds.join(" ");
  }

  show(layers);
  const at = (key) => pieces.get(key) ?? [];
  const between = (one, next) => one.nextSibling === next ? "" : one.parentNode === next.parentNode ? " … " : " ";
  const words = (key) => at(key).map((piece, place, all) => (place ? between(all[place - 1], piece) : "") + piece.textContent).join("");
  return { box, open, mark, bring, show, at, words };
}
