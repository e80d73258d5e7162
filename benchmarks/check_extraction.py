"""How well articles are cut out of saved pages, and how many of the poor ones are flagged check_extraction.

The folder holds index.jsonl, one page a line with id, url and gold (an object with body, and summary where
there is one), and html/<id>.html.gz. A page's score is the F1 of four-word runs of the lines labelled body
or subhead against the gold body; runs of a summary count neither way. trafilatura alone is scored beside it.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

from mediakit.loaders.html import read_page
from mediakit.loaders.records import Record

POOR, RUN = 0.8, 4  # F1 below which a page is poor; words
WORD = re.compile(r"\w+")


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[place : place + RUN]) for place in range(max(1, len(words) - RUN + 1))) if words else Counter()


def shares(gold: dict[str, Any], taken: str) -> tuple[float, float, float]:
    """Runs in both, only in what was taken, and only in the gold, as shares of all."""
    wanted, found = runs(gold["body"]), runs(taken)
    neutral = sum((runs(summary) for summary in gold.get("summary") or []), Counter[tuple[str, ...]]())
    both = (wanted & found).total()
    extra, missed = (found - wanted - neutral).total(), (wanted - found).total()
    every = both + extra + missed
    return (both / every, extra / every, missed / every) if every else (0.0, 0.0, 0.0)


def f1(rows: list[tuple[float, float, float]]) -> float:
    """Harmonic mean of mean precision and mean recall."""
    precision = mean([both / (both + extra) for both, extra, _ in rows if both + extra] or [0])
    recall = mean([both / (both + missed) for both, _, missed in rows if both + missed] or [0])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pages(folder: Path) -> Iterator[tuple[dict[str, Any], bytes]]:
    with (folder / "index.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            yield page, gzip.decompress((folder / "html" / f"{page['id']}.html.gz").read_bytes())


def prediction(page: dict[str, Any], record: Record | None) -> dict[str, Any]:
    """What was read, in the columns that scorers of extraction ask for."""
    if record is None:
        return {"id": page["id"], "flagged": True}
    labels = [label.label if label else "" for label in record.labels or ()]
    body = [line for line, label in zip(record.text.split("\n"), labels, strict=False) if label in ("body", "subhead")]
    fields = record.fields
    return {
        "id": page["id"],
        "text": "\n".join(body),
        "title": fields.get("title"),
        "date": fields.get("published"),
        "authors": fields["byline"].split(", ") if "byline" in fields else [],
        "outlet": fields.get("site_name"),
        "flagged": "check_extraction" in record.flags,
    }


def main() -> None:
    from trafilatura import extract

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="index.jsonl and html/")
    parser.add_argument("--predictions", type=Path, metavar="OUT.jsonl", help="also write what was read")
    given = parser.parse_args()
    read, ours, theirs, flagged = [], [], [], []
    for page, data in pages(given.folder):
        record = next((item for item in read_page(data, page["id"], address=page.get("url")) if isinstance(item, Record)), None)
        read.append(prediction(page, record))
        gold = page.get("gold", {})
        if gold.get("body") and not gold.get("tool_made"):
            ours.append(shares(gold, read[-1].get("text", "")))
            theirs.append(shares(gold, extract(data, include_comments=False, url=page.get("url")) or ""))
            flagged.append(read[-1]["flagged"])
    if given.predictions:
        given.predictions.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in read), encoding="utf-8")
    poor = [flag for row, flag in zip(ours, flagged, strict=True) if f1([row]) < POOR]
    print(f"{len(ours)} pages with a gold body: F1 {f1(ours):.4f}, trafilatura alone {f1(theirs):.4f}")
    print(f"pages with F1 below {POOR}: {len(poor)}, trafilatura alone {sum(f1([row]) < POOR for row in theirs)}")
    every = mean(row["flagged"] for row in read)
    print(f"flagged check_extraction: {mean(flagged):.1%} of those pages, {every:.1%} of all {len(read)} in the folder")
    print(f"flagged among the poor pages: {sum(poor)} of {len(poor)}")


if __name__ == "__main__":
    main()
