"""No string from an article, a file name or a manifest reaches a page as markup."""

import json
import os
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

import pandas as pd
import pytest

import mediakit as mk

ATTACK = "<img src=x onerror=alert(1)>"
HARMLESS = "[img src=x onerror=alert(1)]"  # the same but for its brackets

Page = Callable[[mk.Corpus], object]


def compared(corpus: mk.Corpus) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values, and all outlets compared with the first, as if everything were about one story."""
    values = mk.measure(corpus, "word_count").assign(story_id=corpus.articles["title"].dropna().iat[0])
    return values, mk.compare(values, reference=values["outlet"].dropna().iat[-1])


PAGES = {
    "show_articles": mk.show_articles,
    "describe": mk.describe,
    "show_table of dates": lambda corpus: mk.show_table(mk.find_dates(corpus), "dates"),
    "show_texts": lambda corpus: mk.show_texts(corpus, open_first=True),
    "show_values": lambda corpus: mk.show_values(mk.measure(corpus), corpus.articles["title"].iat[0]),
    "show_table": lambda corpus: mk.show_table(corpus.articles.drop(columns="flags"), corpus.articles["title"].iat[0]),
    "show_table of lines": lambda corpus: mk.show_table(corpus.lines, "lines"),
    "show_table of problems": lambda corpus: mk.show_table(corpus.problems, "problems"),
    "show_table of a summary": lambda corpus: mk.show_table(mk.summarize(mk.measure(corpus)), "summary"),
    "plot_measure": lambda corpus: mk.plot_measure(mk.summarize(mk.measure(corpus)), "word_count"),
    "show_differences": lambda corpus: mk.show_differences(compared(corpus)[1]),
    "plot_pairs": lambda corpus: mk.plot_pairs(*compared(corpus), "word_count"),
    "plot_sentence_lengths": lambda corpus: mk.plot_sentence_lengths(mk.split_sentences(corpus), by="article"),
    "plot_overview": lambda corpus: mk.plot_overview(mk.summarize(mk.measure(corpus, ["word_count", "mean_sentence_length"]))),
    "plot_measure with intervals": lambda corpus: mk.plot_measure(mk.summarize(mk.measure(corpus)), "mean_sentence_length"),
}


class Structure(HTMLParser):
    """The elements of a page in order, each with the names of its attributes; and all its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, ...]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def made_of(self) -> Counter[tuple[str, ...]]:
        """How often each element occurs; those a figure is drawn with once, as a wider name leaves room for fewer ticks."""
        drawn = {element for element in self.elements if element[0] in ("g", "path", "text", "tspan", "use")}
        return Counter([*drawn, *(element for element in self.elements if element not in drawn)])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment",))

    def handle_data(self, data: str) -> None:
        self.text += data


def in_a_file_name(mark: str) -> str:
    """A file name that carries the mark, where the system allows one."""
    return mark.replace("<", "[").replace(">", "]") if os.name == "nt" else mark


@pytest.fixture
def read_with(folder) -> Callable[[str], mk.Corpus]:
    """A corpus that says mark wherever an input can say anything."""

    def read(mark: str) -> mk.Corpus:
        story = f"The ferry {mark} did not leave on Monday. " * 3
        page = f"{mark} Ferry halted\n\nBy Ada {mark}\n\n{story}\n\nIt was late, {mark} said.\n\nSource: {mark}\n\n{mark}\n"
        name = in_a_file_name(mark)
        record = {
            "text": story,
            "outlet": mark,
            "headline": mark,
            "author": mark,
            "published": mark,
            "url": f"https://a.example/{mark}",
        }
        files = {
            f"{name}.txt": page,
            "b.txt": page + "\nIt rained.",
            f"{name} empty.txt": "",
            "news.jsonl": json.dumps({**record, mark: mark}) + f"\n{{{mark}\n",
            "manifest.csv": "path,outlet,title,byline,published,story_id,language,desk,outlet_basis,outlet_evidence\n"
            + ",".join(["b.txt", *[mark] * 9])
            + f"\n{mark}/none.txt,,,,,,,,,\n",
            "corrections.csv": "table,article_id,begin,end,field,value,reason\n"
            f"lines,b,{len(page) - len(mark) - 1},{len(page)},label,legal,{mark}\narticles,{mark},,,title,{mark},{mark}\n",
        }
        room = "attacked" if mark == ATTACK else "harmless"
        return mk.read_corpus(folder({f"{room}/{name}": text for name, text in files.items()}) / room)

    return read


@pytest.mark.parametrize("show", PAGES.values(), ids=PAGES.keys())
def test_no_element_or_attribute_comes_from_the_data(read_with: Callable[[str], mk.Corpus], show: Page) -> None:
    attacked, harmless = (Structure(show(read_with(mark))._repr_html_()) for mark in (ATTACK, HARMLESS))  # type: ignore[attr-defined]
    assert attacked.made_of() == harmless.made_of()
    assert "img" not in {element[0] for element in attacked.elements}


@pytest.mark.parametrize("show", PAGES.values(), ids=PAGES.keys())
def test_what_was_written_is_still_read(read_with: Callable[[str], mk.Corpus], show: Page) -> None:
    assert ATTACK in Structure(show(read_with(ATTACK))._repr_html_()).text  # type: ignore[attr-defined]


def test_the_attack_stands_everywhere_an_input_can_say_something(read_with: Callable[[str], mk.Corpus]) -> None:
    corpus = read_with(ATTACK)
    assert len(corpus.articles) == 3
    for column in ("outlet", "outlet_label", "outlet_evidence", "title", "byline", "story_id", "text", "desk", "original_source"):
        assert corpus.articles[column].str.contains(ATTACK, regex=False).any(), column
    assert corpus.problems["what"].str.contains(ATTACK, regex=False).any()
    assert corpus.lines["why"].str.contains(ATTACK, regex=False).any()


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param("</summary></details><script>alert(1)</script>", id="closing what was opened"),
        pytest.param('"><svg onload=alert(1)>', id="leaving an attribute"),
        pytest.param("'><svg onload=alert(1)>", id="leaving an attribute in single marks"),
        pytest.param("<!-- ", id="a comment that swallows the page"),
        pytest.param("<style>*{display:none}</style>", id="a style sheet"),
        pytest.param("&lt;script&gt;", id="markup escaped before"),
        pytest.param("<![CDATA[ <script> ]]>", id="a CDATA section"),
        pytest.param("\x00<scr\x00ipt>", id="control characters inside a tag"),
        pytest.param("＜script＞", id="full-width brackets"),
    ],
)
@pytest.mark.parametrize("show", PAGES.values(), ids=PAGES.keys())
def test_other_ways_out_of_text_are_closed(attack: str, show: Page) -> None:
    def page(mark: str) -> str:
        text = f"Ferry {mark} halted\n\nThe ferry {mark} stopped. It rained. It rained. It rained. It rained.\n\n{mark}"
        return show(mk.read_texts({f"Herald {mark}": text, "Courier": text}))._repr_html_()  # type: ignore[attr-defined]

    harmless = attack.translate({ord(sign): "+" for sign in "<>&\"'"})
    assert Structure(page(attack)).made_of() == Structure(page(harmless)).made_of()


@pytest.mark.parametrize("name", ["<img src=x>", "a & b", 'a "b" c'])
def test_the_name_of_a_column_is_text(name: str) -> None:
    page = mk.show_table(pd.DataFrame({"a": [1], name: [2]}), name)._repr_html_()
    assert Structure(page).text.count(name) == 2  # caption and head
    assert "img" not in {element[0] for element in Structure(page).elements}
