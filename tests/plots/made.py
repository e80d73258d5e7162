"""Tables that figures are tested on: values of outlets on stories, written down by hand."""

import pandas as pd

COLUMNS = ["article_id", "story_id", "outlet", "outlet_key", "measure", "value", "n", "status", "low", "high", "interval_method",
           "recipe"]  # fmt: skip

#: ferry, flood, derby and budget, as three papers have them: Courier 2, 3, 4 and 3 above Herald, Times once above and once below
GRADES = {
    "Herald": {"ferry": 8.0, "flood": 10.0, "derby": 6.0, "budget": 14.0},
    "Courier": {"ferry": 10.0, "flood": 13.0, "derby": 10.0, "budget": 17.0},
    "Times": {"ferry": 9.0, "flood": 9.0},
}


def values_of(grades: dict[str, dict[str, float]], measure: str = "flesch_kincaid_grade", recipe: str = "r") -> pd.DataFrame:
    """The values table of some outlets, given by outlet and story."""
    rows = [
        (f"{outlet}/{story}", story, outlet, outlet.casefold(), measure, value, 300, "ok", None, None, None, recipe)
        for outlet, stories in grades.items()
        for story, value in stories.items()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)
