"""Saved pages: the visible text, a block a line, each line labelled; what cannot be read is said."""

import gzip

import pytest
from lxml import html

import mediakit as mk
from mediakit.loaders.html import read_page
from mediakit.loaders.html_align import mark, taken_lines
from mediakit.loaders.html_blocks import visible_lines
from mediakit.loaders.records import Problem, Record

PARAGRAPHS = (
    "The ferry between Port Clair and the islands will not sail this week, after divers found cracks in two pillars of the pier.",
    "Harbour master Ngozi Adeyemi said on Monday that the pier had been closed as a precaution and that nobody was hurt.",
    "“We would rather be slow than sorry,” she told reporters, adding that engineers were on their way from the capital.",
    "About 400 islanders use the crossing on a working day, many of them pupils of the secondary school on the mainland.",
    "The council has asked two fishing boats to carry medicine and mail until Friday, when it will look at the repairs again.",
    "A new pier was promised in 2019 but the money went to the flood wall, which opposition councillors called a mistake.",
)
HEAD = (
    "<title>Ferry halted by cracks in pier | Port Clair Post</title>"
    '<meta property="og:title" content="Ferry halted by cracks in pier">'
)


def page(*, head: str = HEAD, body: str | None = None, before: str = "", after: str = "") -> str:
    """A page of a small paper; the parts that a test is about are its arguments."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) if body is None else body
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<main><article><h1>Ferry halted by cracks in pier</h1>{before}{text}{after}</article></main>"
        "<footer><p>Port Clair Post, Harbour Street</p></footer></body></html>"
    )


def read(source: str | bytes, **given: str) -> Record:
    """The one record of a page."""
    found = read_page(source if isinstance(source, bytes) else source.encode(), "page.html", **given)  # type: ignore[arg-type]
    return next(item for item in found if isinstance(item, Record))


def labelled(record: Record) -> list[tuple[str, str]]:
    """Each line's label and text."""
    assert record.labels is not None
    return [(label.label if label else "", line) for label, line in zip(record.labels, record.text.split("\n"), strict=False)]


def test_the_text_is_what_a_reader_sees_a_block_a_line():
    record = read(
        page(after="<script>track()</script><style>p{}</style><p>Ends <b>he</b>re.<br>Or here.</p><p hidden>Not this.</p>")
    )
    assert record.text.split("\n") == [
        "Home Sport",
        "Ferry halted by cracks in pier",
        *PARAGRAPHS,
        "Ends here.",
        "Or here.",
        "Port Clair Post, Harbour Street",
        "",
    ]


def test_every_line_has_a_label():
    record = read(page(before="<p>By Ama Boyle</p>"))
    assert labelled(record) == [
        ("other", "Home Sport"),
        ("title", "Ferry halted by cracks in pier"),
        ("byline", "By Ama Boyle"),
        *(("body", paragraph) for paragraph in PARAGRAPHS),
        ("other", "Port Clair Post, Harbour Street"),
    ]


@pytest.mark.parametrize(
    ("inside", "line", "label"),
    [
        pytest.param("<h2>What happens now</h2>", "What happens now", "subhead", id="a heading inside is a subhead"),
        pytest.param(
            '<p><a href="/1">Read more: Flood wall opens two years late</a></p>',
            "Read more: Flood wall opens two years late",
            "related",
            id="a line that is one link leads to another article",
        ),
        pytest.param(
            "<figure><img><figcaption>The pier at low tide, seen from the harbour office.</figcaption></figure>",
            "The pier at low tide, seen from the harbour office.",
            "caption",
            id="a caption by its markup",
        ),
        pytest.param(
            '<div class="newsletter-box"><p>Get the news of the coast in your inbox every morning, free of charge.</p></div>',
            "Get the news of the coast in your inbox every morning, free of charge.",
            "other",
            id="a box named after a newsletter",
        ),
    ],
)
def test_what_stands_inside_the_article_without_being_its_text(inside, line, label):
    half = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    record = read(page(body="".join([*half[:3], inside, *half[3:]])))
    assert (label, line) in labelled(record)
    assert [text for kind, text in labelled(record) if kind == "body"] == [*PARAGRAPHS]


def test_a_summary_between_headline_and_article_is_a_dek():
    summary = "Islanders must wait until Friday for a decision on repairs"
    record = read(page(before=f'<p class="standfirst">{summary}</p>'))
    assert ("dek", summary) in labelled(record)


@pytest.mark.parametrize(
    ("box", "label"),
    [
        pytest.param('<section id="comments"><p>Nice pier.</p></section>', "comment_form", id="comments"),
        pytest.param('<div class="share"><p>Nice pier.</p></div>', "share", id="buttons to share"),
        pytest.param('<div class="related"><p>Nice pier.</p></div>', "related", id="other articles"),
        pytest.param("<p>© Nice pier.</p>", "legal", id="rights"),
    ],
)
def test_boxes_beside_the_article_are_told_apart_by_their_names(box, label):
    record = read(page().replace("<footer>", f"<footer>{box}"))
    assert next(kind for kind, line in labelled(record) if "Nice pier." in line) == label


def test_a_headline_that_stands_twice_is_one_title():
    record = read(page().replace("<main>", "<p>Ferry halted by cracks in pier</p><main>"))
    assert [line for label, line in labelled(record) if label == "title"] == ["Ferry halted by cracks in pier"]


def test_a_page_without_an_article_is_flagged_and_keeps_its_text():
    source = "<html><body><ul>" + "".join(f'<li><a href="/{n}">Story {n}</a></li>' for n in range(30)) + "</ul></body></html>"
    found = list(read_page(source.encode(), "front.html"))
    record = next(item for item in found if isinstance(item, Record))
    assert record.flags == ("check_extraction",)
    assert record.text.startswith("Story 0\nStory 1\n")
    assert "may not have been cut out of the page well" in next(item.what for item in found if isinstance(item, Problem))


def test_a_long_plain_article_is_not_flagged():
    assert read(page()).flags == ()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"", "there is no HTML in it", id="empty"),
        pytest.param(b"The ferry stopped.", "there is no HTML in it", id="plain text"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not readable as text", id="a picture"),
        pytest.param(b"<html><body></body></html>", "no visible text", id="a page without text"),
        pytest.param(b"<html><body><script>draw()</script></body></html>", "no visible text", id="a page that a script draws"),
        pytest.param(b"<html>" + b"<b>a" * 1_000_000, "more than a page of news can have", id="a million tags"),
        pytest.param(b"<html>" + b"<div>" * 100_000 + b"x", "more than a page of news can have", id="100,000 nested tags"),
        pytest.param(b"<html>" + b"<div>" * 3_000 + b"x", "nested too deeply", id="3,000 nested tags"),
        pytest.param(b"<html><p>" + b"word " * 4_400_000, "more than a page of news can have", id="22 MB in one line"),
    ],
)
def test_what_is_no_page_of_news_is_quarantined_with_the_reason(data, what):
    (problem,) = read_page(data, "bad.html")
    assert isinstance(problem, Problem)
    assert problem.fate == "quarantined"
    assert what in problem.what


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(page().encode("utf-16"), None, id="UTF-16 with its mark"),
        pytest.param(page().encode("utf-16-le"), "no byte-order mark", id="UTF-16 without a mark"),
        pytest.param(
            page(head='<meta charset="iso-8859-1">').encode(), "declared as cp1252, but it is UTF-8", id="wrongly declared"
        ),
        pytest.param(page(head='<meta charset="windows-1252">').encode("cp1252"), None, id="Windows-1252, declared"),
        pytest.param(page(head='<meta charset="utf-8">').encode("cp1252"), "which is a guess", id="not what it declares"),
        pytest.param(page().encode("cp1252"), "which is a guess", id="Windows-1252, undeclared"),
        pytest.param(page().replace("Harbour master", "Harbour\0 master").encode(), "NUL bytes left out", id="NUL bytes"),
    ],
)
def test_encodings(data, what):
    found = list(read_page(data, "page.html"))
    record = next(item for item in found if isinstance(item, Record))
    assert PARAGRAPHS[2] in record.text
    assert [item.what for item in found if isinstance(item, Problem) and what and what in item.what] or what is None


def test_a_declared_eastern_encoding_is_taken():
    source = (
        page(head='<meta charset="shift_jis">', body="<p>渡船は出なかった。</p>" * 3, before="").replace("“", "").replace("”", "")
    )
    assert "渡船は出なかった。" in read(source.encode("cp932")).text


def test_markup_in_a_title_is_text():
    record = read(
        page(head="<title>&lt;script&gt;alert(1)&lt;/script&gt; x</title>").replace(
            "<h1>", "<h1>&lt;script&gt;alert(1)&lt;/script&gt; "
        )
    )
    assert record.fields["title"] == "<script>alert(1)</script> Ferry halted by cracks in pier"


def test_the_lines_an_extractor_took_come_out_again_by_their_marks():
    root = html.document_fromstring("<body><p>One line.</p><p>Another <b>line</b>.</p><p>A third.</p></body>")
    lines, nodes = visible_lines(root)
    mark(nodes)
    answer = " ".join(root.xpath("//p")[1].itertext())
    assert taken_lines(lines, answer) == {1}


def test_pages_in_a_folder(folder):
    room = folder({
        "ferry.html": page(head=f'{HEAD}<link rel="canonical" href="https://www.portclair.example/ferry">'),
        "packed.htm.gz": gzip.compress(page().replace("Monday", "Sunday").encode()),
        "ferry_files/frame.html": "<html><body><p>An advertisement in a frame of the page.</p></body></html>",
        "really.txt": page().replace("Monday", "Tuesday"),
    })  # fmt: skip
    corpus = mk.read_corpus(room)
    assert corpus.articles["article_id"].tolist() == ["ferry", "packed", "really"]
    assert corpus.articles["title"].tolist() == ["Ferry halted by cracks in pier"] * 3
    lines = corpus.lines[corpus.lines["article_id"] == "ferry"]
    text = corpus.articles["text"][0]
    assert [text[row.begin : row.end].strip() for row in lines.itertuples() if row.label == "body"] == [*PARAGRAPHS]
    assert "".join(text[row.begin : row.end] for row in lines.itertuples()) == text


def test_the_manifest_says_where_pages_were_read(folder):
    room = folder({"ferry.html": page(), "manifest.csv": "path,url\nferry.html,https://www.portclair.example/ferry\n"})
    article = mk.read_corpus(room).articles.iloc[0]
    assert (article["url"], article["outlet"], article["outlet_basis"]) == (
        "https://www.portclair.example/ferry",
        "portclair.example",
        "url",
    )
