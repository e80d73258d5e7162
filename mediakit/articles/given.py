"""What was given with an article: a user's corrections, its row of the manifest, the fields of its own file."""

from __future__ import annotations

from collections.abc import Mapping

from mediakit.articles.draft import Draft
from mediakit.loaders import Problem
from mediakit.loaders.corrections import LANGUAGE_CODE, Correction
from mediakit.loaders.records import FIELDS

_OWN = {*FIELDS, "original_source"} - {"rights"}  # fields of a file that have a column of the articles table


def applies(correction: Correction, made: Draft) -> bool:
    """Whether a correction is about this article as it stands; a stale one is noted."""
    if correction.text_sha256 in (None, made.sha256):
        return True
    what = f"the correction was made on another text of {made.article_id}; it is not applied"
    mend = "look at the article again; then renew text_sha256 (column sha256 of articles), or delete the row"
    made.problems.append(Problem(correction.path, correction.line, correction.field, what, mend, "flagged"))
    return False


def take_manifest(made: Draft, row: Mapping[str, str], corrected: set[str]) -> None:
    """What the manifest says, but for the fields that a user corrected."""
    for name, value in row.items():
        base = name.removesuffix("_basis")
        if name in FIELDS and name != "rights":
            made.take(name, value, row.get(f"{name}_basis", "manifest"))
        elif name == "outlet_evidence":
            made.evidence = value if "outlet" not in corrected else None
        elif base == name or base not in FIELDS:
            made.extras.setdefault(name, value)


def take_own_fields(made: Draft) -> None:
    """The fields of the file it was read from; columns that mean nothing here are kept as they are."""
    for name, value in made.record.fields.items():
        if name in _OWN:
            if name != "language" or _is_code(made, value):
                if name == "outlet" and "outlet" not in made.values:
                    made.evidence = made.record.evidence
                made.take(name, value, made.record.bases.get(name, "meta"))
        else:
            made.extras.setdefault(name, value)


def _is_code(made: Draft, language: str) -> bool:
    """Whether a language is given as its code; anything else is noted, and the text is asked instead."""
    if LANGUAGE_CODE.match(language):
        return True
    made.note("language", f"{language!r} is no language code; the text was asked instead", "write en, de, fr-CA, …")
    return False
