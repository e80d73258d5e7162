"""The pages for people who will never open a notebook: an explorer each, with the same way from one to the next."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from tqdm import tqdm

from mediakit.articles import WHOLE_TEXT
from mediakit.corpus import Corpus
from mediakit.measures.values import measure
from mediakit.reading import read_corpus
from mediakit.reports.all_tables import Tables
from mediakit.reports.page import export_page, static_page
from mediakit.reports.report import corpus_name
from mediakit.tables import rows_of
from mediakit.views.known import reading_summary, show_articles
from mediakit.views.shown import style, visible
from mediakit.widgets.corpus import explore_corpus
from mediakit.widgets.explorer import Explorer
from mediakit.widgets.measures import explore_measures
from mediakit.widgets.quotes import explore_quotes
from mediakit.widgets.sources import explore_sources
from mediakit.widgets.story import explore_story
from mediakit.written import written_whole

MOST_ARTICLES = 500  #: of a corpus that fit on one page; of a larger one, so many are on the pages
MOST_OF_STORY = 60  #: articles of one story that can be set side by side
MOST_STORIES = 40  #: pages of stories, those with the most articles first
_LISTED = 60  # articles in the table of the first page


class Page(NamedTuple):
    """A page: its file, what its link says, what one finds there, and what makes its explorer."""

    file: str
    says: str
    finds: str
    make: Callable[[Tables], Explorer]


def _pile(tables: Tables) -> Explorer:
    return explore_corpus(tables.corpus, members=tables.story_members, values=tables.values, quotes=tables.quotes)


def _quotes(tables: Tables) -> Explorer:
    return explore_quotes(tables.corpus, quotes=tables.quotes, links=tables.quote_links, passages=tables.passages)


def _sources(tables: Tables) -> Explorer:
    return explore_sources(tables.corpus, quotes=tables.quotes, attributions=tables.attributions)


def _measures(tables: Tables) -> Explorer:
    values = pd.concat([tables.values, measure(tables.corpus, parts=(WHOLE_TEXT,))], ignore_index=True)
    return explore_measures(tables.corpus, values=values, sentences=tables.sentences)


def _stories(tables: Tables) -> Explorer:
    return _side_by_side(tables, tables.corpus)


def _side_by_side(tables: Tables, corpus: Corpus) -> Explorer:
    """One story, or all stories of a small corpus; each table cut down to its articles."""

    def of(table: pd.DataFrame) -> pd.DataFrame:
        return table[table["article_id"].isin(corpus.articles["article_id"])].reset_index(drop=True)

    return explore_story(
        corpus, values=of(tables.values), sentences=of(tables.sentences), quotes=of(tables.quotes),
        attributions=of(tables.attributions), links=of(tables.quote_links), passages=of(tables.passages),
        members=of(tables.story_members), origins=of(tables.origins),
    )  # fmt: skip


_SIDE_BY_SIDE = "story.html"
PAGES = (
    Page("corpus.html", "The pile", "Each article, what is known about it and how; a search in all texts; corrections.", _pile),
    Page(
        _SIDE_BY_SIDE,
        "Side by side",
        "Two reports of one event: what they share, what only one has.",
        _stories,
    ),
    Page("quotes.html", "Quotations", "The same quotation in several outlets, word by word.", _quotes),
    Page("sources.html", "Sources", "Whose words each outlet prints, from what kind of source, and through whom.", _sources),
    Page("measures.html", "Measures", "How long, how hard to read, how varied: each number beside its sentences.", _measures),
)


class Written(NamedTuple):
    """The page to open first, and how many problems the input has."""

    page: Path
    problems: int


def write_app(corpus_path: Path, folder: Path, columns: Mapping[str, str] | None = None) -> Written:
    """Write the pages of a corpus into folder: index.html and the pages it leads to.

    Parameters: corpus_path, as read_corpus takes it; folder, made where it is missing; columns, which
    column holds what. Returns the page to open and the number of problems in the input. Raises
    CorpusError where nothing can be read and ReportError where nothing can be written.
    """
    read = read_corpus(corpus_path, columns=dict(columns or {}))
    name, shown = corpus_name(corpus_path), articles_shown(Tables(read).corpus)
    tables = Tables(shown)
    side_by_side, of_stories = pages_of_stories(tables)
    of_part = said_of_part(read, shown)
    pages = [one for page in PAGES for one in (side_by_side if page.file == _SIDE_BY_SIDE else [page])]
    with tqdm(pages, desc="writing pages", unit=" pages", delay=2) as progress:
        for page in progress:
            progress.set_postfix_str(page.says)
            title = f"{name}: {page.says[0].lower()}{page.says[1:]}"
            intro = _ways(pages, page) + _said([*of_part, *(of_stories if page in side_by_side else ())])
            export_page(page.make(tables), folder / page.file, title=title, intro=intro)
    index = _index(name, read, pages, [*of_part, *of_stories])
    with written_whole(folder / "index.html") as draft:
        draft.write_text(index, encoding="utf-8", newline="\n")
    return Written(folder / "index.html", len(read.problems))


def articles_shown(corpus: Corpus) -> Corpus:
    """The articles that the pages are about: all, or as many as fit, those of the stories with most articles first."""
    if len(corpus.articles) <= MOST_ARTICLES:
        return corpus
    sizes = corpus.articles["story_id"].map(corpus.articles["story_id"].value_counts())
    first = corpus.articles.assign(size=sizes).sort_values(["size", "story_id"], ascending=False, kind="stable")
    return corpus.select(ids=first["article_id"].head(MOST_ARTICLES))


def said_of_part(read: Corpus, shown: Corpus) -> list[str]:
    """What to say where the pages are about a part of the corpus."""
    if len(shown.articles) == len(read.articles):
        return []
    some = f"{len(shown.articles):,} of them: those of the stories that most articles report"
    return [f"The corpus has {len(read.articles):,} articles, more than a page can show. The pages are about {some}."]


def pages_of_stories(tables: Tables) -> tuple[list[Page], list[str]]:
    """One page where all articles fit on it, else one for each story that several articles report; and what has no page."""
    if len(tables.corpus.articles) <= MOST_OF_STORY:
        return [page for page in PAGES if page.file == _SIDE_BY_SIDE], []
    told = tables.stories[tables.stories["n_articles"] > 1].sort_values("n_articles", ascending=False, kind="stable")
    fitting = told[told["n_articles"] <= MOST_OF_STORY]
    pages = [
        Page(f"story-{number}.html", f"Story {number}: {row.label}", f"{row.n_articles} articles side by side.",
             partial(_story, story_id=row.story_id))
        for number, row in enumerate(rows_of(fitting.head(MOST_STORIES)), start=1)
    ]  # fmt: skip
    too_large, too_many = len(told) - len(fitting), len(fitting) - len(pages)
    notes = []
    if too_large:
        notes.append(f"{_stories_are(too_large)} reported by more than {MOST_OF_STORY} articles, too many to set side by side.")
    if too_many:
        notes.append(f"{_stories_are(too_many)} left without a page: the {MOST_STORIES} with the most articles have one.")
    if not len(told):
        notes.append("No story is reported by more than one article: there is nothing to set side by side.")
    return pages, notes


def _story(tables: Tables, story_id: str) -> Explorer:
    return _side_by_side(tables, tables.corpus.select(story=story_id))


def _stories_are(count: int) -> str:
    return "1 story is" if count == 1 else f"{count:,} stories are"


def _ways(pages: list[Page], here: Page) -> str:
    """Links from one page to the others; of many stories, the first page has the list."""
    stories = [page for page in pages if page.file.startswith("story-")]
    listed = [page for page in pages if page not in stories or page is here]
    links = "".join(
        f'<li><a href="{file}"{current}>{html.escape(visible(says))}</a></li>'
        for file, says, current in [
            ("index.html", "All pages", ""),
            *((page.file, page.says, ' aria-current="page"' if page is here else "") for page in listed),
        ]
    )
    return f'<nav class="ways" aria-label="Pages of this corpus"><ul>{links}</ul></nav>'


def _said(notes: list[str]) -> str:
    """What a page leaves out, as paragraphs."""
    return "".join(f"<p>{html.escape(visible(note))}</p>" for note in notes)


def _index(name: str, corpus: Corpus, pages: list[Page], notes: list[str]) -> str:
    """The page that leads to all others."""
    links = "".join(
        f'<li><a href="{page.file}">{html.escape(visible(page.says))}</a><br>{html.escape(page.finds)}</li>' for page in pages
    )
    known = show_articles(corpus).body if len(corpus.articles) <= _LISTED else f"<p>{html.escape(reading_summary(corpus))}</p>"
    body = f'<ul class="doors">{links}</ul>\n{_said(notes)}<h2>What was read, and what is known about it</h2>\n'
    body += f'<style>{style()}</style><div class="mk">{known}</div>'
    return static_page(title=f"{visible(name)}: what is in it, and how do the articles differ?", body=body)
