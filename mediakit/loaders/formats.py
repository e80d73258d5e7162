"""The formats mediakit reads, how each is recognized, and what to expect of it.

To add one: write a reader in a file of its own, with the signature of Reader, and list it here. What
it needs beyond the standard library it imports inside its functions, so that nobody else waits for it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from mediakit.loaders.archives import Allowance, Member, gunzip, holds, is_gzip, is_tar, is_zip, untar, unzip
from mediakit.loaders.csv import read_csv
from mediakit.loaders.factiva import read_factiva, recognize_factiva
from mediakit.loaders.html import read_html, recognize_html
from mediakit.loaders.json import read_json
from mediakit.loaders.jsonl import read_jsonl
from mediakit.loaders.mediacloud import read_mediacloud, recognize_mediacloud
from mediakit.loaders.mhtml import read_mhtml, recognize_mhtml
from mediakit.loaders.nela import read_nela, recognize_nela
from mediakit.loaders.newsapi import read_newsapi, recognize_newsapi
from mediakit.loaders.nexis import read_nexis, recognize_nexis
from mediakit.loaders.parquet import read_parquet
from mediakit.loaders.proquest import read_proquest, recognize_proquest
from mediakit.loaders.records import Found, Problem
from mediakit.loaders.txt import read_txt
from mediakit.loaders.warc import read_warc, recognize_warc
from mediakit.loaders.word import read_word
from mediakit.loaders.xlsx import read_xlsx

#: of a file, its path as shown in problems, and the columns a user gave: what the file holds
Reader = Callable[[Path, str, dict[str, str] | None], Iterator[Found]]
#: whether the first bytes of a file (up to HEAD of them), or the file itself, show the format for certain
Recognizer = Callable[[bytes, Path], bool]

#: of a file that holds files: its members, unpacked one at a time within what is allowed
Unpacker = Callable[[Path, str, Allowance], Iterator[Member | Problem]]

HEAD = 65_536  #: bytes
_ALSO_ZIP = (".docx", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".epub", ".pages", ".numbers", ".key")


class Format(NamedTuple):
    """One format: its name, how it is known, what one article is in it, and its reader."""

    name: str
    endings: tuple[str, ...]
    one_article: str
    read: Reader
    recognize: Recognizer | None = None  #: by content; None: known by its ending, or when asked for
    gives: str = ""  #: what a user gets
    supply: str = ""  #: what a user must supply
    extra: str = ""  #: the extra to install, as in pip install mediakit[…]
    #: bytes from which a file is read in a worker process, as hostile input may hang, swell or crash the reader
    apart_from: int | None = None
    #: the reader of a file of many pages, told after which one to begin: one that is given up does not cost the others
    read_after: Callable[[Path, str, dict[str, str] | None, int], Iterator[Found]] | None = None


class Container(NamedTuple):
    """One kind of file that holds files; each member is read by its own format."""

    name: str
    endings: tuple[str, ...]
    one_article: str
    unpack: Unpacker
    recognize: Recognizer
    gives: str = ""
    supply: str = ""
    extra: str = ""


_LARGE = 10_000_000  # bytes; from here on a file of nothing but separators would fill the memory
_ROWS = "the columns taken, and every other column as it is"
_PACKED = "what each file packed gives; its path is archive.zip/file.txt"
_EXPORTED = "headline, body and captions, labelled; what is said about the article as columns"
_PAGE = "the visible text, a block a line, labelled; what the page says about itself; doubtful ones flagged check_extraction"
_CODES = "the display option Full Article/Report plus Indexing"
_WHICH_COLUMN = "columns=… where the names are not the usual ones"

#: the most telling content first: the first format that recognizes a file reads it
FORMATS = (
    Format("parquet", (".parquet",), "a row", read_parquet, lambda head, _: head.startswith(b"PAR1"),
           gives=_ROWS, supply=_WHICH_COLUMN, apart_from=0),
    Format("xlsx", (".xlsx",), "a row of the first sheet", read_xlsx,
           lambda head, file: holds(head, file, "xl/workbook.xml"), gives=_ROWS, supply=_WHICH_COLUMN, apart_from=0),
    Format("nexis", (), "a document of the export", read_nexis, recognize_nexis,
           gives=_EXPORTED, extra="archives", apart_from=0),
    Format("factiva", (), "a document of the export", read_factiva, recognize_factiva,
           gives=_EXPORTED, supply=_CODES, extra="archives", apart_from=0),
    Format("word", (".docx", ".rtf"), "a file", read_word,
           gives="the text, a paragraph a line, every line labelled", supply="outlet and date, in manifest.csv",
           extra="archives", apart_from=0),
    Format("proquest", (), "a record of the export", read_proquest, recognize_proquest, gives=_EXPORTED, apart_from=_LARGE),
    Format("newsapi", (), "an object of articles", read_newsapi, recognize_newsapi,
           gives="title, description and the first 200 characters, flagged truncated", apart_from=_LARGE),
    Format("nela", (".db", ".sqlite", ".sqlite3"), "an object of the list, or a row of newsdata", read_nela, recognize_nela,
           gives="title and content, flagged masked where words are replaced by @", apart_from=0),
    Format("mediacloud", (), "a story of the list", read_mediacloud, recognize_mediacloud,
           gives="the title and what is known about the story, flagged metadata_only", apart_from=_LARGE),
    Format("warc", (".warc",), "an answer of type text/html", read_warc, recognize_warc,
           gives=_PAGE, extra="warc", apart_from=0, read_after=read_warc),
    Format("mhtml", (".mhtml", ".mht"), "a file", read_mhtml, recognize_mhtml, gives=_PAGE, apart_from=0),
    Format("html", (".html", ".htm", ".xhtml"), "a file", read_html, recognize_html,
           gives=_PAGE, supply="url (or outlet), in manifest.csv: few saved pages tell where they were read", apart_from=0),
    Format("jsonl", (".jsonl", ".ndjson"), "a line", read_jsonl, gives=_ROWS, supply=_WHICH_COLUMN),
    Format("json", (".json",), "an object of the list", read_json,
           gives=_ROWS, supply=_WHICH_COLUMN, apart_from=_LARGE),
    Format("csv", (".csv", ".tsv"), "a row", read_csv,
           gives=_ROWS, supply=_WHICH_COLUMN, apart_from=_LARGE),
    Format("txt", (".txt",), "a file", read_txt,
           gives="the text, every line labelled", supply="outlet and date, in manifest.csv"),
)  # fmt: skip
#: asked before the formats, in this order
CONTAINERS = (
    Container("zip", (".zip",), "as in the files packed", unzip, is_zip, gives=_PACKED),
    Container("tar", (".tar", ".tgz"), "as in the files packed", untar, is_tar, gives=_PACKED),
    Container("gz", (".gz",), "as in the file packed", gunzip, is_gzip, gives="what the file packed gives"),
)
_WARC = next(known for known in FORMATS if known.name == "warc")  # packed record by record, which its reader unpacks
EVERY: tuple[Format | Container, ...] = (_WARC, *CONTAINERS, *(known for known in FORMATS if known is not _WARC))
BY_NAME = {known.name: known for known in EVERY}
BY_ENDING = {ending: known for known in EVERY for ending in known.endings}


def format_of(file: Path, name: str) -> Format | Container | None:
    """The format of a file: by its content where that tells for certain, else by the ending of its name."""
    with file.open("rb") as opened:
        head = opened.read(HEAD)
    ending = Path(name).suffix.lower()
    for known in EVERY:
        if _recognizes(known, head, file) and not (known.name == "zip" and ending in _ALSO_ZIP):
            return known
    unpacked = name[:-3] if name.lower().endswith(".gz") and not is_gzip(head, file) else name
    return BY_ENDING.get(Path(unpacked).suffix.lower())


def _recognizes(known: Format | Container, head: bytes, file: Path) -> bool:
    try:
        return known.recognize is not None and known.recognize(head, file)
    except OSError:
        raise
    except Exception:  # what spoils the look spoils the reading as well, and is said by the reader that the ending names
        return False
