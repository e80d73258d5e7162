"""find_dates: every date of an article with its base, how exact it is, and what it is the date of."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.tables import DATES
from tests.conftest import Folder

FERRY = (
    "Ferry halted on Monday\n\nPublished: 18 March 2025\n\nThe island ferry did not leave the harbour on Monday, the port office "
    "said on Tuesday. It will sail again on Friday. “We found the crack yesterday,” said Ama Boyle. The ramp was built in 1987, "
    "and last week it was painted.\n"
)


def rows(corpus: mk.Corpus, *columns: str) -> list[list[object]]:
    dates = mk.find_dates(corpus)[list(columns)]
    return dates.astype(object).where(dates.notna(), None).to_numpy().tolist()


def test_a_date_line_of_the_text_is_the_day_of_publication_and_the_base(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY}))
    assert corpus.articles[["published", "published_basis"]].values.tolist() == [["2025-03-18", "line"]]
    assert rows(corpus, "text", "value", "base", "base_basis", "kind") == [
        ["Monday", "2025-03-17", "2025-03-18", "line", "event"],
        ["18 March 2025", "2025-03-18", None, None, "page"],
        ["Monday", "2025-03-17", "2025-03-18", "line", "event"],
        ["Tuesday", "2025-03-18", "2025-03-18", "line", "report"],
        ["Friday", "2025-03-21", "2025-03-18", "line", "event"],
        ["yesterday", None, None, None, "other"],
        ["1987", "1987", None, None, "other"],
        ["last week", "2025-W11", "2025-03-18", "line", "other"],
    ]


def test_the_date_of_the_manifest_is_the_base_before_any_other(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": "path,published\na.txt,2025-03-25\n"}))
    assert rows(corpus, "text", "value", "base_basis")[0] == ["Monday", "2025-03-24", "manifest"]


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("LAGOS, March 18, 2025 (AP) — The ferry sank on Monday, the port office said.", "2025-03-17", "line"),
        ("The ferry sank on Monday, the port office said.", None, None),
        ("On March 18, 2025, the port was shut. The ferry sank on Monday, the port office said.", None, None),
    ],
)
def test_a_dateline_is_a_base_and_a_date_of_the_story_is_none(text: str, value: str | None, basis: str | None) -> None:
    found = {row[0]: row[1:] for row in rows(mk.read_texts({"Harbour Herald": text}), "text", "value", "base_basis")}
    assert found["Monday"] == [value, basis]


def test_each_date_stands_where_it_says(corpus: mk.Corpus, folder: Folder) -> None:
    for given in (corpus, mk.read_corpus(folder({"a.txt": FERRY}))):
        texts = given.articles.set_index("article_id")["text"]
        dates = mk.find_dates(given)
        assert [texts[row.article_id][row.begin : row.end] for row in dates.itertuples()] == dates["text"].tolist()


def test_no_date_is_taken_from_comment_forms_and_lists_of_other_articles() -> None:
    text = "The ferry sank on Monday, the port office said.\n\nRelated:\n- What happened on Tuesday\n\nLeave a comment by Friday"
    assert rows(mk.read_texts({"Harbour Herald": text}), "text") == [["Monday"]]


def test_without_a_date_there_is_an_empty_table() -> None:
    dates = mk.find_dates(mk.read_texts({"Harbour Herald": "The ferry stopped."}))
    assert list(dates) == DATES.names
    assert len(dates) == 0


# read by eye in the five articles: every date, and no other; none says when it was written, so none has a day
SEEDS = [
    ["001", "Thursday", None, "day", "report"],
    ["001", "Wednesday", None, "day", "event"],
    ["001", "Last April", None, "month", "other"],
    ["001", "April", None, "month", "other"],
    ["001", "March", None, "month", "other"],
    ["001", "last fall", None, "season", "other"],
    ["001", "early 1950s", None, "decade", "other"],
    ["001", "this year", None, "year", "other"],
    ["002", "22 March", None, "day", "event"],
    ["002", "late February", None, "month", "other"],
    ["002", "last year", None, "year", "other"],
    ["003", "March 22", None, "day", "report"],
    ["003", "the previous year", None, "year", "other"],
    ["004", "Friday", None, "day", "event"],
    ["004", "Saturday", None, "day", "report"],
    ["004", "late February", None, "month", "other"],
    ["004", "last fall", None, "season", "other"],
    ["004", "Wednesday", None, "day", "event"],
    ["004", "last year", None, "year", "other"],
    ["004", "2024", "2024", "year", "other"],
    ["004", "Friday", None, "day", "event"],
]


def test_the_dates_of_the_seeds(corpus: mk.Corpus) -> None:
    found = rows(corpus, "article_id", "text", "value", "granularity", "kind")
    assert [[str(row[0])[:3], *row[1:]] for row in found] == SEEDS


def test_articles_in_any_batch_have_the_same_dates(corpus: mk.Corpus) -> None:
    ids = corpus.articles["article_id"].tolist()
    parts = [mk.find_dates(corpus.select(ids=[article_id])) for article_id in ids]
    pd.testing.assert_frame_equal(pd.concat([part for part in parts if len(part)], ignore_index=True), mk.find_dates(corpus))
