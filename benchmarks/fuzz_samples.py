"""A small file of every format that mediakit reads, for spoiling: one or a few articles each."""

import gzip
import io
import json
import sqlite3
import tarfile
import zipfile
from functools import cache

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

_TITLE, _OTHER = "Ferry halted after storm", "Council delays budget vote"
_BODY = (
    "The ferry did not leave the harbour on Monday, the port office said. Nobody knew when it would.",
    "“We saw waves of four metres,” the harbour master said. «Il fait froid», dit-il. £1.25m – café.",
    "About 10,000 people live on the island, which is 3.5 miles off the coast.",
)
_TEXT = f"{_TITLE}\n\nBy Ama Boyle\n\n" + "\n\n".join(_BODY) + "\n\nShare on Facebook\nLeave a comment\n"
_OLD_NEXIS = f"""\
                               1 of 2 DOCUMENTS


                                Harbour Herald

                     June 24, 2021 Thursday

{_TITLE}

BYLINE: Ama Boyle

SECTION: NEWS; Pg. 4

LENGTH: 21 words


 {_BODY[0]}

 {_BODY[1]}

LOAD-DATE: June 25, 2021

LANGUAGE: ENGLISH


                               2 of 2 DOCUMENTS


                                Coast Courier

                              June 2021

{_OTHER}

LENGTH: 9 words

{_BODY[2]}

LOAD-DATE: June 24, 2021
"""
_NEXIS = f"""\
User Name: Ama Boyle
Documents (1)
1. {_TITLE}
Client/Matter: -None-
About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2021 LexisNexis
{_TITLE}
Harbour Herald (Coastland)
June 24, 2021 Thursday
Copyright 2021 Harbour Herald Ltd All Rights Reserved
Section: NEWS; Pg. 4
Length: 22 words
Byline: By Ama Boyle
Body

{_BODY[0]}
{_BODY[1]}
Classification
Language: ENGLISH
Load-Date: June 25, 2021
End of Document
"""
_FACTIVA = f"""\
HD
{_TITLE}
BY
Ama Boyle
WC
22 words
PD
24 June 2021
SN
Harbour Herald
SC
HARBH
LA
English
CY
Copyright 2021 Harbour Herald
LP
{_BODY[0]}
TD
{_BODY[1]}
{_BODY[2]}
AN
Document HARBH00020210624eh6o0001p
"""
_PROQUEST = f"""\
____________________________________________________________

Report Information from ProQuest

____________________________________________________________

Document 1 of 1

{_TITLE}

Author: Boyle, Ama

Publication info: Harbour Herald; Coastland, 24 June 2021: A4.

Abstract: No crossing.

Full text: {_BODY[0]}

{_BODY[1]}

Title: {_TITLE}

Publication title: Harbour Herald

Publication date: Jun 24, 2021

ProQuest document ID: 147000001

____________________________________________________________

Contact us at: http://www.proquest.com
"""
_HTML = f"""\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{_TITLE} | Harbour Herald</title>
<link rel="canonical" href="https://www.example.org/ferry"><meta property="og:title" content="{_TITLE}">
<meta property="article:published_time" content="2021-06-24T08:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{_TITLE}", "author": {{"name": "Ama Boyle"}}}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{_TITLE}</h1><p class="byline">By Ama Boyle</p>{"".join(f"<p>{words}</p>" for words in _BODY)}
<figure><img src="a.jpg" alt="A ferry"><figcaption>The ferry at its pier</figcaption></figure></article>
<footer>© 2021 Harbour Herald &amp; friends</footer></body></html>
"""


@cache
def samples() -> dict[str, bytes]:
    """Name and content of each sample."""
    rows = [{"text": " ".join(_BODY), "title": _TITLE, "outlet": "Harbour Herald"}, {"text": _BODY[2], "title": _OTHER}]
    parts = {
        "plain.txt": _TEXT.encode(),
        "rows.jsonl": "".join(json.dumps(row) + "\n" for row in rows * 2).encode(),
        "list.json": json.dumps(rows, ensure_ascii=False, indent=1).encode(),
        "table.csv": ("text,title,outlet\n" + "".join(f'"{words}",{_TITLE},Herald\n' for words in _BODY)).encode(),
        "table.tsv": ("text\ttitle\n" + "".join(f"{words}\t{_TITLE}\n" for words in _BODY)).encode(),
        "old.nexis.txt": _OLD_NEXIS.encode(),
        "new.nexis.txt": _NEXIS.encode(),
        "nexis.rtf": _rtf(_NEXIS),
        "nexis.docx": _docx(_NEXIS),
        "factiva.txt": _FACTIVA.encode(),
        "factiva.rtf": _rtf(_FACTIVA),
        "proquest.txt": _PROQUEST.encode(),
        "newsapi.json": _newsapi(),
        "nela.json": _nela(),
        "nela.db": _nela_database(),
        "mediacloud.csv": _MEDIACLOUD.encode(),
        "table.xlsx": _xlsx(rows),
        "table.parquet": _parquet(rows),
        "page.html": _HTML.encode(),
        "page.mhtml": _mhtml(),
        "pages.warc": _warc(),
    }
    packed = {name: parts[name] for name in ("plain.txt", "rows.jsonl", "newsapi.json", "page.html")}
    packed["manifest.csv"] = b"path,outlet,published\nplain.txt,Harbour Herald,2021-06-24\nrows.jsonl,Coast Courier,\n"
    packed["corrections.csv"] = (
        b"table,article_id,begin,end,field,value\narticles,rows#1,,,language,en\nlines,plain,0,26,label,title\n"
    )
    return parts | {
        "packed.zip": _zip(packed),
        "packed.tar": _tar(packed),
        "packed.tar.gz": gzip.compress(_tar(packed), mtime=0),
        "page.html.gz": gzip.compress(parts["page.html"], mtime=0),
        "pages.warc.gz": gzip.compress(parts["pages.warc"], mtime=0),
    }


_MEDIACLOUD = f"""\
stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url
1,2021-06-24 08:00:00,{_TITLE},https://www.example.org/ferry,en,False,,1,Harbour Herald,https://www.example.org/
2,2021-06-24,{_OTHER},https://news.example.net/budget,en,False,,2,Coast Courier,https://news.example.net/
"""


def _rtf(text: str) -> bytes:
    lines = ("".join(rf"\u{ord(sign)}?" if ord(sign) > 127 else sign for sign in line) for line in text.splitlines())
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}" + "\\par\n".join(lines) + "\\par}").encode()


def _docx(text: str) -> bytes:
    import docx

    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(made := io.BytesIO())
    return made.getvalue()


def _newsapi() -> bytes:
    article = {
        "source": {"id": None, "name": "Harbour Herald"}, "author": "Ama Boyle", "title": _TITLE, "description": _BODY[0],
        "url": "https://www.example.org/ferry", "urlToImage": None, "publishedAt": "2021-06-24T08:00:00Z",
        "content": f"{_BODY[0]} {_BODY[1]}"[:190] + "… [+2101 chars]",
    }  # fmt: skip
    return json.dumps({"status": "ok", "totalResults": 2, "articles": [article, article | {"title": _OTHER}]}).encode()


_NELA = {
    "id": "herald--2021-06-24--Ferry", "date": "2021-06-24", "source": "harbourherald", "title": _TITLE,
    "content": f"{_BODY[0]} {_BODY[1]} @ @ @ @ @ @ @ {_BODY[2]}", "author": "Ama Boyle", "url": "https://www.example.org/ferry",
    "published": "Thu, 24 Jun 2021", "published_utc": 1624521600, "collection_utc": 1624530000,
}  # fmt: skip


def _nela() -> bytes:
    return json.dumps([_NELA, _NELA | {"id": "herald--2", "title": _OTHER}]).encode()


def _nela_database() -> bytes:
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE TABLE newsdata ({', '.join(_NELA)})")
    database.execute(f"INSERT INTO newsdata VALUES ({', '.join('?' * len(_NELA))})", [*_NELA.values()])
    database.commit()
    made = database.serialize()
    database.close()
    return made


def _xlsx(rows: list[dict[str, str]]) -> bytes:
    made = openpyxl.Workbook()
    made.worksheets[0].append(["text", "title", "outlet"])
    for row in rows:
        made.worksheets[0].append([row["text"], row["title"], row.get("outlet")])
    made.save(saved := io.BytesIO())
    return saved.getvalue()


def _parquet(rows: list[dict[str, str]]) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows), sink)
    return sink.getvalue().to_pybytes()


def _mhtml() -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.org/ferry\r\nSubject: Ferry\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----edge\"\r\n\r\n"
    )  # fmt: skip
    part = "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://www.example.org/ferry\r\n\r\n"
    return (f"{head}------edge\r\n{part}{_HTML}\r\n------edge--\r\n").encode()


def _warc() -> bytes:
    body = _HTML.encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        "WARC-Target-URI: https://www.example.org/ferry\r\nWARC-Date: 2021-06-24T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return (head.encode() + answer + b"\r\n\r\n") * 2


def _zip(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _tar(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()
