"""Bytes to text: the order of encodings, the one repair, and that every step off the straight way is said."""

import pytest

from mediakit.loaders.decode import UndecodableError, decode

LINE = "The café on the pier closed; “no ferry, no guests,” its owner said."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_is_certain_is_read_without_a_word(encoding: str) -> None:
    assert decode(LINE.encode(encoding)) == (LINE, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_byte_order_mark_is_known_by_its_noughts(encoding: str) -> None:
    text, [remark] = decode(LINE.encode(encoding))
    assert text == LINE
    assert remark.fate == "flagged"
    assert remark.what == f"no byte-order mark: read as {encoding}"
    assert "save it as UTF-8" in remark.mend


def test_windows_1252_is_read_and_called_a_guess() -> None:
    text, [remark] = decode(LINE.encode("cp1252"))
    assert text == LINE
    assert remark.fate == "flagged"
    assert remark.what == "not UTF-8 (byte 7): read as Windows-1252, which is a guess"
    assert "save it as UTF-8" in remark.mend


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"Ferry \xff\xfe caf\x81", "byte 6 is not UTF-8 and byte 12 is not Windows-1252", id="fits no encoding"),
        pytest.param(b"\xef\xbb\xbfcaf\xe9", "its byte-order mark says utf-8-sig, but byte 3 does not fit", id="the mark lies"),
        pytest.param(b"\xff\xfeF", "its byte-order mark says utf-16, but byte 2 does not fit", id="cut inside a character"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", "a binary file, not text", id="a picture"),
        pytest.param("Паром остановился".encode("utf-16-le"), "a binary file, not text", id="Cyrillic UTF-16, no mark"),
    ],
)
def test_what_is_no_text_says_why(data: bytes, why: str) -> None:
    with pytest.raises(UndecodableError, match=why):
        decode(data)


def test_a_stray_nul_is_kept_and_said() -> None:
    text, [remark] = decode(b"The ferry\0 stopped.")
    assert text == "The ferry\0 stopped."
    assert remark.fate == "flagged"
    assert remark.what.startswith("1 control character")
    assert "they are kept" in remark.mend


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("One\r\n\r\nTwo\r\n", id="Windows line ends"),
        pytest.param("One\rTwo", id="old Macintosh line ends"),
        pytest.param("\n\n One\n", id="blank lines and spaces at either end"),
        pytest.param("a\u00a0b\u200bc\u00add", id="no-break space, zero-width space, soft hyphen"),
        pytest.param("cafe\u0301 and café", id="one accent, two spellings"),
        pytest.param("One\u2028two\x0bthree\x0cfour", id="line and page breaks of other kinds"),
        pytest.param("“No,” he said, ‘not today’ – it’s off…", id="curly quotation marks, dash, ellipsis"),
        pytest.param("Ligatures ﬁ and full-width ＡＢ", id="compatibility characters"),
    ],
)
def test_the_text_is_not_tidied(text: str) -> None:
    assert decode(text.encode()) == (text, [])


@pytest.mark.parametrize(
    ("mangled", "meant"),
    [
        pytest.param("The mayor said â€œnoâ€\x9d.", "The mayor said “no”.", id="quotation marks read as Windows-1252"),
        pytest.param("The cafÃ© on the pier", "The café on the pier", id="an accent read as Latin-1"),
        pytest.param("â€œNo,â€\x9d she said; “yes,” he said", "“No,” she said; “yes,” he said", id="half of the text"),
    ],
)
def test_a_wrong_earlier_decoding_is_undone_and_curly_marks_stay(mangled: str, meant: str) -> None:
    text, [remark] = decode(mangled.encode())
    assert text == meant
    assert remark.fate == "repaired"
    assert "ftfy.fix_encoding" in remark.what
    assert remark.mend == "check the text"


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == ("", [])
