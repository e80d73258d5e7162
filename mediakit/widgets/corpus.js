// explore_corpus: what was read and how each thing is known, with the text, and where a person says otherwise.

const twice = (article) => article.copies.length > 0;
const inEnglish = new Intl.Collator("en");
const ORDERS_OF_PILE = [["read", "as read"], ["outlet", "by outlet"], ["date", "by date, earliest first"], ["event", "by event"], ["words", "by length, longest first"]];
const NOT_KNOWN = "not known";
const inQuotes = (words, most = 60) => `“${words.length > most ? `${words.slice(0, most).trimEnd()}…` : words}”`;

function render({ model, el }) {
  const data = model.get("data");
  const byId = new Map(data.articles.map((article) => [article.id, article]));
  const orders = ORDERS_OF_PILE.filter(([name]) => name !== "words" || data.words);
  const corrections = () => model.get("corrections") || [];
  // What the list can be cut down to; several of these may hold for one article.
  const kinds = [
    ["all", "all articles", () => true],
    ["outlet", "outlet not known", (article) => article.unknown],
    ["date", "date not known", (article) => !article.known.published],
    ["event", "event not known", (article) => !article.event],
    ["again", "likely another event than said", (article) => article.warning],
    ["twice", "the text stands more than once", twice],
    ["flagged", "something to know before using it", (article) => article.flags.length > 0],
    ["corrected", "corrected by a person", (article) => corrections().some((one) => one.article_id === article.id)],
  ];

  const settle = (given) => {
    const article = byId.has(given.article) ? given.article : data.articles[0].id;
    const { places, quotes } = byId.get(article);
    const marked = [...places.map(([number]) => `line:${number}`), ...quotes.map(([number]) => `quote:${number}`)];
    return {
      article,
      at: marked.includes(given.at) ? given.at : null,
      show: kinds.some(([name]) => name === given.show) ? given.show : "all",
      order: orders.some(([name]) => name === given.order) ? given.order : "read",
      search: typeof given.search === "string" ? given.search : "",
    };
  };
  const step = keepInStep(model, el, settle, (state) => { for (const part of parts) part.show(state); });
  const correcting = makeCorrecting({ data, byId, model, corrections, step });
  const search = makeSearch({ onsearch: (search) => step.go({ search }), onpick: (article, at) => step.go({ article, at }) });
  const pile = makePile({ data, kinds, orders, step, search });
  const article = makeArticle({ data, byId, step, correcting });
  const parts = [pile, { show: ({ search: words, article, at }) => search.show(words, data.articles, article, at) }, article, correcting];
  const changed = () => { pile.forget(); step.changed(); };
  model.on("change:corrections", changed);
  model.on("change:answer", correcting.answered);
  el.classList.add("mk-explorer", "mk-corpus");
  el.append(h("div", { class: "mk-sides tex2jax_ignore mathjax_ignore" }, pile.box, article.box));
  step.changed();
  return () => {
    step.stop();
    model.off("change:corrections", changed);
    model.off("change:answer", correcting.answered);
    el.replaceChildren();
  };
}

// Which of the lines shown (from 0) a key of the state stands in; null where it is none.
function lineAt(article, at) {
  if (at === null) return null;
  const quote = kindOf(at) === "quote" ? article.quotes.find(([number]) => number === numberOf(at)) : null;
  const place = article.places.findIndex(([number, begin, end]) => quote ? begin <= quote[1] && quote[2] <= end : number === numberOf(at));
  return place < 0 ? null : place;
}

// ---- the pile: a row an article ---------------------------------------------------------------------------

function makePile({ data, kinds, orders, step, search }) {
  const counted = (holds) => data.articles.filter(holds).length.toLocaleString("en");
  const kind = choose("Show", kinds.map(([name]) => [name, ""]), (show) => step.go({ show }));
  const order = choose("Order", orders, (name) => step.go({ order: name }));
  const caption = h("p", { class: "mk-caption", "aria-live": "polite" });
  const list = h("ol", { class: "mk-pile" });
  const rows = data.articles.map((article) => makeArticleRow(article, data, step));
  const stopAt = oneStop(list, ".mk-article");
  const problems = data.problems.length ? h("details", {}, h("summary", {}, `What was wrong with the input: ${many(data.problems.length, "problem")}`)) : null;
  problems?.addEventListener("toggle", () => problems.childElementCount > 1 ||
    problems.append(dataTable("Problems met while reading", ["file", "line", "what", "how to mend it", "what became of it"], data.problems)), { once: true });
  const box = h("section", { class: "mk-all", "aria-label": "The articles" },
    h("p", { class: "mk-lead" }, data.lead), search.box, h("div", { class: "mk-controls" }, kind.box, order.box), caption, list, problems, copyView(data.call, step.now));
  let shown = "", pressed = null;

  function arrange({ show, order: name }) {
    const [, words, holds] = kinds.find(([one]) => one === show);
    [...kind.select.options].forEach((option, at) => { option.textContent = `${kinds[at][1]} (${counted(kinds[at][2])})`; });
    const chosen = rows.filter(({ article }) => holds(article)).sort(inOrder(name, data));
    list.replaceChildren(...chosen.map(({ item }) => item));
    const ordered = orders.find(([one]) => one === name)[1];
    caption.textContent = show === "all" ? `${many(rows.length, "article")}, ${ordered}.`
      : `${chosen.length.toLocaleString("en")} of ${many(rows.length, "article")}: ${words}; ${ordered}.`;
  }

  function press(id) {
    pressed?.button.setAttribute("aria-pressed", "false");
    pressed = rows.find(({ article }) => article.id === id);
    pressed.button.setAttribute("aria-pressed", "true");
    stopAt(pressed.button);
    if (pressed.item.isConnected) keptInSight(list, pressed.item);
  }

  function show(state) {
    kind.select.value = state.show;
    order.select.value = state.order;
    const asked = `${state.show} ${state.order}`;
    const again = shown !== asked;
    if (again) arrange(state);
    shown = asked;
    if (again || pressed?.article.id !== state.article) press(state.article);
  }
  return { box, show, forget: () => { shown = ""; } };
}

function makeArticleRow(article, data, step) {
  const event = article.event === null ? null : data.events[article.event];
  const said = [
    article.known.published ? article.known.published[1] : "date not known",
    event && (event[1].length > 1 ? `${event[0].split(":")[0]}, ${many(event[1].length, "article")}` : "no other of its event"),
    article.words === null ? null : many(article.words, "word"),
  ].filter(Boolean).join(" · ");
  const noted = [article.warning && "likely another event", twice(article) && `same text as ${many(article.copies.length, "other")}`,
    ...article.flags.filter((flag) => flag !== "duplicate" && flag !== "other_event").map((flag) => flag.replaceAll("_", " "))].filter(Boolean);
  const button = h("button", { type: "button", class: "mk-article", "aria-pressed": "false", onclick: () => step.go({ article: article.id, at: null }) },
    h("span", { class: article.unknown ? "mk-whose mk-nobody" : "mk-whose" }, h("bdi", {}, article.label)),
    h("span", { class: "mk-head", dir: "auto" }, article.title),
    h("span", { class: "mk-meta" }, said, noted.map((words) => h("span", { class: "mk-flag" }, words))));
  return { article, button, item: h("li", {}, button) };
}

function inOrder(name, data) {
  const place = new Map(data.articles.map((article, at) => [article, at]));
  const event = new Map(Object.keys(data.events).map((story, at) => [story, at])), last = event.size;
  const by = {
    read: () => 0,
    outlet: (one, other) => one.unknown - other.unknown || inEnglish.compare(one.label, other.label),
    date: (one, other) => inEnglish.compare(one.known.published?.[0] ?? "9", other.known.published?.[0] ?? "9"),
    event: (one, other) => (event.get(one.event) ?? last) - (event.get(other.event) ?? last),
    words: (one, other) => (other.words ?? -1) - (one.words ?? -1),
  }[name];
  return ({ article: one }, { article: other }) => by(one, other) || place.get(one) - place.get(other);
}

// ---- one article: what is known, how, and its text -----------------------------------------------------------

function makeArticle({ data, byId, step, correcting }) {
  const heading = h("h3", { dir: "auto" });
  const about = h("p", { class: "mk-note" });
  const notes = h("ul", { class: "mk-notes" });
  const facts = h("dl", { class: "mk-facts" });
  const line = h("p", { class: "mk-caption", "aria-live": "polite" });
  const layers = data.articles.some(({ quotes }) => quotes.length) ? ["line", "quote"] : ["line"];
  const text = makeText({ label: "The text, line by line", layers, onpick: (at) => step.go({ at }), about: ({ shown, why }) => `${capital(shown)}: ${why}` });
  const help = h("p", { class: "mk-note" }, "Choose a line to see by which rule it is what it is. Lines with a dotted edge are not the article’s own words and are not counted.");
  const box = h("section", { class: "mk-one", "aria-label": "One article" }, heading, about, notes, facts, help, line, text.box, correcting.box);
  let opened = null, marked = "";

  const leadTo = (places, most = 12) => [
    ...places.slice(0, most).flatMap((place) => [" ", h("button", { type: "button", class: "mk-lead-to", onclick: () => step.go({ article: data.articles[place].id, at: null }) },
      h("bdi", {}, data.articles[place].label))]),
    places.length > most ? ` and ${many(places.length - most, "other")}` : null,
  ];

  function open(article) {
    heading.textContent = article.title;
    about.replaceChildren(h("bdi", {}, article.label), `. File: ${article.file}`);
    const others = article.event === null ? [] : data.events[article.event][1].filter((place) => data.articles[place] !== article);
    notes.replaceChildren(...[
      article.warning ? h("li", { class: "mk-warned" }, `Likely another event than said: ${article.warning}. Read it, and decide. `, correcting.button("warning", "Decide")) : null,
      article.copies.length ? h("li", {}, "The same text, or a version of it:", leadTo(article.copies)) : null,
      others.length ? h("li", {}, "The same event:", leadTo(others)) : null,
      ...article.flags.filter((flag) => flag !== "other_event" && flag !== "duplicate").map((flag) => h("li", {}, `${capital(flag.replaceAll("_", " "))}: ${data.flags[flag] ?? ""}`)),
    ].filter(Boolean));
    facts.replaceChildren(...Object.entries(data.fields).flatMap(([field, name]) => {
      const known = article.known[field];
      const value = known && field === "story_id" ? data.events[known[0]]?.[0] ?? known[1] : known?.[1];
      return [h("dt", {}, name), h("dd", {}, known ? [h("bdi", {}, value), " ", h("span", { class: "mk-how" }, known[2])] : h("span", { class: "mk-nobody" }, NOT_KNOWN),
        " ", correcting.button(field, "Correct", name))];
    }));
    text.open(article);
    opened = article;
    marked = "";
  }

  function said(article, at) {
    const place = lineAt(article, at);
    if (place === null) return "";
    const { shown, why, label } = article.lines[place];
    const what = `Line ${article.places[place][0]}: ${shown}${label === "body" ? ", counted" : label === "title" ? "" : ", not counted"}. Why: ${why}.`;
    const quote = kindOf(at) === "quote" ? article.quotes.find(([number]) => number === numberOf(at)) : null;
    return quote ? `${inQuotes(quote[3])}, speaker: ${quote[4] || NOT_KNOWN}. ${what}` : what;
  }

  function show({ article: id, at, search }) {
    const article = byId.get(id);
    if (opened !== article) open(article);
    line.textContent = said(article, at);
    const asked = `${search} ${at}`;
    if (asked !== marked) {
      showWords(text.box, search);
      text.mark(at === null ? [] : [at]);
    }
    marked = asked;
  }
  return { box, show };
}

// ---- correcting: a person says what it is, why, and who ----------------------------------------------------------

function makeCorrecting({ data, byId, model, corrections, step }) {
  const applied = new Set(data.applied.map((row) => JSON.stringify(row)));
  const names = { label: "what the line is", speaker: "who speaks", warning: "whether it reports its event", ...data.fields };
  const outlets = [...new Set(data.articles.filter(({ unknown }) => !unknown).map(({ known, label }) => known.outlet?.[0] ?? label))].sort();
  const speakers = [...new Set(data.articles.flatMap(({ quotes }) => quotes.map(([, , , , speaker]) => speaker)).filter(Boolean))].sort();
  const what = choose("What", [["outlet", ""]], () => offer(what.select.value));
  const holder = h("div", { class: "mk-control" });
  const free = h("p", { class: "mk-note" });
  const field = (label) => {
    const id = newId("field"), input = h("input", { id, type: "text", required: true, autocomplete: "off" });
    return { box: h("div", { class: "mk-control" }, h("label", { for: id }, label), input), input };
  };
  const why = field("Why"), who = field("Who says so");
  const said = h("p", { class: "mk-said", role: "status" });
  const onkeydown = (event) => { // JupyterLab keeps the Enter key from sending a form
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    form.requestSubmit();
  };
  const form = h("form", { class: "mk-form", onkeydown, onsubmit: (event) => { event.preventDefault(); note(); } },
    what.box, holder, why.box, who.box, h("button", { type: "submit", class: "mk-do" }, "Note the correction"));
  const log = h("ol", { class: "mk-log" });
  const none = h("p", { class: "mk-note" }, "Nothing has been corrected.");
  const save = h("div", { class: "mk-copy" }, h("button", { type: "button", onclick: () => {
    download("corrections.csv", [csvOf([data.columns, ...corrections().map((row) => data.columns.map((name) => String(row[name] ?? "")))])], "text/csv");
  } }, "Download corrections.csv"));
  const where = h("p", { class: "mk-note" }, data.beside
    ? `All corrections as one file: put it into the folder “${data.beside}”, beside the articles, in place of the one that is there (its rows are in it), and read the folder again.`
    : "All corrections as one file. These texts were pasted: save each as NAME.txt in a folder, put the file beside them, and read the folder.");
  const box = h("section", { class: "mk-correct", "aria-label": "Corrections" }, h("h4", {}, "Is something wrong? Say what it should be"), free, form, said,
    h("h4", {}, "Corrections, and who made them"), none, log, save, where);
  let value = null, now = null, logged = "";

  // The value as it is now, and what may be chosen or written in its place.
  function offer(kind) {
    what.select.value = kind;
    const article = byId.get(now.article), place = lineAt(article, now.at), id = newId("value");
    const quote = kind === "speaker" ? article.quotes.find(([number]) => number === numberOf(now.at)) : null;
    const texts = { label: "It is", speaker: "The speaker is", warning: "It reports" };
    if (kind === "label" || kind === "warning") {
      value = h("select", { id }, (kind === "label" ? data.labels : [["", "the event it is counted to"], ["other_event", "another event"]])
        .map(([name, shown]) => h("option", { value: name }, shown)));
      value.value = kind === "label" ? article.lines[place].label : article.warning ? "" : "other_event";
      free.textContent = kind === "label" ? `The line ${inQuotes(article.lines[place].pieces.map(([piece]) => piece).join(""))} is ${article.lines[place].shown} now.`
        : article.warning ? "It is left out of comparisons until somebody decides." : "Nothing says that it reports another event.";
    } else {
      const known = quote ? quote[4] : article.known[kind]?.[0] ?? "";
      const look = { published: { pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?", title: "2025-03-22, 2025-03 or 2025", placeholder: "2025-03-22" },
        language: { pattern: "[A-Za-z]{2}([\\-_][A-Za-z0-9]+)*", title: "en, de, fr-CA, …" }, url: { type: "url" } }[kind] ?? {};
      const choices = { outlet: outlets, speaker: speakers, story_id: Object.keys(data.events) }[kind] ?? [];
      value = h("input", { id, type: "text", autocomplete: "off", dir: "auto", list: choices.length ? `${id}-list` : null, ...look });
      value.value = known;
      free.textContent = `${quote ? `Who says ${inQuotes(quote[3])}` : names[kind]} is ${known ? `“${known}” now` : "not known"}. Leave it empty where nobody can know.`;
      holder.replaceChildren(h("label", { for: id }, texts[kind] ?? "It should be"), value,
        choices.length ? h("datalist", { id: `${id}-list` }, choices.map((one) => h("option", { value: one }, kind === "story_id" ? data.events[one][0] : null))) : "");
      return;
    }
    holder.replaceChildren(h("label", { for: id }, texts[kind]), value);
  }

  // The place of what is corrected, in the columns of the corrections table.
  function decided(kind) {
    const article = byId.get(now.article), given = value.value.trim();
    const [table, name, begin, end, decision] = kind === "label" ? ["lines", "label", ...article.places[lineAt(article, now.at)].slice(1), given]
      : kind === "speaker" ? ["quotes", "speaker", ...article.quotes.find(([number]) => number === numberOf(now.at)).slice(1, 3), given]
        : kind === "warning" ? ["articles", "flags", null, null, [...article.flags.filter((flag) => flag !== "other_event"), given].filter(Boolean).join(" ")]
          : ["articles", kind, null, null, given];
    return { table, article_id: article.id, begin, end, field: name, value: decision || null, reason: why.input.value.trim(), who: who.input.value.trim(),
      when: new Date().toLocaleString("sv-SE").slice(0, 16), text_sha256: article.sha256 };
  }

  const change = (rows, words) => {
    said.textContent = words;
    model.set("corrections", rows);
    model.save_changes();
  };
  function note() {
    change([...corrections(), decided(what.select.value)], "Noted on this page. To keep it, download corrections.csv.");
    why.input.value = "";
  }
  const answered = () => { said.textContent = model.get("answer")?.words || said.textContent; };

  function inWords(row) {
    const article = byId.get(row.article_id), whose = article ? article.label : row.article_id;
    const shown = row.value === null ? NOT_KNOWN : `“${row.field === "label" ? data.labels.find(([name]) => name === row.value)?.[1] ?? row.value : row.value}”`;
    if (row.table === "lines") {
      const place = article ? article.places.findIndex(([, begin, end]) => begin === row.begin && end === row.end) : -1;
      return `${whose}: the line ${place < 0 ? `from ${row.begin} to ${row.end}` : inQuotes(article.lines[place].pieces.map(([piece]) => piece).join(""), 40)} is ${shown}`;
    }
    if (row.table === "quotes") {
      const quote = article?.quotes.find(([, begin, end]) => begin === row.begin && end === row.end);
      return `${whose}: ${quote ? inQuotes(quote[3], 40) : `the words from ${row.begin} to ${row.end}`} are said by ${shown}`;
    }
    return row.field === "flags" ? `${whose}: what to know before using it is ${shown.replaceAll("_", " ")}` : `${whose}: ${names[row.field] ?? row.field} is ${shown}`;
  }

  function list() {
    const rows = corrections(), written = JSON.stringify(rows);
    if (written === logged) return;
    logged = written;
    none.hidden = rows.length > 0;
    save.hidden = where.hidden = rows.length === 0;
    log.replaceChildren(...rows.map((row, at) => h("li", {}, h("span", { dir: "auto" }, inWords(row)), ". ",
      h("span", { class: "mk-how" }, `${row.reason ?? "No reason given"}. ${[row.who, row.when].filter(Boolean).join(", ") || "Nobody named"}${applied.has(JSON.stringify(row)) ? "" : "; applies when it is read again"}`), " ",
      byId.has(row.article_id) ? h("button", { type: "button", class: "mk-small", "aria-label": `Show the place of correction ${at + 1}`, onclick: () => step.go({ article: row.article_id, at: placeOf(row) }) }, "Show") : null, " ",
      h("button", { type: "button", class: "mk-small", "aria-label": `Take correction ${at + 1} back`, onclick: () => {
        change(corrections().filter((_, other) => other !== at), "Taken back on this page. To keep it so, download corrections.csv.");
        (log.querySelectorAll("li")[Math.min(at, log.childElementCount - 1)]?.querySelector("button:last-of-type") ?? what.select).focus();
      } }, "Take back"))));
  }

  function placeOf({ table, article_id: id, begin, end }) {
    const found = table === "lines" ? byId.get(id).places.find((place) => place[1] === begin && place[2] === end)
      : byId.get(id).quotes.find((quote) => table === "quotes" && quote[1] === begin && quote[2] === end);
    return found ? `${table === "lines" ? "line" : "quote"}:${found[0]}` : null;
  }

  function show(state) {
    list();
    const asked = now && now.article === state.article && now.at === state.at;
    now = state;
    if (asked) return;
    const kind = state.at === null ? null : kindOf(state.at);
    const own = [...(kind ? ["label"] : []), ...(kind === "quote" ? ["speaker"] : []), ...Object.keys(data.fields), "warning"];
    what.select.replaceChildren(...own.map((name) => h("option", { value: name }, names[name])));
    offer(kind === "quote" ? "speaker" : kind === "line" ? "label" : "outlet");
  }

  // A button beside a value that begins its correction.
  const button = (kind, words, name = null) => h("button", { type: "button", class: "mk-small", "aria-label": name ? `${words}: ${name}` : null, onclick: () => {
    offer(kind);
    value.focus();
  } }, words);
  return { box, show, button, answered };
}

export default { render };
