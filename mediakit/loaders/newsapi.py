"""One article an object of a NewsAPI answer: {"status": …, "totalResults": …, "articles": [{…}]}.

An article is its title, its description (label dek) and its content (label body). NewsAPI cuts content
at 200 characters and says how many it left out, “… [+1234 chars]”: such an article is flagged
truncated; one without content is flagged metadata_only. Neither is measured for length or readability
unless asked for.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mediakit.loaders.json import UNREADABLE, json_value
from mediakit.loaders.pieces import ExportReader, Piece, string
from mediakit.loaders.records import Found, Problem

#: keys of an article that are known; others become columns of their own
_FIELDS = {"author": "byline", "url": "url", "publishedAt": "published", "language": "language"}
_TEXT = ("title", "description", "content", "source")
_LENGTH = 200  # characters of content that NewsAPI gives
_CUT = re.compile(r"(?:…|\[\+\d{1,9} chars\])$")
_NOTHING = "[Removed]"  # in place of an article that was withdrawn
_ALL = "save the answers of every page, or narrow the search; the articles here are read"
_ALL_TEXT = "they count as metadata only; get their text from their addresses"
_WITHDRAWN = "delete it; NewsAPI has withdrawn the article"


def recognize_newsapi(head: bytes, _file: Path) -> bool:
    """Whether a file begins as a NewsAPI answer does."""
    return head.lstrip().startswith(b"{") and b'"articles"' in head and b'"publishedAt"' in head and b'"totalResults"' in head


def read_newsapi(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """Every article of the answer; its fields have fixed names, so there is nothing to map."""
    value = yield from json_value(file, path)
    if value is UNREADABLE:
        return
    answer: dict[str, Any] = value if isinstance(value, dict) else {}
    articles = answer.get("articles")
    if not isinstance(articles, list):
        said = string(answer.get("message"))[:200]
        what = "no NewsAPI answer: a list called articles was expected" + (f"; it says {said!r}" if said else "")
        yield Problem(path, None, "articles", what, "save the whole answer: {“status”: “ok”, “articles”: [ … ]}", "quarantined")
        return
    reader, without = ExportReader(path), 0
    for number, article in enumerate(articles, start=1):
        if not isinstance(article, dict):
            yield reader.skip(number, None, "the article is no object {…}", "save the answer again")
            continue
        content = string(article.get("content")).strip()
        wrong = [name for name in ("title", "description", "content") if not isinstance(article.get(name), str | None)]
        for name in wrong:
            yield reader.flag(number, name, f"{name} is not text; it is left out", "save the answer again")
        if content == _NOTHING or string(article.get("title")).strip() == _NOTHING:
            yield reader.skip(number, "content", "the article was withdrawn: [Removed]", _WITHDRAWN)
            continue
        cut = _CUT.search(content) is not None  # a shorter content that does not say what it left out is whole
        flags = ("truncated",) if cut else () if content else ("metadata_only",)
        without += not content
        if cut:
            what = f"NewsAPI gives only the first {_LENGTH} characters of the text"
            yield reader.flag(number, "content", what, "get the article's full text from its address")
        source = article.get("source")
        fields: dict[str, object] = {_FIELDS.get(name) or name: value for name, value in article.items() if name not in _TEXT}
        fields |= {"title": string(article.get("title")), "outlet": source}
        if isinstance(source, dict):
            fields |= {"outlet": source.get("name") or source.get("id"), "source_id": source.get("id")}
        names = (("title", "title"), ("description", "dek"), ("content", "body"))
        pieces = [Piece(label, string(article.get(name)), name) for name, label in names]
        yield from reader.read(number, pieces, fields, flags)
    if without:
        yield reader.flag(None, "content", f"{without:,} of {reader.number:,} articles have no content", _ALL_TEXT)
    total = answer.get("totalResults")
    if isinstance(total, int) and not isinstance(total, bool) and total != reader.number:
        what = f"totalResults says {total:,} articles, but {reader.number:,} were found"
        yield reader.flag(None, "totalResults", what, _ALL)
    if reader.number == 0:
        yield Problem(path, None, "articles", "no articles: the list is empty", "search again", "quarantined")
