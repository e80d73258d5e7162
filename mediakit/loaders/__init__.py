"""Readers: one file a format, from bytes to records; what cannot be read becomes a problem."""

from mediakit.loaders.formats import FORMATS, Format, read_files
from mediakit.loaders.records import Problem, Record

__all__ = ["FORMATS", "Format", "Problem", "Record", "read_files"]
