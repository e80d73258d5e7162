"""Web archives: every answer that is a page is one article, and what breaks off is said."""

import gzip
import os
import zlib

import pytest

import mediakit as mk
from mediakit.loaders.records import Problem, Record
from mediakit.loaders.warc import read_warc, recognize_warc
from mediakit.loaders.worker import Worker
from tests.loaders.test_html import page

HTML = "text/html; charset=utf-8"


def answer(path: str, body: bytes, *, kind: str = HTML, status: str = "200 OK", headers: str = "") -> bytes:
    """One record of an archive: what a server answered."""
    said = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.portclair.example/{path}\r\n"
        "WARC-Date: 2025-03-22T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(said)}\r\n\r\n"
    )
    return head.encode() + said + b"\r\n\r\n"


def read(folder, data: bytes, name: str = "crawl.warc") -> list[Record | Problem]:
    return list(read_warc(folder({name: data}) / name, name, None))


def chunked(data: bytes) -> bytes:
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (data[:100], data[100:])) + b"0\r\n\r\n"


def test_each_page_is_an_article_with_its_address_and_number(folder):
    found = read(folder, answer("1", page().encode()) + answer("2", page().replace("Monday", "Tuesday").encode()))
    assert [(item.number, item.fields["url"]) for item in found if isinstance(item, Record)] == [
        (1, "https://www.portclair.example/1"),
        (2, "https://www.portclair.example/2"),
    ]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(page().encode(), "", id="as it is"),
        pytest.param(gzip.compress(page().encode()), "Content-Encoding: gzip\r\n", id="gzip"),
        pytest.param(zlib.compress(page().encode()), "Content-Encoding: deflate\r\n", id="deflate"),
        pytest.param(chunked(page().encode()), "Transfer-Encoding: chunked\r\n", id="in chunks"),
        pytest.param(page().encode(), "Content-Encoding: gzip\r\n", id="unpacked by who archived it"),
        pytest.param(page().encode(), "Content-Encoding: br\r\n", id="said to be packed, and not"),
    ],
)
def test_pages_as_servers_send_them(folder, body, headers):
    (record,) = read(folder, answer("1", body, headers=headers))
    assert isinstance(record, Record)
    assert record.text.startswith("Home Sport\nFerry halted by cracks in pier\n")


def test_reading_can_begin_behind_a_page(folder):
    file = folder({"crawl.warc": b"".join(answer(name, page().encode()) for name in "123")}) / "crawl.warc"
    assert [item.number for item in read_warc(file, "crawl.warc", None, after=2)] == [3]


def test_a_page_that_stops_its_reader_costs_that_page_and_the_others_are_read(folder):
    data = b"".join(answer(str(number), page().replace("Monday", f"day {number}").encode()) for number in range(1, 9))
    with Worker() as worker:
        reading = worker.read("warc", folder({"crawl.warc": data}) / "crawl.warc", "crawl.warc", None, goes_on=True)
        found = [next(reading)]
        os.kill(worker.process_id, 9)
        found += reading
    read = [item for item in found if isinstance(item, Record)]
    lost = [item for item in found if isinstance(item, Problem)]
    assert sorted([*(record.number for record in read), *(problem.line for problem in lost)])[:8] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert len(read) >= 7
    assert all("this page was given up: its reader crashed" in problem.what for problem in lost)


def test_the_servers_encoding_is_taken(folder):
    (record,) = read(folder, answer("1", page().encode("cp1252"), kind="text/html; charset=iso-8859-1"))
    assert isinstance(record, Record)
    assert "“We would rather be slow than sorry,”" in record.text


def test_pictures_are_counted_and_errors_of_the_server_skipped(folder):
    found = read(
        folder,
        answer("1", page().encode())
        + answer("pier.png", b"\x89PNG", kind="image/png")
        + answer("2", b"<html>gone</html>", status="404 Not Found"),
    )
    problems = [(item.line, item.what, item.fate) for item in found if isinstance(item, Problem)]
    assert problems == [
        (2, "the server answered 404: https://www.portclair.example/2", "skipped"),
        (None, "1 answers are no pages and were passed over: image/png (1)", "flagged"),
    ]


@pytest.mark.parametrize("pack", [pytest.param(bytes, id="plain"), pytest.param(gzip.compress, id="packed")])
def test_an_archive_that_breaks_off_keeps_what_stands_before(folder, pack):
    whole = pack(answer("1", page().encode())) + pack(answer("2", page().encode()))
    first, last = read(folder, whole[:-200])
    assert isinstance(first, Record)
    assert isinstance(last, Problem)
    assert (last.fate, "breaks off" in last.what) == ("quarantined", True)


def test_a_file_without_pages_is_quarantined(folder):
    (problem,) = read(folder, b"WARC/1.0\r\n")
    assert isinstance(problem, Problem)
    assert problem.what == "no page in the archive"


def test_archives_are_known_by_content(tmp_path):
    record = answer("1", page().encode())
    assert recognize_warc(record, tmp_path)
    assert recognize_warc(gzip.compress(record), tmp_path)
    assert not recognize_warc(b"WARC is a format.", tmp_path)
    assert not recognize_warc(b"\x1f\x8bnot gzip", tmp_path)


def test_an_archive_packed_record_by_record_is_read_from_a_folder(folder):
    packed = b"".join(gzip.compress(answer(str(n), page().replace("400", str(400 + n)).encode())) for n in (1, 2))
    corpus = mk.read_corpus(folder({"crawl.warc.gz": packed}))
    assert corpus.articles["outlet"].tolist() == ["portclair.example"] * 2
    assert corpus.articles["outlet_basis"].tolist() == ["url"] * 2
