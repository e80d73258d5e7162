"""Bytes to text: the order of encodings tried, and the one repair that is safe.

Byte-order mark; UTF-16 without one, where every other byte is nought (such bytes would pass for
UTF-8 with NULs in it); strict UTF-8; Windows-1252.
Other legacy encodings cannot be told apart safely. Text that was decoded wrongly before it came
here (“â€œ” for a quotation mark) is repaired by ftfy.fix_encoding and nothing else of ftfy's, which
would straighten the quotation marks that later analyses need. Every step off the straight way is
said in the problems.
"""

import codecs
import re
from typing import Literal, NamedTuple

Fate = Literal["repaired", "flagged", "quarantined", "skipped"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ANY_MARK = tuple(mark for mark, _ in _MARKS)
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_PLAIN = bytes({*range(0x80)} - {*_CONTROLS})  # what stands in ASCII for itself
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CLOSE = 6  # characters; the longest sequence that ftfy looks for is shorter
#: signs that texts hold as they should be, and that ftfy takes for wrongly decoded only in the company of others
_TYPOGRAPHIC = frozenset("\xa0\xad·´–—―…’¡«¿©‘‚“„•‹®»”›™")
_SAVE_AS = "open it in an editor and save it as UTF-8"


class Remark(NamedTuple):
    """Something to say about how a text was decoded."""

    what: str
    mend: str
    fate: Fate


class UndecodableError(Exception):
    """The bytes are not text in any encoding tried; the message says why."""


def decode(data: bytes) -> tuple[str, list[Remark]]:
    """The text of data, decoded and repaired, and what was not straightforward about it.

    Raises UndecodableError where data is not text.

    >>> decode("café".encode("cp1252"))[0]
    'café'
    """
    decoded, remarks = decode_bytes(data)
    text, repairs = repair(decoded)
    return text, remarks + repairs


def decode_bytes(data: bytes) -> tuple[str, list[Remark]]:
    """The text of data as it is, for files whose cells are repaired one by one."""
    text, remarks = _decoded(data)
    controls = _count_controls(text.encode() if remarks or data.startswith(_ANY_MARK) else data)
    if controls > max(8, len(text) // 100):
        raise UndecodableError(f"it holds {controls:,} control characters: a binary file, not text")
    return text, remarks


def _decoded(data: bytes) -> tuple[str, list[Remark]]:
    for mark, encoding in _MARKS if data.startswith(_ANY_MARK) else ():
        if data.startswith(mark):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError as error:
                raise UndecodableError(f"its byte-order mark says {encoding}, but byte {error.start} does not fit") from error
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide), [Remark(f"no byte-order mark: read as {wide}", _SAVE_AS, "flagged")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        place = error.start
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UndecodableError(f"byte {place} is not UTF-8 and byte {error.start} is not Windows-1252") from error
    return text, [Remark(f"not UTF-8 (byte {place}): read as Windows-1252, which is a guess", _SAVE_AS, "flagged")]


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 where most even or most odd bytes of the beginning are nought and hardly any others."""
    head = data[:4096]
    if len(data) % 2 or len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.6 * half and others < 0.05 * half:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return None


def repair(text: str) -> tuple[str, list[Remark]]:
    r"""Text with a wrong earlier decoding undone and lone surrogates replaced, and what is odd about it.

    >>> repair("The mayor said â€œnoâ€\x9d.")[0]
    'The mayor said “no”.'
    """
    remarks: list[Remark] = []
    if text.isascii() and text.isprintable():
        return text, remarks
    try:
        odd = text.encode().translate(None, _PLAIN)
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
        remarks.append(Remark("half a character (a lone surrogate) replaced by �", "export the text again", "repaired"))
        odd = text.encode().translate(None, _PLAIN)
    if not odd:
        return text, remarks
    if _may_be_wrong(text, odd):
        import ftfy

        fixed = ftfy.fix_encoding(text)
        if fixed != text:
            remarks.append(Remark("wrongly decoded characters put right (ftfy.fix_encoding)", "check the text", "repaired"))
            text = fixed
            odd = text.encode("utf-8", "surrogatepass")
    if controls := _count_controls(odd):
        what = f"{controls} control characters inside the text"
        remarks.append(Remark(what, "delete them if they disturb; they are kept", "flagged"))
    return text, remarks


def _may_be_wrong(text: str, odd: bytes) -> bool:
    """Whether ftfy may find something to put right: what it looks for stands close around signs beyond _TYPOGRAPHIC."""
    signs = {*odd.translate(None, _CONTROLS).decode()} - _TYPOGRAPHIC
    if not signs:
        return False
    places = [found.start() for found in re.finditer(f"[{re.escape(''.join(signs))}]", text)]
    if len(places) > len(text) // 50:
        return True
    from ftfy.badness import is_bad

    return any(is_bad(text[max(0, place - _CLOSE) : place + _CLOSE]) for place in places)


def _count_controls(data: bytes) -> int:
    """The control characters of a text in UTF-8."""
    return len(data) - len(data.translate(None, _CONTROLS))
