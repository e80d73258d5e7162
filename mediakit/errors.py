"""Errors raised on purpose: each says what is wrong, where, and how to mend it.

Faults in a corpus (a broken line, an unreadable file) are not errors: they are rows of
``corpus.problems``, and the rest of the corpus loads.
"""


class MediakitError(Exception):
    """Base of every error raised on purpose.

    >>> print(MediakitError("no such folder", where="seeds/kim", mend="check the spelling"))
    no such folder
      where: seeds/kim
      to mend: check the spelling
    """

    def __init__(self, what: str, *, where: str, mend: str) -> None:
        super().__init__(f"{what}\n  where: {where}\n  to mend: {mend}")
        self.what, self.where, self.mend = what, where, mend


class ContractError(MediakitError):
    """A table lacks a column, or holds a value, that its contract does not allow."""


class CorpusError(MediakitError):
    """Nothing usable at the path given, or a problem met with ``strict=True``."""


class ColumnError(MediakitError):
    """No column of a table could be taken for the one needed."""


class MeasureError(MediakitError):
    """An unknown measure or engine, or options that do not go together."""


class LexiconError(MediakitError):
    """A lexicon of the reader's own that is not known, or lacks a column."""


class ModelError(MediakitError):
    """The files of a model are not those that are known."""


class ReuseWarning(UserWarning):
    """Not every pair of copies is listed; link_problems() says which are not."""


class RecipeError(MediakitError):
    """Values that were made in different ways were about to be mixed."""


class ReportError(MediakitError):
    """A notebook did not run, or a report could not be written."""


class ViewError(MediakitError):
    """Something cannot be shown: a table is missing, or a state has a key or value that is none."""


class LaunchError(MediakitError):
    """A notebook could not be put into the working folder, or a server did not start."""


class UsageError(MediakitError):
    """A command was called with words it does not know."""
