"""Every measure there is, in reading order: those of mediakit, then those of installed plugins."""

from collections.abc import Iterator, Mapping

import pandas as pd

from mediakit.errors import MeasureError
from mediakit.measures.diversity import DIVERSITY
from mediakit.measures.length import LENGTH
from mediakit.measures.measure import Measure
from mediakit.measures.plugins import Fault, Plugins, find_plugins
from mediakit.measures.quotation import QUOTATION
from mediakit.measures.readability import READABILITY
from mediakit.measures.reuse import REUSE
from mediakit.measures.sourcing import SOURCING

#: mediakit's own, in reading order, by what they are about
GROUPS: dict[str, tuple[Measure, ...]] = {
    "Length": LENGTH,
    "Readability": READABILITY,
    "Diversity": DIVERSITY,
    "Quotation": QUOTATION,
    "Sourcing": SOURCING,
    "Reuse": REUSE,
}
BUILT_IN = {measure.name: measure for group in GROUPS.values() for measure in group}


class _Catalogue(Mapping[str, Measure]):
    """Measures by name; plugins are looked for when a name is not mediakit's own, or all are asked for."""

    def __getitem__(self, name: str) -> Measure:
        return BUILT_IN[name] if name in BUILT_IN else _plugins().measures[name]

    def __iter__(self) -> Iterator[str]:
        yield from BUILT_IN
        yield from _plugins().measures

    def __len__(self) -> int:
        return len(BUILT_IN) + len(_plugins().measures)


MEASURES = _Catalogue()


def _plugins() -> Plugins:
    return find_plugins(frozenset(BUILT_IN))


def plugin_faults() -> tuple[Fault, ...]:
    """What other installed packages bring that does not work.

    >>> plugin_faults()
    ()
    """
    return _plugins().faults


def find_measure(name: str) -> Measure:
    """The measure called name; MeasureError with the names there are where there is none.

    >>> find_measure("lix").label
    'LIX'
    """
    if name in MEASURES:
        return MEASURES[name]
    for fault in _plugins().faults:
        if fault.name == name:
            raise MeasureError(
                f"the measure {name!r} of {fault.package} is left out: {fault.what}", where="measures", mend=fault.mend
            )
    raise MeasureError(f"no measure is called {name!r}", where="measures", mend=f"use one of: {', '.join(MEASURES)}")


def group_of(name: str) -> str:
    """What a measure is about, as a heading: Length, Readability, …; "Other measures" for those of plugins and one's own.

    >>> group_of("lix"), group_of("questions")
    ('Readability', 'Other measures')
    """
    return next((group for group, held in GROUPS.items() if any(known.name == name for known in held)), "Other measures")


def package_of(measure: Measure) -> str | None:
    """The package a plugin's measure comes from, with its version; None for mediakit's and for one's own.

    >>> package_of(find_measure("lix")) is None
    True
    """
    if measure.name in BUILT_IN or _plugins().measures.get(measure.name) is not measure:
        return None
    return _plugins().packages[measure.name]


def list_measures() -> pd.DataFrame:
    """What can be measured: one row a measure.

    Returns measure, label, what, unit, higher_means, minimum (smallest text that gets a number),
    languages, scope (article or story), needs (tables to pass to measure() besides the corpus),
    reference and package (mediakit, or the plugin it comes from). A plugin that does not work is left
    out with a PluginWarning.

    >>> list_measures().loc[lambda rows: rows["measure"] == "lix", "unit"].item()
    'points'
    """
    return pd.DataFrame(
        {
            "measure": measure.name,
            "label": measure.label,
            "what": measure.what,
            "unit": measure.unit,
            "higher_means": measure.higher_means,
            "minimum": measure.needs_at_least,
            "languages": ", ".join(measure.languages) or "any with spaces between words",
            "scope": measure.scope,
            "needs": ", ".join(measure.needs) or "only the text",
            "reference": measure.reference,
            "package": (package_of(measure) or "mediakit").partition("/")[0],
        }
        for measure in MEASURES.values()
    )
