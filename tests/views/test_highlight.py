"""The text of an article, line by line, with the rule that decided on each."""

import mediakit as mk

STORY = "The night ferry did not leave on Monday. Nobody knew why it had stayed."
PAGE = f"Night ferry stays in harbour\n\n{STORY}\n\nLeave a comment\n"


def test_body_and_furniture_are_told_apart() -> None:
    page = mk.show_texts(mk.read_texts({"Harbour Herald": PAGE}))._repr_html_()
    assert page.count('<li class="mk-body">') == 1
    assert page.count('<li class="mk-furniture">') == 2  # headline and comment form: neither is counted as body


def test_each_line_says_its_label_and_the_rule_in_words() -> None:
    page = mk.show_texts(mk.read_texts({"Harbour Herald": PAGE}))._repr_html_()
    assert '<span class="mk-label">comment form<span class="mk-place">' in page
    assert '<span class="mk-words" dir="auto">Leave a comment</span>' in page
    assert '<span class="mk-why">invites a comment or counts comments</span>' in page


def test_a_doubtful_rule_says_so() -> None:
    page = mk.show_texts(mk.read_texts({"Harbour Herald": PAGE}))._repr_html_()
    assert "goes best with its words (likely)</span>" in page
    assert "(worth a look)" in mk.show_texts(mk.read_texts({"Harbour Herald": "Ferry halted"}))._repr_html_()


def test_a_correction_is_shown_as_the_readers_own_with_the_reason(folder) -> None:
    begin = PAGE.index("Leave")
    room = folder(
        {
            "a.txt": PAGE,
            "corrections.csv": "table,article_id,begin,end,field,value,reason\n"
            f"lines,a,{begin},{len(PAGE)},label,body,the paper ends like this\n",
        }
    )
    page = mk.show_texts(mk.read_corpus(room))._repr_html_()
    assert '<span class="mk-why">You said: the paper ends like this</span>' in page
    assert page.count('<li class="mk-body">') == 2


def test_every_line_that_is_not_blank_is_shown(corpus: mk.Corpus) -> None:
    page = mk.show_texts(corpus)._repr_html_()
    assert page.count("<li class=") == 13 + 14 + 13 + 10 + 9
    assert page.count("<details") == 5


def test_an_article_is_headed_by_outlet_and_headline_or_what_stands_for_them(corpus: mk.Corpus) -> None:
    page = mk.show_texts(corpus)._repr_html_()
    assert "<summary>cambarysu.com <span>Kim Jong Un Reaffirms" in page
    assert '<summary>unknown (002…) <span><span class="mk-missing">headline not known</span></span></summary>' in page


def test_the_first_article_is_opened_when_asked_for(corpus: mk.Corpus) -> None:
    assert mk.show_texts(corpus)._repr_html_().count('<details class="mk-article" open>') == 0
    assert mk.show_texts(corpus, open_first=True)._repr_html_().count('<details class="mk-article" open>') == 1


def test_plain_text_holds_label_and_words() -> None:
    assert repr(mk.show_texts(mk.read_texts({"Harbour Herald": PAGE}))).splitlines() == [
        "Harbour Herald",
        "  title | Night ferry stays in harbour",
        f"  body | {STORY}",
        "  comment_form | Leave a comment",
    ]
