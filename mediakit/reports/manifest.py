"""The manifest of a report: what went in, with checksums, and how every number was made."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any, NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.recipes import VERSION
from mediakit.text.parse import model_name

_VERSIONS_OF = (
    "pandas", "numpy", "pyarrow", "matplotlib", "scipy", "textstat", "nltk", "pyphen", "py3langid", "ftfy", "spacy", "rapidfuzz",
    "typst",
)  # fmt: skip

#: run in the notebook's own kernel after its last cell; the variables are the template's, and some may be missing
ASK = """from IPython.display import JSON
from mediakit.reports.manifest import inputs_and_recipes
JSON(inputs_and_recipes(corpus, *(globals()[name] for name in ("values", "table_values") if name in globals())))"""


class Missing(NamedTuple):
    """A part of a report that could not be made: the heading it stands under, and its error."""

    part: str
    what: str
    where: str
    mend: str


def inputs_and_recipes(corpus: Corpus, *values: pd.DataFrame) -> dict[str, Any]:
    """What a report rests on: files with checksums, counts, problems, corrections, the model, the recipes of values."""
    origin = corpus.origin
    return {
        "inputs": [
            {
                "path": file.path,
                "sha256": file.sha256,
                "bytes": file.n_bytes,
                "columns": dict(file.columns),
                "format": file.format,
            }
            for file in origin.files
        ],
        "counts": {name: getattr(origin, name) for name in ("found", "loaded", "quarantined", "skipped")},
        "problems": len(corpus.problems),
        "corrections": len(corpus.corrections),
        "articles": len(corpus.articles),
        "model": model_name(),
        "recipes": sorted({recipe for table in values for recipe in table["recipe"].dropna().unique()}),
    }


def manifest(
    stamp: str, parameters: Mapping[str, object], rests_on: Mapping[str, Any], missing: Iterable[Missing] = ()
) -> dict[str, Any]:
    """The manifest: stamp, versions, parameters, what inputs_and_recipes() gave, and the parts that could not be made."""
    return {
        "made": stamp,
        "mediakit": VERSION,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _VERSIONS_OF},
        "parameters": dict(parameters),
        **rests_on,
        "missing_parts": [part._asdict() for part in missing],
    }
