"""compare(): an outlet minus a reference outlet, story by story.

The story is the unit. Two outlets differ in what they cover, and stories differ far more among
themselves than outlets do on one story, so only stories that both outlets reported are used, each
outlet's articles on a story averaged first.

- interval: paired t over the stories' differences, from three stories on (percentile and BCa
  bootstraps are too narrow below about twenty stories);
- p: exact sign-flip test of the mean difference, from six stories on, since with five it cannot go
  below 0.0625 (Fisher 1935, The Design of Experiments, §21); drawn at random above 14 stories;
- p_adjusted: Holm (1979, Scandinavian Journal of Statistics 6, 65–70) over all rows returned: give
  the measures decided on beforehand, and no others;
- hedges_g: mean difference over the root mean square of the two standard deviations, corrected for
  few stories (Hedges's g_av, Lakens 2013, Frontiers in Psychology 4, 863).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import fmean, stdev
from typing import NamedTuple

import numpy as np
import pandas as pd

from mediakit.comparison.copies import COUNTED_ONCE, groups_of, repeated
from mediakit.comparison.summarize import FEWEST_STORIES, outlet_groups, refuse_mixed_recipes
from mediakit.errors import MeasureError
from mediakit.tables import DIFFERENCES, VALUES, check, make, rows_of

FEWEST_FOR_P = 6
LEVEL = 0.05
_FLIPS = 2**14  # all of them up to 14 stories; above, as many drawn at random


def compare(values: pd.DataFrame, *, reference: str, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every other outlet against a reference outlet, over the stories both reported: the differences table.

    Parameters
    ----------
    values: what measure() returned, for the measures decided on beforehand: every further one makes
        all of them harder to tell apart.
    reference: the outlet the others are compared with, by its name or outlet_key.
    articles: corpus.articles, for copies of one text to count once, edited versions included: a text
        that both outlets printed then counts for neither, and one that an outlet printed twice where
        it stands first. Left out, every article counts.

    Returns one row an outlet and measure: estimate (mean of outlet minus reference), low and high (95 %
    t interval over stories, from three stories on), n_stories, n_dropped (stories that only one of the
    two has, or has a value for that counts), hedges_g, share_same_sign, p and p_adjusted (from six stories on),
    verdict and recipe. The verdict is "higher" or "lower" only where that holds after correcting for
    the number of comparisons; else "cannot be told apart", or "too few stories" below three. Outlets that
    are not known cannot be compared over stories and get no row. Values with the status "other event"
    pair with nothing: a story that only they stand for is counted in n_dropped.

    Raises MeasureError where no outlet is called reference, or no story is known; RecipeError where
    values of one measure were made in different ways.

    >>> import mediakit as mk
    >>> values = pd.DataFrame(
    ...     [(f"{outlet}{story}", f"s{story}", outlet, outlet, "word_count", 100.0 * story + extra, 1, "ok",
    ...       None, None, None, "r")
    ...      for story in range(1, 9) for outlet, extra in (("Herald", 0.0), ("Courier", 20.0 + story))],
    ...     columns=["article_id", "story_id", "outlet", "outlet_key", "measure", "value", "n", "status", "low", "high",
    ...              "interval_method", "recipe"])
    >>> mk.compare(values, reference="Herald")[["outlet", "estimate", "n_stories", "p", "verdict"]].values.tolist()
    [['Courier', 24.5, 8, 0.0078125, 'higher']]
    """
    values = check(values, VALUES)
    refuse_mixed_recipes(values)
    known = values[values["outlet_key"].notna()]
    if known["story_id"].isna().all():
        mend = "name the story of each article in manifest.csv (column story_id)"
        raise MeasureError("no story is known, and outlets are compared story by story", where="story_id", mend=mend)
    groups = None if articles is None else groups_of(articles, values)
    names = dict(zip(known["outlet_key"], outlet_groups(known), strict=True))
    key = _key_of(names, reference)
    made = [
        _compared(names, other, key, rows, groups)
        for _, rows in known.groupby("measure", sort=False)
        for other in names
        if other != key
    ]
    adjusted = holm([row.p for row in made])
    return make(
        ((*row.cells(), p, row.verdict(p, len(made)), row.recipe) for row, p in zip(made, adjusted, strict=True)), DIFFERENCES
    )


class _Compared(NamedTuple):
    """One row, but for what depends on how many rows there are."""

    outlet: str
    reference: str
    measure: str
    differences: list[float]
    n_dropped: int
    hedges_g: float | None
    p: float | None
    recipe: str

    def cells(self) -> tuple[object, ...]:
        """The columns up to p."""
        n = len(self.differences)
        mean = fmean(self.differences) if n else None
        low, high = t_interval(self.differences, LEVEL)
        same = (
            None
            if mean is None
            else fmean(math.copysign(1, one) == math.copysign(1, mean) and one != 0 for one in self.differences)
        )
        return self.outlet, self.reference, self.measure, mean, low, high, n, self.n_dropped, self.hedges_g, same, self.p

    def verdict(self, p_adjusted: float | None, comparisons: int) -> str:
        """What may be said, given how many comparisons were made at once."""
        if len(self.differences) < FEWEST_STORIES:
            return "too few stories"
        if p_adjusted is not None:
            apart = p_adjusted < LEVEL
        else:  # too few stories for p: the interval, widened for the number of comparisons (Bonferroni)
            low, high = t_interval(self.differences, LEVEL / comparisons)
            apart = low is not None and high is not None and (low > 0 or high < 0)
        if not apart:
            return "cannot be told apart"
        return "higher" if fmean(self.differences) > 0 else "lower"


def _key_of(names: dict[str, str], reference: str) -> str:
    """The outlet_key meant by reference, which may be a name."""
    found = [key for key, name in names.items() if reference in (key, name)]
    if found:
        return found[0]
    mend = f"use one of: {', '.join(names.values())}"
    raise MeasureError(f"no outlet is called {reference!r}", where="reference", mend=mend)


def _compared(
    names: dict[str, str], outlet: str, reference: str, rows: pd.DataFrame, groups: Mapping[str, int] | None
) -> _Compared:
    """One outlet against the reference, given their keys and the rows of one measure."""
    by_story, dropped = pairs_of(rows, outlet, reference, groups)
    pairs = [*by_story.values()]
    differences = [one - other for one, other in pairs]
    first = rows.iloc[0]
    tests = hedges_g(pairs), sign_flip_p(differences)
    how = first["recipe"] if groups is None else f"{first['recipe']} {COUNTED_ONCE}"
    return _Compared(names[outlet], names[reference], first["measure"], differences, dropped, *tests, how)


def pairs_of(
    rows: pd.DataFrame, outlet: str, reference: str, groups: Mapping[str, int] | None = None
) -> tuple[dict[str, tuple[float, float]], int]:
    """By story, the mean of each of two outlets, given their keys and the rows of one measure; and how many stories drop out.

    groups are the copies of one text, by article, where they are to count once.
    """
    one, other = (rows[(rows["outlet_key"] == key) & rows["story_id"].notna()] for key in (outlet, reference))
    left_out = repeated(one[one["status"] == "ok"], other[other["status"] == "ok"], groups) if groups else set[str]()
    theirs, own = _by_story(one, left_out), _by_story(other, left_out)
    pairs = {}
    for story in sorted({*theirs, *own}):
        value, reference_value = theirs.get(story), own.get(story)
        if value is not None and reference_value is not None:
            pairs[story] = value, reference_value
    return pairs, len({*theirs, *own}) - len(pairs)


def _by_story(rows: pd.DataFrame, left_out: set[str]) -> dict[str, float | None]:
    """The outlet's mean value in each story it reported; None where no article has one."""
    stories: dict[str, list[float]] = {}
    for row in rows_of(rows):
        counts = row.status == "ok" and row.article_id not in left_out
        stories.setdefault(row.story_id, []).extend([row.value] if counts else [])
    return {story: fmean(values) if values else None for story, values in stories.items()}


def t_interval(differences: list[float], level: float) -> tuple[float | None, float | None]:
    """The interval of the mean that misses it in a share `level` of cases; none below three differences.

    >>> [round(end, 2) for end in t_interval([1.0, 2.0, 3.0], 0.05)]
    [-0.48, 4.48]
    """
    from scipy import stats

    n = len(differences)
    if n < FEWEST_STORIES:
        return None, None
    half = float(stats.t.ppf(1 - level / 2, n - 1)) * stdev(differences) / math.sqrt(n)
    return fmean(differences) - half, fmean(differences) + half


def hedges_g(pairs: list[tuple[float, float]]) -> float | None:
    """Mean difference in units of the average standard deviation, corrected for few pairs.

    >>> round(hedges_g([(12.0, 10.0), (15.0, 13.0), (18.0, 16.0)]), 3)
    0.381
    """
    n = len(pairs)
    if n < FEWEST_STORIES:
        return None
    one, other = ([pair[side] for pair in pairs] for side in (0, 1))
    spread = math.sqrt((stdev(one) ** 2 + stdev(other) ** 2) / 2)
    correction = 1 - 3 / (4 * (n - 1) - 1)
    return correction * (fmean(one) - fmean(other)) / spread if spread else None


def sign_flip_p(differences: list[float]) -> float | None:
    """The share of sign changes that give a mean as far from nought as the one found; none below six differences.

    >>> sign_flip_p([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    0.03125
    """
    n = len(differences)
    if n < FEWEST_FOR_P:
        return None
    found = np.asarray(differences)
    if 2**n <= _FLIPS:
        signs = 1 - 2 * ((np.arange(2**n)[:, None] >> np.arange(n)) & 1)
    else:
        # the same draws for everybody, so that the same stories give the same p; the data as found count as one of them
        signs = np.vstack([np.ones(n), np.random.default_rng(0).choice([-1, 1], size=(_FLIPS - 1, n))])
    sums = np.abs(signs @ found)
    return float(np.mean(sums >= abs(found.sum()) * (1 - 1e-12)))


def holm(p: list[float | None]) -> list[float | None]:
    """Holm's step-down adjustment; None stays None and counts as no comparison.

    >>> holm([0.01, None, 0.04, 0.03])
    [0.03, None, 0.06, 0.06]
    """
    tested = sorted((value, place) for place, value in enumerate(p) if value is not None)
    adjusted: list[float | None] = [None] * len(p)
    running = 0.0
    for rank, (value, place) in enumerate(tested):
        running = max(running, min(1.0, (len(tested) - rank) * value))
        adjusted[place] = running
    return adjusted
