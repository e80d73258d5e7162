"""Writing files so that nothing half-written stays behind, and cells so that no spreadsheet runs them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mediakit.errors import ReportError

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
_MEND = "free some space, or choose a place you may write to with --out"


@contextmanager
def written_whole(target: Path, *, mend: str = _MEND) -> Iterator[Path]:
    """A temporary path beside target to write to; renamed to target when all went well, else removed.

    Raises ReportError, which says mend, where the folder cannot be written or the disk is full.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=target.suffix)
        os.close(handle)
    except OSError as error:
        raise _unwritable(target, error, mend) from error
    draft = Path(name)
    try:
        yield draft
        draft.chmod(0o666 & ~_umask())  # mkstemp's files are for the owner alone
        draft.replace(target)
    except OSError as error:
        raise _unwritable(target, error, mend) from error
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(target: Path, error: OSError, mend: str) -> ReportError:
    return ReportError(f"cannot write: {error.strerror or error}", where=str(target), mend=mend)


def defused(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: an apostrophe before = + - @ TAB CR.

    >>> defused("=1+1"), defused("plain"), defused(-1)
    ("'=1+1", 'plain', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
