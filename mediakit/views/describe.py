"""describe(): the card of a corpus: what is in the folder, what was left out of the count, and what that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from mediakit.articles import WHOLE_TEXT
from mediakit.corpus import Corpus
from mediakit.measures.catalogue import MEASURES
from mediakit.measures.readability import READABILITY
from mediakit.measures.values import measure
from mediakit.tables import missing, plain_rows
from mediakit.text.words import words_in
from mediakit.views.highlight import label_for_readers
from mediakit.views.known import reading_summary
from mediakit.views.shown import Shown, escape, html_table, plain_text

#: measured on all lines and on the body alone
COMPARED = ("word_count", "mean_sentence_length", *(known.name for known in READABILITY))
_MOST_MEASURED = 300  # articles; more tell no more about what furniture does
_MOST_MONTHS = 24  # rows; beyond, articles are counted by year
FLAG_MEANINGS = {
    "check_extraction": "worth a look: two ways of finding the article on its page disagree",
    "truncated": "cut off by whoever passed it on",
    "masked": "words are covered with signs",
    "stub": "only the beginning: the rest is behind a paywall or a notice",
    "metadata_only": "no text, only what is known about the article",
    "duplicate": "the text, or a version of it, stands in the folder more than once",
    "other_event": "may report another event than its story",
}


class Card(Shown):
    """The card of a corpus: to look at in a notebook; its tables by name in ``tables``."""

    def __init__(self, body: str, plain: str, tables: Mapping[str, pd.DataFrame]) -> None:
        super().__init__(body, plain)
        self.tables = dict(tables)


def describe(corpus: Corpus) -> Card:
    r"""What is in a corpus, what was left out of the count, and how much each measure changes by it.

    Parameters: corpus. Returns a Card, shown as HTML or text, with ``tables``: outlets, dates, formats,
    languages, flags, problems, corrections, left_out (lines and words of each label, and their share)
    and effect (each measure on all lines and on the body alone). A table without rows is left away.

    >>> import mediakit as mk
    >>> card = mk.describe(mk.read_texts({"Harbour Herald": "The ferry stopped.\n\nLeave a comment"}))
    >>> card.tables["left_out"].values.tolist()
    [['body', 'counted', 1, 3, '50 %'], ['comment form', 'left out', 1, 3, '50 %']]
    """
    made = {
        "outlets": (outlets_table(corpus), "Who published the articles"),
        "dates": (dates_table(corpus), "When they were published"),
        "formats": (formats_table(corpus), "What kind of files they were read from"),
        "languages": (_counted(corpus.articles["language"], "language"), "Languages"),
        "flags": (flags_table(corpus), "What to know before using them"),
        "problems": (problem_counts(corpus), "What was wrong with the input"),
        "corrections": (corrections_table(corpus), "What you corrected"),
        "left_out": (left_out_table(corpus), "What was counted and what was left out: lines and words of each kind"),
        "effect": (effect_table(corpus), _effect_caption(corpus)),
    }
    kept = {name: (table, caption) for name, (table, caption) in made.items() if len(table)}
    lead = f"{reading_summary(corpus)} {_copies_sentence(corpus)}".strip()
    body = f'<p class="mk-lead">{escape(lead)}</p>' + "".join(html_table(table, caption) for table, caption in kept.values())
    plain = "\n\n".join([lead, *(f"{caption}\n{plain_text(table)}" for table, caption in kept.values())])
    return Card(body, plain, {name: table for name, (table, _) in kept.items()})


def outlets_table(corpus: Corpus) -> pd.DataFrame:
    """One row an outlet: articles, stories, first and last date; an article of unknown outlet has a row of its own.

    Returns outlet, articles, stories, first, last.
    """
    articles = corpus.articles
    keys = articles["outlet_key"].fillna("\0" + articles["article_id"])  # unknown outlets are never put together
    rows = []
    for _, part in articles.groupby(keys, sort=False):
        dates = sorted(part["published"].dropna())
        stories = part["story_id"].nunique()
        rows.append(
            (part["outlet_label"].iat[0], len(part), stories or "not known", dates[0] if dates else pd.NA,
             dates[-1] if dates else pd.NA)
        )  # fmt: skip
    rows.sort(key=lambda row: (-row[1], row[0]))
    return pd.DataFrame(rows, columns=["outlet", "articles", "stories", "first", "last"])


def dates_table(corpus: Corpus) -> pd.DataFrame:
    """How many articles each month has, or each year where there are many months; dates not known last.

    Returns when, articles.
    """
    published = corpus.articles["published"]
    months = published.str.slice(0, 7)
    return _counted(months if months.nunique() <= _MOST_MONTHS else published.str.slice(0, 4), "when", by_value=True)


def formats_table(corpus: Corpus) -> pd.DataFrame:
    """How many files and articles of each format were read. Returns format, files, articles."""
    formats = {file.path: file.format or file.path.rpartition(".")[2].lower() for file in corpus.origin.files}
    files = Counter(formats.values())
    articles = Counter(formats.get(path) for path in corpus.articles["path"])
    rows = [(name, count, articles[name]) for name, count in sorted(files.items())]
    return pd.DataFrame(rows, columns=["format", "files", "articles"])


def flags_table(corpus: Corpus) -> pd.DataFrame:
    """How many articles have each flag, and what it means. Returns flag, articles, meaning."""
    raised = Counter(flag for flags in corpus.articles["flags"] for flag in flags)
    rows = [(flag, raised[flag], meaning) for flag, meaning in FLAG_MEANINGS.items() if raised[flag]]
    return pd.DataFrame(rows, columns=["flag", "articles", "meaning"])


def problem_counts(corpus: Corpus) -> pd.DataFrame:
    """How many problems of each fate and field there are. Returns fate, field, problems, for instance."""
    rows = [
        (fate, "–" if field == "" else field, len(part), f"{part['path'].iat[0]}: {part['what'].iat[0]}")
        for (fate, field), part in corpus.problems.fillna({"field": ""}).groupby(["fate", "field"])
    ]
    return pd.DataFrame(rows, columns=["fate", "field", "problems", "for instance"])


def corrections_table(corpus: Corpus) -> pd.DataFrame:
    """How many corrections of each field or label there are, and how many were applied. Returns what, corrections, applied."""
    said = Counter(zip(corpus.corrections["table"], corpus.corrections["field"], strict=True))
    lines = corpus.lines
    applied = Counter({("lines", "label"): int((lines["decided_by"] == "user").sum())})
    known = set(corpus.articles["article_id"])
    for article_id, decisions in corpus.decisions.items():
        fields = {decision.field for decision in decisions if decision.table == "articles"}
        applied.update(("articles", field) for field in fields if article_id in known)
        applied["quotes", "speaker"] += sum(decision.table == "quotes" for decision in decisions)
    rows = [(_corrected(*what), count, applied[what]) for what, count in sorted(said.items())]
    return pd.DataFrame(rows, columns=["what", "corrections", "applied"])


def _corrected(table: str, field: str) -> str:
    return "label of a line" if table == "lines" else field.replace("_", " ")


def left_out_table(corpus: Corpus) -> pd.DataFrame:
    """Lines and words of each label, the body first. Returns kind, counted or left out, lines, words, share of words."""
    texts = dict(plain_rows(corpus.articles[["article_id", "text"]]))
    lines, words = Counter[str](), Counter[str]()
    for article_id, begin, end, label in plain_rows(corpus.lines[["article_id", "begin", "end", "label"]]):
        if label != "blank":
            lines[label] += 1
            words[label] += len(words_in(texts[article_id][begin:end]))
    total = sum(words.values()) or 1
    labels = sorted(lines, key=lambda label: (label != "body", -words[label], label))
    rows = [
        (label_for_readers(label), "counted" if label == "body" else "left out", lines[label], words[label],
         _share(words[label] / total))
        for label in labels
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["kind", "in the measures", "lines", "words", "share of words"])


def _share(share: float) -> str:
    return f"{share:.0%}".replace("%", " %") if share >= 0.01 else "less than 1 %"


def effect_table(corpus: Corpus) -> pd.DataFrame:
    """Each measure on every line of the texts and on the body alone: means over the articles that have both.

    Returns measure, all lines, body only, change, largest change (in one article), articles.
    """
    chosen = _measured(corpus)
    body, everything = (
        measure(chosen, COMPARED, parts=(part,)).set_index(["article_id", "measure"])["value"] for part in ("body", WHOLE_TEXT)
    )
    both = pd.DataFrame({"all": everything, "body": body}).dropna().astype(float)
    rows = []
    for name in COMPARED:
        part = both[both.index.get_level_values("measure") == name]
        if len(part):
            change = part["body"] - part["all"]
            numbers = (part["all"].mean(), part["body"].mean(), change.mean(), change.iloc[int(change.abs().to_numpy().argmax())])
            decimals = MEASURES[name].decimals
            shown = [f"{number:,.{decimals}f}" for number in numbers[:2]] + [f"{number:+,.{decimals}f}" for number in numbers[2:]]
            rows.append((MEASURES[name].label, *shown, len(part)))
    return pd.DataFrame(rows, columns=["measure", "all lines", "body only", "change", "largest change", "articles"])


def _measured(corpus: Corpus) -> Corpus:
    """The corpus, or articles of it at equal distances where it is large."""
    step = -(-len(corpus.articles) // _MOST_MEASURED) or 1
    return replace(corpus, articles=corpus.articles.iloc[::step].reset_index(drop=True))


def _effect_caption(corpus: Corpus) -> str:
    chosen = len(_measured(corpus).articles)
    of = "" if chosen == len(corpus.articles) else f" (measured on {chosen} of {len(corpus.articles)} articles, evenly chosen)"
    return f"What leaving it out changes: each measure on all lines and on the body alone, mean of the articles{of}"


def _copies_sentence(corpus: Corpus) -> str:
    if corpus.origin.near_copies:
        return ""
    return "The folder is large: texts that are equal were looked for, edited versions of a text were not."


def _counted(values: pd.Series[str], name: str, *, by_value: bool = False) -> pd.DataFrame:
    """How often each value stands; missing ones last, as such."""
    counts = Counter(None if missing(value) else str(value) for value in values)
    known = [(value, count) for value, count in counts.items() if value is not None]
    known.sort(key=lambda pair: (pair[0],) if by_value else (-pair[1], pair[0]))
    rows: list[tuple[object, int]] = [*known, *([(pd.NA, counts[None])] if counts[None] else [])]
    return pd.DataFrame(rows, columns=[name, "articles"])
