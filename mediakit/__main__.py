"""python -m mediakit does what the mediakit command does."""

import sys

from mediakit.cli import main

if __name__ == "__main__":
    sys.exit(main())
