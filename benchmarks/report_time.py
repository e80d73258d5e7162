"""Wall and CPU time of `mediakit report`, from the command to the written page."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "kim-shoigu-2025"
COMMAND = "import sys; from mediakit.cli import main; sys.exit(main())"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=SEEDS, help="a folder or file of articles (the seeds)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mediakit-") as room:
        page = Path(room, "report.html")
        before, begin = os.times(), time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", COMMAND, "report", str(given.path), "--out", str(page)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wall, after = time.perf_counter() - begin, os.times()
        size = page.stat().st_size
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{wall:.1f} seconds by the clock, {cpu:.1f} of CPU (0 on Windows, which does not tell); {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
