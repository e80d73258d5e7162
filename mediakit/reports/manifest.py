"""The manifest of a report: what went in, with checksums, and how every number was made."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.recipes import VERSION

_VERSIONS_OF = ("pandas", "numpy", "pyarrow", "matplotlib", "scipy", "textstat", "nltk", "pyphen", "py3langid", "ftfy")

#: run in the notebook's own kernel after its last cell; the variables are the template's
ASK = """from IPython.display import JSON
from mediakit.reports.manifest import inputs_and_recipes
JSON(inputs_and_recipes(corpus, values))"""


def inputs_and_recipes(corpus: Corpus, values: pd.DataFrame) -> dict[str, Any]:
    """What a report rests on: files with checksums, counts, problems, corrections, recipes."""
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
        "recipes": sorted(values["recipe"].unique().tolist()),
    }


def manifest(stamp: str, parameters: Mapping[str, object], rests_on: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest: stamp, versions, parameters, and what inputs_and_recipes() gave."""
    return {
        "made": stamp,
        "mediakit": VERSION,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _VERSIONS_OF},
        "parameters": dict(parameters),
        **rests_on,
    }
