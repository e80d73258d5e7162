"""explore_sources(): whose words each outlet prints, from what kind of source, with which verbs, and through whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mediakit.comparison.summarize import outlet_groups
from mediakit.corpus import Corpus
from mediakit.errors import ViewError
from mediakit.tables import ATTRIBUTIONS, QUOTES, check, rows_of
from mediakit.views.quotations import IDENTIFIED
from mediakit.views.reader import quote_marks, statement_marks
from mediakit.views.shown import visible
from mediakit.views.validity import how_sure
from mediakit.views.voices import KINDS, NOBODY, UNNAMED, list_voices
from mediakit.widgets.explorer import Explorer, script, style
from mediakit.widgets.statements import packed_statements, said_in_words
from mediakit.widgets.texts import packed_texts

#: what the picture can show: name, in the list of choices, what a bar is, and which scores stand below it
_SHOWS = (
    ("voices", "Whose words: words by speaker",
     "A bar is a speaker. Filled: words between quotation marks. Hatched: words in which the outlet tells what the speaker said. "
     "A wording that an outlet prints twice counts once. Many words are not much weight: read what they say.",
     ("direct", "indirect")),
    ("kinds", "Kinds of source",
     "A bar counts the statements from one kind of source. Filled: sources with a name. Hatched: sources without one. "
     "A source may need protection, and a name is no proof.", ("identification",)),
    ("cues", "Words that attribute: said, claimed, …",
     "A bar counts the statements of one speaker that an outlet attributes with one class of words. Filled: neutral words; "
     "“said” only says who said it. Hatched: words that do more; “claimed” leaves open whether it is so. Compare outlets "
     "within one speaker: a class says what a word can do, not what anybody meant.",
     ("indirect",)),
    ("carriers", "Through whom it came",
     "A bar counts the statements that came the same way. The outermost medium stands first; “?” (hatched) is somebody whom "
     "the text leaves out. “Nobody in between” means that the text names nobody, not that the outlet heard it itself.",
     ("indirect",)),
)  # fmt: skip


class SourcesExplorer(Explorer):
    """The widget explore_sources() makes."""

    heading = "Whose words, and through whom"
    _esm = script("texts", "search", "statements", "sources")
    _css = style("texts", "search", "statements", "sources")

    def allowed(self, name: str) -> list[Any] | None:
        """The values a key of the state may have; None: any."""
        return {
            "show": [show["name"] for show in self.data["shows"]],
            "outlet": ["", *self.data["outlets"]],
            "kind": ["", *(kind for kind, _ in self.data["kinds"])],
            "speaker": ["", *self.data["speakers"]],
            "every": [False, True],
            "article": [article["id"] for article in self.data["articles"]],
        }.get(name)


def explore_sources(
    corpus: Corpus,
    *,
    quotes: pd.DataFrame | None = None,
    attributions: pd.DataFrame | None = None,
    state: Mapping[str, Any] | None = None,
) -> SourcesExplorer:
    """See whose words each outlet prints; go from every bar to its statements, and from each to its sentence.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned.
    quotes: what find_quotes() returned for it.
    attributions: what find_attributions() returned for it.
    state: a view to begin with; "Copy this view" in the widget gives the line of Python. Keys: show
        ("voices", "kinds", "cues" or "carriers"), outlet, kind (an identification) and speaker (each
        "" for all), every (True: all speakers), bar (the name of a bar, or None), article (an
        article_id), mark (a statement, "told:3", a stretch nobody is said to speak, "quote:2",
        a line, "line:4", or None) and search (words).

    Returns the widget; its ``state`` can be read and set. Words are those of list_voices(); the other
    bars count the statements in the list that they open. Raises ViewError where a table is missing or
    a state is none.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill. She claimed that it leaks."})
    >>> mk.explore_sources(corpus, quotes=mk.find_quotes(corpus), attributions=mk.find_attributions(corpus))
    Explorer of 2 statements in 1 article: run the cell in JupyterLab, or export it with mk.export_page, to use it
    """
    if quotes is None or attributions is None:
        missed, call = ("quotes", "find_quotes") if quotes is None else ("attributions", "find_attributions")
        raise ViewError(f"the {missed} table is missing", where="explore_sources", mend=f"pass {missed}=mk.{call}(corpus)")
    outlets = dict(zip(corpus.articles["article_id"], outlet_groups(corpus.articles), strict=True))
    quotes, said = _of_these(check(quotes, QUOTES), outlets), _of_these(check(attributions, ATTRIBUTIONS), outlets)
    voices = list_voices(corpus, quotes, said)
    kinds = [kind for kind in KINDS if kind in set(said["identification"])]
    by_kind = {kind: list_voices(corpus, quotes, said[said["identification"] == kind]) for kind in kinds}
    packed = packed_statements(quotes, said)
    nothing: dict[str, list[Any]] = {"statements": [], "alone": []}
    data = {
        "call": "mk.explore_sources(corpus, quotes=quotes, attributions=attributions",
        "shows": [
            {"name": name, "label": label, "what": what, "sure": " ".join(map(how_sure, scores))}
            for name, label, what, scores in _SHOWS
        ],
        "outlets": [visible(outlet) for outlet in dict.fromkeys(outlets.values())],
        "kinds": [[kind, IDENTIFIED[kind]] for kind in kinds],
        "speakers": _speakers(voices),
        "voices": {"": _words(voices), **{kind: _words(table) for kind, table in by_kind.items()}},
        "said": said_in_words(quotes, said),
        "articles": [
            {**text, "outlet": visible(outlets[text["id"]]), "said": packed.get(text["id"], nothing)}
            for text in packed_texts(corpus, quote_marks(quotes), statement_marks(said))
        ],
    }
    defaults = {
        "show": "voices", "outlet": "", "kind": "", "speaker": "", "every": False, "bar": None,
        "article": next((id for id in outlets if packed.get(id, nothing)["statements"]), corpus.articles["article_id"].iloc[0]),
        "mark": None, "search": "",
    }  # fmt: skip
    told = (
        f"Explorer of {_many(len(said), 'statement')} in {_many(len(outlets), 'article')}: "
        "run the cell in JupyterLab, or export it with mk.export_page, to use it"
    )
    return SourcesExplorer(data=data, defaults=defaults, state=state, told=told)


def _of_these(table: pd.DataFrame, outlets: Mapping[str, str]) -> pd.DataFrame:
    """The rows of articles that are shown, each under its outlet as the whole corpus names it."""
    shown = table[table["article_id"].isin(outlets)]
    names = shown["article_id"].map(outlets).astype(shown["outlet"].dtype)
    return shown.assign(outlet=names, outlet_key=names)


def _speakers(voices: pd.DataFrame) -> list[str]:
    """All speakers, most words first; those without a name at the end."""
    words = (voices["quoted_words"] + voices["told_words"]).groupby(voices["speaker"]).sum()
    names = sorted(words.index, key=lambda name: (name in (UNNAMED, NOBODY), -words[name], name))
    return [visible(name) for name in names]


def _words(voices: pd.DataFrame) -> list[list[Any]]:
    """Rows of list_voices(): outlet, speaker, words quoted, words told."""
    return [[visible(row.group), visible(row.speaker), int(row.quoted_words), int(row.told_words)] for row in rows_of(voices)]


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
