"""What is known about each article, what is not, and what was wrong with the input."""

import mediakit as mk
from mediakit.views.known import known_table, reading_summary

STORY = "The night ferry did not leave on Monday. Nobody knew why it had stayed."


def test_the_summary_counts_articles_outlets_and_problems(corpus: mk.Corpus) -> None:
    assert reading_summary(corpus) == "5 articles loaded of 5 found; 1 known outlet, 4 articles of unknown outlet; 0 problems."


def test_one_article_is_not_spoken_of_as_several() -> None:
    assert reading_summary(mk.read_texts({"Harbour Herald": STORY})) == (
        "1 article loaded of 1 found; 1 known outlet, 0 articles of unknown outlet; 0 problems."
    )


def test_what_was_not_loaded_is_said(folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": STORY, "blank.txt": " \n", "binary.txt": bytes(range(256)) * 9}))
    assert reading_summary(corpus).startswith("1 article loaded of 3 found, 2 could not be read (quarantined);")


def test_each_value_says_where_it_comes_from(folder) -> None:
    corpus = mk.read_corpus(
        folder(
            {
                "a.txt": f"Night ferry stays in harbour\n\nBy Isla Marwick\n\n{STORY}\n\nSource: coast-courier.example",
                "manifest.csv": "path,outlet,published\na.txt,Harbour Herald,2025-03-03\n",
            }
        )
    )
    assert known_table(corpus).iloc[0].tolist()[:-1] == [
        "a",
        "Harbour Herald (said in the manifest)",
        "Night ferry stays in harbour (likely, read in the text)",
        "2025-03-03 (said in the manifest)",
        "Isla Marwick (read in the text)",
        "coast-courier.example (read in the text)",
    ]


def test_an_unknown_outlet_is_said_to_be_unknown_and_how_it_is_shown(corpus: mk.Corpus) -> None:
    assert known_table(corpus)["outlet"].tolist() == [
        "cambarysu.com (read in the text)",
        "not known; shown as unknown (001…)",
        "not known; shown as unknown (002…)",
        "not known; shown as unknown (003…)",
        "not known; shown as unknown (004…)",
    ]


def test_the_credit_is_no_outlet(corpus: mk.Corpus) -> None:
    known = known_table(corpus)
    assert known["credit line"].iat[1] == "abcnews.go.com (read in the text)"
    assert "abcnews" not in known["outlet"].iat[1]


def test_what_nobody_said_is_shown_as_not_known(corpus: mk.Corpus) -> None:
    page = mk.show_articles(corpus)._repr_html_()
    assert page.count(">not known</span>") == 5 + 2 + 4  # published, headline, byline
    assert page.count(">none found<") == 2  # credit lines


def test_problems_are_shown_with_what_to_do(folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": STORY, "blank.txt": " \n"}))
    shown = mk.show_articles(corpus)
    assert "Problems met while reading" in shown._repr_html_()
    for text in ("blank.txt", "no text: empty or blank", "quarantined"):
        assert text in shown._repr_html_()
        assert text in repr(shown)


def test_without_problems_none_are_announced(corpus: mk.Corpus) -> None:
    assert "Problems met while reading" not in mk.show_articles(corpus)._repr_html_()


def test_plain_text_says_not_known_as_the_page_does(corpus: mk.Corpus) -> None:
    assert "NaN" not in repr(mk.show_articles(corpus))
