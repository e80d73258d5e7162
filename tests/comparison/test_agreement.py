"""Agreement between coders, against the worked examples of Krippendorff (2011)."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.comparison.agreement import nominal_alpha
from mediakit.errors import ContractError


def units(*coders: str) -> list[list[str]]:
    """Things sorted by coders, each a line of kinds; a dot where one did not say."""
    return [[kind for kind in kinds if kind != "."] for kinds in zip(*(line.split() for line in coders), strict=True)]


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        pytest.param(["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"], 0.095, id="A: two kinds, two observers"),
        pytest.param(["a a b b d c c c e d d a", "b a b b b c c c e d d d"], 0.692, id="B: several kinds"),
        pytest.param(
            ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."],
            0.743,
            id="C: four observers, some missing",
        ),
    ],
)
def test_it_is_krippendorffs_own_result(coders: list[str], alpha: float) -> None:
    assert round(nominal_alpha(units(*coders)) or 0, 3) == alpha


def test_where_only_one_kind_was_used_there_is_nothing_to_tell_apart() -> None:
    assert nominal_alpha(units("a a a", "a a a")) is None
    assert nominal_alpha([]) is None


def test_every_two_are_compared_on_the_rows_that_both_filled_in() -> None:
    table = pd.DataFrame({"first": ["a", "b", "", None], "second": ["a", "a", "b", "b"], "machine": ["a", "b", "b", "b"]})
    made = mk.compare_coders(table, ["first", "second", "machine"])
    assert made[["coder", "other", "n", "n_alike"]].values.tolist() == [
        ["first", "second", 2, 1],
        ["first", "machine", 2, 2],
        ["second", "machine", 4, 3],
    ]
    assert made["alpha"].round(3).tolist() == [0.0, 1.0, 0.533]


def test_a_sheet_that_nobody_filled_in_has_no_alpha() -> None:
    made = mk.compare_coders(pd.DataFrame({"first": ["", ""], "second": ["", ""]}), ["first", "second"])
    assert made["n"].tolist() == [0]
    assert made["alpha"].isna().all()


@pytest.mark.parametrize(("coders", "said"), [(["first"], "two coders"), (["first", "third"], "no column 'third'")])
def test_what_cannot_be_compared_is_said(coders: list[str], said: str) -> None:
    with pytest.raises(ContractError, match=said):
        mk.compare_coders(pd.DataFrame({"first": [], "second": []}), coders)
