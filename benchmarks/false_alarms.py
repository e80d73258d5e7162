"""How often compare() tells equal outlets apart, and how often its interval holds the truth.

    python benchmarks/false_alarms.py [--runs N]

Values are drawn as news values lie: stories differ with a standard deviation of 2, an outlet's text on a
story by 0.62 around it (so that differences within a story have 0.88), from normal, skewed and heavy-tailed
laws. Two outlets of one law are equal; every verdict but "cannot be told apart" is a false alarm.
"""

from __future__ import annotations

import argparse

import numpy as np
import pandas as pd

from mediakit.comparison.pairs import LEVEL, sign_flip_p, t_interval

LAWS = {
    "normal": lambda draw, size: draw.normal(size=size),
    "skewed": lambda draw, size: draw.exponential(size=size) - 1,
    "heavy tails": lambda draw, size: draw.standard_t(4, size=size) / 2**0.5,
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=2000)
    runs = parser.parse_args().runs
    draw, rows = np.random.default_rng(1), []
    for law, values in LAWS.items():
        for stories in (3, 5, 8, 12, 20):
            alarms = held = 0
            for _ in range(runs):
                differences = [*(0.62 * (values(draw, stories) - values(draw, stories)))]
                low, high = t_interval(differences, LEVEL)
                p = sign_flip_p(differences)
                held += low <= 0 <= high
                alarms += (p < LEVEL) if p is not None else not low <= 0 <= high
            rows.append((law, stories, alarms / runs, held / runs))
    table = pd.DataFrame(rows, columns=["law", "stories", "false alarms", "interval holds the truth"])
    print(table.to_string(index=False, float_format="{:.3f}".format))


if __name__ == "__main__":
    main()
