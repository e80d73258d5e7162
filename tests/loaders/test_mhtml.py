"""Pages that a browser saved in one file."""

import base64
import quopri

import pytest

from mediakit.loaders.mhtml import read_mhtml, recognize_mhtml
from mediakit.loaders.records import Problem, Record
from tests.loaders.test_html import page

ADDRESS = "https://www.portclair.example/ferry"


def saved(*parts: str, headers: str = f"Snapshot-Content-Location: {ADDRESS}\n") -> bytes:
    """A saved page of these parts."""
    head = (
        f"From: <Saved by Blink>\n{headers}Subject: Ferry\nDate: Sat, 22 Mar 2025 08:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----seam"\n\n'
    )
    return (head + "".join(f"------seam\n{part}\n" for part in parts) + "------seam--\n").encode()


def part(kind: str, body: bytes, *, packed: str = "quoted-printable", headers: str = "") -> str:
    """One part of a saved page."""
    written = quopri.encodestring(body) if packed == "quoted-printable" else base64.encodebytes(body)
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {packed}\n{headers}\n{written.decode()}"


def read(folder, data: bytes) -> list[Record | Problem]:
    return list(read_mhtml(folder({"ferry.mhtml": data}) / "ferry.mhtml", "ferry.mhtml", None))


@pytest.mark.parametrize("packed", ["quoted-printable", "base64"])
def test_the_page_is_read_with_the_address_it_was_saved_from(folder, packed):
    picture = part("image/png", b"\x89PNG", packed="base64")
    (record,) = read(folder, saved(picture, part("text/html", page().encode(), packed=packed)))
    assert isinstance(record, Record)
    assert record.text.startswith("Home Sport\nFerry halted by cracks in pier\n")
    assert record.fields["url"] == ADDRESS


def test_the_address_may_stand_in_the_part(folder):
    html = part("text/html", page().encode(), headers=f"Content-Location: {ADDRESS}\n")
    (record,) = read(folder, saved(html, headers=""))
    assert isinstance(record, Record)
    assert record.fields["url"] == ADDRESS


def test_the_parts_encoding_is_taken(folder):
    (record,) = read(folder, saved(part("text/html; charset=windows-1252", page().encode("cp1252"))))
    assert isinstance(record, Record)
    assert "“We would rather be slow than sorry,”" in record.text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(saved(part("image/png", b"\x89PNG", packed="base64")), id="nothing but a picture"),
        pytest.param(saved(part("text/html", b"")), id="an empty page"),
    ],
)
def test_a_file_without_the_page_is_quarantined(folder, data):
    (problem,) = read(folder, data)
    assert isinstance(problem, Problem)
    assert (problem.what, problem.fate) == ("a saved page without the page itself", "quarantined")


def test_saved_pages_are_known_by_content(tmp_path):
    assert recognize_mhtml(saved(part("text/html", page().encode())), tmp_path)
    assert not recognize_mhtml(b"MIME-Version: 1.0 is the first line of an e-mail.", tmp_path)
