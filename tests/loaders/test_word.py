"""An ordinary Word or RTF document is one article; an export of an archive is read as one."""

import io

import docx
import pytest

import mediakit as mk
from mediakit.errors import CorpusError
from tests.conftest import Folder

PARAGRAPHS = ("Ferry halted", "By Ama Boyle", "", "The ferry did not leave on Monday.", "“We wait,” Mr Nair said.")


def word(*paragraphs: str) -> bytes:
    document, data = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(data)
    return data.getvalue()


def rtf(*paragraphs: str) -> bytes:
    marked = "\\par\n".join("".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text) for text in paragraphs)
    return f"{{\\rtf1\\ansi {marked}}}".encode()


@pytest.mark.parametrize(("name", "make"), [pytest.param("a.docx", word, id="Word"), pytest.param("a.rtf", rtf, id="RTF")])
def test_an_ordinary_document_is_one_article_a_paragraph_a_line(folder: Folder, name: str, make: type) -> None:
    corpus = mk.read_corpus(folder({name: make(*PARAGRAPHS)}))
    [article] = corpus.articles.to_dict("records")
    assert (article["article_id"], article["text"]) == ("a", "\n".join(PARAGRAPHS))
    assert (article["title"], article["byline"], article["title_basis"]) == ("Ferry halted", "Ama Boyle", "line")
    assert corpus.lines["label"].tolist() == ["title", "byline", "blank", "body", "body"]
    assert [file.format for file in corpus.origin.files] == ["word"]


def test_an_export_of_nexis_is_read_as_one(folder: Folder) -> None:
    export = word("Ferry halted", "Harbour Herald", "June 24, 2021", "Length: 7 words", "Body",
                  "The ferry did not leave on Monday.", "Load-Date: June 25, 2021", "End of Document")  # fmt: skip
    corpus = mk.read_corpus(folder({"a.docx": export}))
    assert [file.format for file in corpus.origin.files] == ["nexis"]
    assert corpus.articles["outlet"].tolist() == ["Harbour Herald"]


def test_an_empty_document_is_said(folder: Folder) -> None:
    with pytest.raises(CorpusError, match="no text: empty or blank"):
        mk.read_corpus(folder({"a.docx": word("", " ")}))
