"""Where the practice corpus stands: invented articles for lessons, and beside them the key of what was planted."""

from __future__ import annotations

from pathlib import Path

from mediakit.errors import CorpusError


def practice_path() -> Path:
    """The folder of the practice corpus, to be given to read_corpus: fiction in 43 articles on eight stories.

    The key to it is the file truth.json beside that folder. Raises CorpusError where the corpus is missing.

    >>> import mediakit as mk
    >>> (mk.practice_path() / "manifest.csv").is_file(), (mk.practice_path().parent / "truth.json").is_file()
    (True, True)
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "practice", package.parent / "seeds" / "practice"):  # installed, or in a checkout
        if (folder / "articles").is_dir():
            return folder / "articles"
    raise CorpusError("the practice corpus is missing", where=str(package), mend="install mediakit again")
