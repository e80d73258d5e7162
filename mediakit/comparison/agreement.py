"""compare_coders(): how far people who sorted the same things agree, beyond what chance alone would give.

Krippendorff's alpha for kinds without an order (nominal data), as computed in Krippendorff, K. (2011), Computing
Krippendorff's Alpha-Reliability, University of Pennsylvania, https://repository.upenn.edu/handle/20.500.14332/2089.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

import pandas as pd

from mediakit.errors import ContractError
from mediakit.tables import missing

_COLUMNS = {"coder": "string", "other": "string", "n": "Int64", "n_alike": "Int64", "alpha": "Float64"}


def compare_coders(table: pd.DataFrame, coders: Sequence[str]) -> pd.DataFrame:
    """How far every two who sorted the same rows agree: a count, and Krippendorff's alpha.

    Alpha is 1 where two always agree, 0 where they agree as often as if the kinds they used were dealt out by chance, and below 0
    where they agree even less. It is missing where nobody used a second kind: then there was nothing to tell apart. Krippendorff
    asks for 0.8, and for no conclusions below 0.667; with a dozen rows alpha itself says little.

    Parameters
    ----------
    table: a row for each thing that was sorted.
    coders: two or more columns of it, each with the kinds that one person, or the machine, chose; empty where none was.

    Returns one row a pair: coder, other, n (rows that both filled in), n_alike and alpha. Raises ContractError where a column
    is not there or only one was named.

    >>> import pandas as pd
    >>> sorted_by = pd.DataFrame({"Ama": ["named", "named", "nobody", ""], "Dele": ["named", "nobody", "nobody", "named"]})
    >>> compare_coders(sorted_by, ["Ama", "Dele"]).round(2).values.tolist()
    [['Ama', 'Dele', 3, 2, 0.44]]
    """
    absent = [name for name in coders if name not in table]
    if absent or len(coders) < 2:
        what = f"there is no column {absent[0]!r}" if absent else "two coders are needed"
        raise ContractError(what, where="compare_coders", mend=f"name two or more of: {', '.join(map(str, table.columns))}")
    rows = []
    for one, other in combinations(coders, 2):
        both = zip(table[one], table[other], strict=True)
        pairs = [pair for pair in both if not any(missing(kind) or kind == "" for kind in pair)]
        rows.append((one, other, len(pairs), sum(first == second for first, second in pairs), nominal_alpha(pairs)))
    return pd.DataFrame(rows, columns=[*_COLUMNS]).astype(_COLUMNS)


def nominal_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha of things, each with the kinds that its coders chose; None where only one kind was used.

    >>> nominal_alpha([("a", "a"), ("b", "b")])
    1.0
    """
    of_units = [Counter(kinds) for kinds in units if len(kinds) > 1]  # what only one person sorted says nothing
    used = sum(of_units, Counter[Hashable]())
    total = used.total()
    by_chance = total * total - sum(count * count for count in used.values())
    if not by_chance:
        return None
    apart = sum((kinds.total() ** 2 - sum(count * count for count in kinds.values())) / (kinds.total() - 1) for kinds in of_units)
    return 1 - (total - 1) * apart / by_chance
