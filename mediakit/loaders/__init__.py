"""Readers: one file a format, from bytes to records; what cannot be read becomes a problem."""

from mediakit.loaders.formats import CONTAINERS, FORMATS, Container, Format
from mediakit.loaders.records import Label, ManifestRow, Problem, ReadAs, Record
from mediakit.loaders.walk import read_files

__all__ = [
    "CONTAINERS", "FORMATS", "Container", "Format", "Label", "ManifestRow", "Problem", "ReadAs", "Record", "read_files",
]  # fmt: skip
