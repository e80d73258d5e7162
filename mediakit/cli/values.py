"""What is given in words: a configuration file, NAME=VALUE, FIELD=COLUMN."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from typing import Any

from mediakit.errors import UsageError


def configured(file: Path | None) -> dict[str, Any]:
    """The parameters a TOML file sets; paths in it start from the folder it stands in."""
    if file is None:
        return {}
    try:
        given = {name: literal(value) for name, value in tomllib.loads(file.read_text(encoding="utf-8")).items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"the configuration cannot be read: {error}", where=str(file), mend="write NAME = VALUE lines"
        ) from error
    if isinstance(path := given.get("corpus_path"), str):
        given["corpus_path"] = (file.parent / path).as_posix()
    if isinstance(lexicons := given.get("lexicons"), dict):
        given["lexicons"] = {name: str(file.parent / path) if isinstance(path, str) else path for name, path in lexicons.items()}
    return given


def parameter(pair: str) -> tuple[str, object]:
    """A parameter with its value as TOML reads it, or as text where that is not TOML."""
    name, text = pair_of(pair, "--param")
    try:
        return name, literal(tomllib.loads(f"value = {text}")["value"])
    except tomllib.TOMLDecodeError:
        return name, text


def literal(value: Any) -> object:
    """A value as a cell of Python can hold it: what TOML takes for a date, or no number, is text."""
    match value:
        case dict():
            return {name: literal(inner) for name, inner in value.items()}
        case list():
            return [*map(literal, value)]
        case bool() | int() | str():
            return value
        case float() if math.isfinite(value):
            return value
        case _:
            return str(value)


def pair_of(pair: str, option: str) -> tuple[str, str]:
    """The two sides of NAME=VALUE, or an error that says how option is written."""
    name, equals, value = pair.partition("=")
    if not equals or not name:
        raise UsageError(f"{pair!r} is not NAME=VALUE", where=option, mend=f"write {option} name=value")
    return name, value


def columns_given(pairs: list[str]) -> dict[str, str]:
    """Which column holds what, from FIELD=COLUMN pairs."""
    return dict(pair_of(pair, "--column") for pair in pairs)
