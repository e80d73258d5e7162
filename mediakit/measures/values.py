"""measure(): the values table, one row an article and measure, each article counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd
from tqdm import tqdm

from mediakit.articles import PARTS, WHOLE_TEXT
from mediakit.corpus import Corpus
from mediakit.document import Document, check_parts, documents
from mediakit.errors import MeasureError
from mediakit.measures.catalogue import MEASURES, find_measure, package_of
from mediakit.measures.given import Given, check_tables, has_its_tables, without_model
from mediakit.measures.interval import redraw
from mediakit.measures.left_out import UNFIT, left_out, set_apart, without_values
from mediakit.measures.measure import Measure, Reading
from mediakit.quotes.own_words import check_choice, choose_sentences
from mediakit.recipes import recipe
from mediakit.tables import VALUES, make

ENGINES = ("mediakit", "textstat")
DUPLICATES = ("keep", "once")


def measure(
    corpus: Corpus,
    measures: Iterable[str | Measure] | None = None,
    *,
    parts: tuple[str, ...] = ("body",),
    engine: str = "mediakit",
    quoted: str = "all",
    leave_out: tuple[str, ...] = UNFIT,
    duplicates: str = "keep",
    quotes: pd.DataFrame | None = None,
    attributions: pd.DataFrame | None = None,
    links: pd.DataFrame | None = None,
    passages: pd.DataFrame | None = None,
    origins: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Measure every article: the values table.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned.
    measures: names from list_measures(), or Measure records of your own; when left out, all whose
        tables are given.
    parts: what is measured: ("body",), or more of "title", "dek", "body"; ("whole_text",) is every
        line as it was read, site names, buttons and lists of other articles included.
    engine: "mediakit", or "textstat" for exactly the numbers textstat's functions give on the same
        text (no intervals; measures it lacks get a status).
    quoted: "all"; "own" counts only the sentences that do not stand mostly inside quotation marks,
        "quoted" only those that do. Whole sentences; score_sentences() shows which.
    leave_out: flags of articles that get a status in place of values, as their words are not all
        there: truncated, masked, stub, metadata_only. Their headlines are measured all the same.
        leave_out=() measures every article. Values of an article flagged other_event stay, with the status
        "other event": they are summarized by article only, and never compared by story.
    duplicates: "keep" measures every article; "once" only the first of those with the same text, or
        versions of it, whoever published them; the others get the status "duplicate".
    quotes, attributions, links, passages, origins: what find_quotes, find_attributions, link_quotes,
        find_passages and trace_origins returned, for the measures that need them; their rows that
        begin outside parts are left out.

    Returns one row an article and measure: value, n (words, sentences or rows it rests on), status
    ("ok" or why there is no value), low, high and interval_method (sentences redrawn within the
    article), and recipe. A measure of a story has one row a story, without article and outlet, behind
    the others. Raises MeasureError for an unknown measure, part, engine or choice of sentences, for a
    measure whose tables are not given, and where the function of a measure of your own or of a plugin
    fails.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped. Nobody knew why."})
    >>> mk.measure(corpus, ["word_count", "lix"])[["measure", "value", "n", "status"]].values.tolist()
    [['word_count', 6.0, 6, 'ok'], ['lix', <NA>, 6, 'too short']]
    """
    if engine not in ENGINES:
        raise MeasureError(f"no engine is called {engine!r}", where="engine", mend=f"use one of: {', '.join(ENGINES)}")
    named = [measures] if isinstance(measures, str) else measures
    offered = {"quotes": quotes, "attributions": attributions, "links": links, "passages": passages, "origins": origins}
    tables = {name: table for name, table in offered.items() if table is not None}
    if named is None:
        named = [known for known in MEASURES.values() if has_its_tables(known, tables)]
    wanted = [find_measure(name) if isinstance(name, str) else name for name in named]
    check_parts(parts)
    chosen = [*{known.name: known for known in wanted}.values()]
    check_tables(chosen, tables)
    check_choice(quoted)
    if duplicates not in DUPLICATES:
        mend = f"use one of: {', '.join(DUPLICATES)}"
        raise MeasureError(f"duplicates cannot be {duplicates!r}", where="duplicates", mend=mend)
    unfit, other_event = left_out(corpus, leave_out), left_out(corpus, ("other_event",))
    if duplicates == "once":
        unfit = dict.fromkeys(corpus.repeats, "duplicate") | unfit
    options = {"engine": engine, "parts": "+".join(part for part in (*PARTS, WHOLE_TEXT) if part in parts)}
    if quoted != "all":
        options["quoted"] = quoted
    if set(leave_out) != set(UNFIT):
        options["leave_out"] = "+".join(sorted(set(leave_out))) or "none"
    if duplicates == "once":
        options["duplicates"] = "once"
    given = Given(corpus, chosen, tables)
    stories = [known for known in chosen if known.scope == "story"]
    chosen = [known for known in chosen if known.scope != "story"]
    recipes = [_recipe(known, options | without_model(known, tables)) for known in chosen]
    read = _read_textstat if engine == "textstat" else _read
    rows: list[tuple[object, ...]] = []
    for lead, document in tqdm(
        documents(corpus, parts=parts), total=len(corpus.articles), desc="measuring", unit=" articles", delay=2
    ):
        readings = read(choose_sentences(document, quoted), chosen, given)
        if document.article_id in unfit:
            readings = without_values(readings, chosen, unfit[document.article_id])
        elif document.article_id in other_event:
            readings = set_apart(readings)
        for known, how, reading in zip(chosen, recipes, readings, strict=True):
            rows.append((*lead, known.name, *reading, how))
    for known in stories:
        rows += _of_stories(corpus, known, given, _recipe(known, options | without_model(known, tables)))
    return make(rows, VALUES)


def _of_stories(corpus: Corpus, known: Measure, given: Given, how: str) -> Iterator[tuple[object, ...]]:
    """One row a story, in order of first article; the articles without a story_id are one."""
    for story_id, ids in corpus.articles.groupby("story_id", sort=False, dropna=False)["article_id"]:
        try:
            reading = known.read_story(len(ids), given.of_story(ids, known.needs))
        except Exception as error:
            raise _failed(known, f"story {story_id}", error) from error
        yield None, story_id, None, None, known.name, *reading, how


def _recipe(known: Measure, options: dict[str, str]) -> str:
    """How a value of a measure is made; a plugin's says which package it comes from."""
    package = package_of(known)
    return recipe(known.name, known.version, **options, **({"package": package} if package else {}))


def _read(document: Document, chosen: list[Measure], given: Given) -> Iterator[Reading]:
    redrawn = redraw(document) if any(known.formula for known in chosen) else None
    for known in chosen:
        try:
            yield known.read(document, redrawn, given.of_article(document, known.needs))
        except Exception as error:
            raise _failed(known, f"article {document.article_id}", error) from error


def _failed(known: Measure, where: str, error: Exception) -> MeasureError:
    mend = "mend the function of the measure, or leave the measure out"
    return MeasureError(f"{type(error).__name__}: {error}", where=f"{known.name}, {where}", mend=mend)


def _read_textstat(document: Document, chosen: list[Measure], given: Given) -> Iterator[Reading]:
    from mediakit.measures.textstat_engine import TEXTSTAT, count_as_textstat

    counted = count_as_textstat(document.plain)
    for known in chosen:
        formula = TEXTSTAT.get(known.name)
        if formula is None and known.needs:
            yield Reading(None, len(given.of_article(document, known.needs)[0]), "not in this engine")
            continue
        n = int(counted.counts.sentences if known.counts == "sentences" else counted.counts.words)
        status = known.status(n, document.language) if formula else "not in this engine"
        yield Reading(formula(counted) if formula and status == "ok" else None, n, status)
