"""Files that hold files: each member is written to a temporary file and read as if it stood in the folder.

What a packed file claims about its size is not believed: bytes are counted while they are unpacked,
and the caps below hold for everything that is packed in one file of the folder, however nested.
Nothing is ever written under a name that an archive gives.
"""

import gzip
import lzma
import re
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import IO, NamedTuple

from mediakit.loaders.files import COMPANIONS
from mediakit.loaders.records import Problem

MOST_MEMBERS, LARGEST_TOTAL, LARGEST_RATIO, DEEPEST = 100_000, 4_000_000_000, 200, 3
RATIO_FROM = 10_000_000  #: bytes; a small file that packs well is no bomb
_LARGEST_LIST = 50_000_000  # bytes of a ZIP file's table of contents; read whole, long before its members are counted
_CHUNK = 1 << 20
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, NotImplementedError,
           RuntimeError, ValueError, OverflowError)  # fmt: skip
_PACK_AGAIN = "pack it again, or unpack it into the folder"
_UNPACK = "if you trust it, unpack it into the folder"


class Member(NamedTuple):
    """A file inside a file: how it is called, where it was unpacked, and what its container says about it."""

    path: str  #: as shown in problems and article ids: archive.zip/member.txt
    file: Path
    fields: Mapping[str, str] = MappingProxyType({})  #: go before the fields the member's own reader finds
    number: int | None = None  #: which record of the container, where it is no file with a name of its own


@dataclass
class Allowance:
    """What may still be unpacked from one file of the folder."""

    packed: int  #: bytes of that file
    members: int = 0
    unpacked: int = 0
    depth: int = 0  #: archives inside archives

    def excess(self) -> str | None:
        """Why no more may be unpacked, or None."""
        if self.members > MOST_MEMBERS:
            return f"it holds more than {MOST_MEMBERS:,} files"
        if self.unpacked > LARGEST_TOTAL:
            return f"it unpacks to more than {LARGEST_TOTAL:,} bytes"
        if self.unpacked > max(RATIO_FROM, LARGEST_RATIO * self.packed):
            return f"it unpacks to more than {LARGEST_RATIO} times its size"
        return None

    def copy(self, source: IO[bytes] | gzip.GzipFile, target: Path) -> str | None:
        """Unpack source into target as long as it is allowed; why it stopped, or None."""
        self.members += 1
        with target.open("wb") as unpacked:
            while (why := self.excess()) is None and (data := source.read(_CHUNK)):
                self.unpacked += len(data)
                unpacked.write(data)
        return why


def unzip(file: Path, path: str, allowance: Allowance) -> Iterator[Member | Problem]:
    """The members of a ZIP file, manifest and corrections before what they are about, else in the order of their names."""
    if _contents_size(file) > _LARGEST_LIST:
        yield Problem(path, None, None, f"it holds more than {MOST_MEMBERS:,} files", _UNPACK, "quarantined")
        return
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        yield Problem(path, None, None, f"not a readable ZIP file: {error}", _PACK_AGAIN, "quarantined")
        return
    with archive, tempfile.TemporaryDirectory(prefix="mediakit-") as room:
        target, n_files = Path(room, "member"), 0
        for info in sorted(archive.infolist(), key=lambda info: (not is_companion(info.filename), info.filename)):
            if info.is_dir():
                continue
            n_files += 1
            name = f"{path}/{shown(info.filename)}"
            if refused := _refused(name, info.filename, is_file=not stat.S_ISLNK(info.external_attr >> 16)):
                yield refused
            elif info.flag_bits & 1:
                mend = "unpack it with its password into the folder"
                yield Problem(name, None, None, "encrypted: it opens only with a password", mend, "quarantined")
            elif info.file_size > max(RATIO_FROM, LARGEST_RATIO * info.compress_size):  # zipfile unpacks no more than this
                what = f"it unpacks to {info.file_size:,} bytes, more than {LARGEST_RATIO} times its size"
                yield Problem(name, None, None, what, _UNPACK, "quarantined")
            else:
                try:
                    with archive.open(info) as source:
                        why = allowance.copy(source, target)
                except _BROKEN as error:
                    yield Problem(name, None, None, f"damaged: {error}", _PACK_AGAIN, "quarantined")
                    continue
                if why:
                    yield _stopped(path, why, name)
                    return
                yield Member(name, target)
        if not n_files:
            yield Problem(path, None, None, "an archive without files", "put articles in, or delete it", "quarantined")


def untar(file: Path, path: str, allowance: Allowance) -> Iterator[Member | Problem]:
    """The members of a TAR file, manifest and corrections before what they are about, else in the order they stand in it."""
    place = path
    try:
        with tarfile.open(file, "r:") as archive, tempfile.TemporaryDirectory(prefix="mediakit-") as room:
            target, n_files = Path(room, "member"), 0
            first = {info.offset: info for info in _companions(archive)}
            for info in chain(first.values(), (info for info in archive if info.offset not in first)):
                if info.isdir():
                    continue
                n_files += 1
                place = f"{path}/{shown(info.name)}"
                source = archive.extractfile(info) if info.isreg() else None
                if refused := _refused(place, info.name, is_file=source is not None):
                    yield refused
                elif source is not None:
                    with source:
                        why = allowance.copy(source, target)
                    if why:
                        yield _stopped(path, why, place)
                        return
                    yield Member(place, target)
            if not n_files:
                yield Problem(path, None, None, "an archive without files", "put articles in, or delete it", "quarantined")
    except _BROKEN as error:
        what = f"not readable as TAR: {error}; what stands behind was not read"
        yield Problem(place, None, None, what, _PACK_AGAIN, "quarantined")


def _companions(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """The manifests and corrections in a TAR file, as far as it can be read."""
    with suppress(*_BROKEN):  # said when the members are read
        yield from (info for info in islice(archive, MOST_MEMBERS) if is_companion(info.name))


def gunzip(file: Path, path: str, allowance: Allowance) -> Iterator[Member | Problem]:
    """The one file that a .gz holds; it goes by the name of the .gz."""
    with tempfile.TemporaryDirectory(prefix="mediakit-") as room:
        target = Path(room, "member")
        try:
            with gzip.open(file) as source:
                why = allowance.copy(source, target)
        except _BROKEN as error:
            yield Problem(path, None, None, f"damaged: {error}", _PACK_AGAIN, "quarantined")
            return
        yield _stopped(path, why, path) if why else Member(path, target)


def is_zip(head: bytes, file: Path) -> bool:
    """Whether a file is a ZIP archive, and not an office document, which is one too."""
    if not head.startswith((b"PK\3\4", b"PK\5\6")):
        return False
    return not (holds(head, file, "[Content_Types].xml") or head[30:].startswith(b"mimetype"))


def is_tar(head: bytes, _file: Path) -> bool:
    """Whether a file is a TAR archive."""
    return head[257:262] == b"ustar"


def is_gzip(head: bytes, _file: Path) -> bool:
    """Whether a file is packed with gzip."""
    return head.startswith(b"\x1f\x8b\x08")


def holds(head: bytes, file: Path, member: str) -> bool:
    """Whether a file is a ZIP file with a member of that name."""
    if not head.startswith(b"PK\3\4") or _contents_size(file) > _LARGEST_LIST:
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return member in archive.NameToInfo
    except _BROKEN:
        return False


def is_companion(name: str) -> bool:
    """Whether a member is a manifest or holds corrections, by its name."""
    return name.replace("\\", "/").rpartition("/")[2].lower() in COMPANIONS


def shown(name: str) -> str:
    r"""A member's name with slashes, and with what would not show, or would disguise it, as \u….

    >>> shown("north\\ferry\u202etxt.exe")
    'north/ferry\\u202etxt.exe'
    """
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", name.replace("\\", "/"))


def _contents_size(file: Path) -> int:
    """Bytes of a ZIP file's table of contents, as its last record says; 0 where there is none."""
    with file.open("rb") as data:
        data.seek(max(file.stat().st_size - 65_557, 0))  # a comment of 65,535 bytes may stand behind the record
        tail = data.read()
    place = tail.rfind(b"PK\5\6")
    return int.from_bytes(tail[place + 12 : place + 16], "little") if place >= 0 else 0


def _refused(place: str, name: str, *, is_file: bool) -> Problem | None:
    """Why a member is not unpacked: its name leads out of the archive, or it is a link or a device; None where it may be."""
    windows, posix = PureWindowsPath(name), PurePosixPath(name)
    if posix.is_absolute() or windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        mend = f"{_PACK_AGAIN} under another name"
        return Problem(place, None, None, "its name leads out of the archive", mend, "skipped")
    if not is_file:
        return Problem(place, None, None, "a link or a device, not a file", "put the file itself into the archive", "skipped")
    return None


def _stopped(path: str, why: str, place: str) -> Problem:
    behind = "" if place == path else f"; from {place} on it was not read"
    return Problem(path, None, None, f"{why}{behind}", _UNPACK, "quarantined")
