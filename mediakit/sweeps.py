"""Work on very many small objects without Python's search for unused cycles among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_sweeps() -> Iterator[None]:
    """Holds the search off: among a hundred thousand new rows, or the words of parsed sentences, it finds nothing and takes long.

    >>> with without_sweeps():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
