"""Measures that other installed packages bring, found by their entry points when first asked for.

A package names its measures in its pyproject.toml:

    [project.entry-points."mediakit.measures"]
    questions = "my_package:QUESTIONS"

where QUESTIONS is a Measure, or a list of them. A package that cannot be imported, or brings something
else, or a name that is taken, is left out with a PluginWarning that says how to mend it; everything else
goes on.
"""

from __future__ import annotations

import warnings
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple

from mediakit.measures.measure import Measure

GROUP = "mediakit.measures"


class PluginWarning(UserWarning):
    """A measure of another package was left out."""


class Fault(NamedTuple):
    """What is wrong with a measure that another package brings."""

    name: str  #: of the entry point or the measure
    package: str
    what: str
    mend: str


class Plugins(NamedTuple):
    """What other packages bring: measures by name, the package of each, and what was left out."""

    measures: dict[str, Measure]
    packages: dict[str, str]  #: name and version, as in questions-plugin/1.0
    faults: tuple[Fault, ...]


@cache
def find_plugins(taken: frozenset[str]) -> Plugins:
    """The measures of other installed packages; those with a name that is taken are left out. Looked for once in a process."""
    measures: dict[str, Measure] = {}
    packages: dict[str, str] = {}
    faults: list[Fault] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (_package(entry), entry.name)):
        package = _package(entry)
        brought = _load(entry)
        if isinstance(brought, Fault):
            faults.append(brought)
            continue
        for measure in brought:
            if measure.name in taken or measure.name in measures:
                by = packages.get(measure.name, "mediakit")
                mend = f"rename the measure in {package}, or uninstall it"
                faults.append(Fault(measure.name, package, f"the name {measure.name!r} is taken by {by}", mend))
            else:
                measures[measure.name], packages[measure.name] = measure, package
    for fault in faults:
        what = f"the measure {fault.name!r} of {fault.package} is left out: {fault.what}\n  to mend: {fault.mend}"
        warnings.warn(what, PluginWarning, stacklevel=2)
    return Plugins(measures, packages, tuple(faults))


def _package(entry: EntryPoint) -> str:
    """The name and version of the package an entry point belongs to."""
    return f"{entry.dist.name}/{entry.dist.version}" if entry.dist else "unknown"


def _load(entry: EntryPoint) -> list[Measure] | Fault:
    """The measures an entry point stands for, or why there are none."""
    package, mend = _package(entry), f"ask the makers of {_package(entry)}, or uninstall it"
    try:
        brought = entry.load()
    except Exception as error:  # whatever another package raises when imported, the measures here still work
        return Fault(entry.name, package, f"{entry.value} cannot be loaded: {type(error).__name__}: {error}", mend)
    measures = [brought] if isinstance(brought, Measure) else brought
    if isinstance(measures, list | tuple) and measures and all(isinstance(measure, Measure) for measure in measures):
        return [*measures]
    return Fault(entry.name, package, f"{entry.value} is {type(brought).__name__}, neither a Measure nor a list of them", mend)
