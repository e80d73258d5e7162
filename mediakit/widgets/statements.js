// Statements, as statements.py packs them: their words in the text, who says them through whom, and by which rule that was found.

const NOT_NAMED = "not named", NO_SOURCE = "no source given", GAP = "?";

// The keys of a statement's marks in its text, its words first.
const keysOf = ({ no, quotes }) => [`told:${no}`, ...quotes.map((quote) => `quote:${quote}`), `source:${no}`, `cue:${no}`];

// What a mark of an article belongs to: { statement } or { alone }; nothing for a mark of another kind.
function saidAt(said, key) {
  const number = numberOf(key), kind = kindOf(key);
  if (kind === "quote") {
    const statement = said.statements.find(({ quotes }) => quotes.includes(number));
    const alone = said.alone.find(({ no }) => no === number);
    return statement ? { statement } : alone ? { alone } : null;
  }
  const statement = ["told", "source", "cue"].includes(kind) && said.statements.find(({ no }) => no === number);
  return statement ? { statement } : null;
}

// The words of every told: and quote: mark of an article, by key; … where they stand apart.
function wordsSaid(article) {
  const found = new Map();
  let place = 0, solid = 0; // pieces so far, and those that are not blank
  for (const { pieces } of article.lines) {
    for (const [text, ...keys] of pieces) {
      for (const key of keys.filter((one) => kindOf(one) === "told" || kindOf(one) === "quote")) {
        const before = found.get(key);
        const gap = !before || before.place === place ? "" : before.solid === solid ? " " : " … ";
        found.set(key, { words: `${before?.words ?? ""}${gap}${text}`, place: place + 1, solid: solid + (text.trim() ? 1 : 0) });
      }
      [place, solid] = [place + 1, solid + (text.trim() ? 1 : 0)];
    }
    place += 1; // a line end parts words
  }
  return new Map([...found].map(([key, { words }]) => [key, words.trim()]));
}

// Through whom a statement came, from the outlet that prints it to its source: [name, what it does] each.
function chainOf({ who, source, carriers }, outlet) {
  const last = who === NO_SOURCE ? [GAP, "the text names no source"]
    : who === NOT_NAMED ? [`“${source || "somebody"}”`, "the source, without a name"] : [who, "the source"];
  return [[outlet, "prints it"], ...carriers.map((name) => name === GAP ? [GAP, "somebody; the text does not say who"] : [name, "passes it on"]), last];
}

function chainInWords(nodes) {
  const said = nodes.slice(1).map(([name], place) => name === GAP
    ? (place === nodes.length - 2 ? "a source that the text does not name" : "somebody whom the text does not name") : name);
  const between = nodes.length === 2 ? ", and the text names nobody in between" : "";
  return `${nodes[0][0]} has it from ${said.join(", which has it from ")}${between}.`;
}

const CHAIN = { narrowest: 300, letter: 9.5, box: 44, gap: 26 };

// The chain as a picture: a box for each, outermost first; a dashed one with “?” where somebody is missing.
function drawChain(nodes) {
  const { narrowest, letter, box, gap } = CHAIN, names = nodes.map(([name]) => cutOff(name, 40));
  const width = Math.max(narrowest, ...names.map((name) => 30 + letter * name.length));
  const height = nodes.length * box + (nodes.length - 1) * gap + 4;
  const picture = draw("svg", { class: "mk-chain", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
  nodes.forEach(([name, does], place) => {
    const top = 2 + place * (box + gap), middle = width / 2;
    const missing = name === GAP;
    if (place) {
      picture.append(draw("path", { class: "mk-chain-arrow", d: `M${middle} ${top - gap + 3}V${top - 4}m-5-6 5 6 5-6` }),
        draw("text", { class: "mk-chain-does", x: middle + 12, y: top - gap / 2 + 4 }, "from"));
    }
    picture.append(
      draw("rect", { class: missing ? "mk-chain-gap" : "mk-chain-box", x: 2, y: top, width: width - 4, height: box, rx: 5 }),
      draw("text", { class: "mk-chain-name", x: middle, y: top + 19, "text-anchor": "middle" }, names[place]),
      draw("text", { class: "mk-chain-does", x: middle, y: top + 35, "text-anchor": "middle" }, does));
  });
  return picture;
}

const cutOff = (words, most) => words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;

// Everything that was worked out about a statement: who, through whom, tied by what, by which rule, who else it could be.
function aboutStatement(statement, words, outlet) {
  const { who, how, source, cue, cue_class, contested, hedges, identified, role, reason } = statement;
  const chain = chainOf(statement, outlet), picture = drawChain(chain);
  const disputed = contested ? "; dictionaries and style guides disagree about it" : "";
  return h("div", { class: "mk-about-statement" },
    h("p", { class: "mk-lead" }, h("bdi", {}, who), `: ${words.how[how]}`),
    picture, h("p", { class: "mk-note" }, h("bdi", {}, chainInWords(chain))),
    facts([
      ["in the text", source && source !== who ? quoted(source) : null],
      ["kind of source", [words.identified[identified], who !== NO_SOURCE ? words.role[role] : null, words.reason[reason]].filter(Boolean).join("; ")],
      ["attributed by", cue ? [quoted(cue), cue_class ? `: ${cue_class}, ${words.cue_class[cue_class]}${disputed}` : ""] : null],
      ["softened by", hedges.length ? listed(hedges) : null],
      ...howFound(statement, words)]),
    savePicture(picture, { name: `chain ${outlet} ${who}`, caption: chainInWords(chain),
      source: "A box is somebody who passed the statement on; “?” is somebody whom the text leaves out." }));
}

// What was worked out about a stretch in quotation marks that nobody is said to speak.
function aboutAlone(alone, words) {
  return h("div", { class: "mk-about-statement" },
    h("p", { class: "mk-lead" }, "In quotation marks, and the text says of nobody that they said it"),
    facts([["what it is", words.form[alone.form]], ...howFound(alone, words)]));
}

const howFound = ({ candidates, rule, sure }, words) => [
  ["could also be", candidates.length ? listed(candidates) : null],
  ["found by", rule ? `${words.rule[rule]}${words.rule[rule] === rule ? "" : ` (rule: ${rule})`}` : null],
  ["how sure", sure ? words.sure[sure] : null]];

const facts = (pairs) => h("dl", { class: "mk-facts" },
  pairs.filter(([, said]) => said).map(([name, said]) => h("div", {}, h("dt", {}, name), h("dd", {}, said))));
const quoted = (words) => h("span", {}, "“", h("bdi", {}, words), "”");
const listed = (names) => names.flatMap((name, place) => [place ? ", " : "", h("bdi", {}, name)]);
