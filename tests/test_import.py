"""Importing mediakit costs pandas plus little."""

import subprocess
import sys

HEAVY = ("textstat", "nltk", "spacy", "matplotlib", "scipy", "py3langid", "ftfy", "openpyxl", "nbclient", "nbconvert")


def test_importing_loads_no_engine_no_figures_and_no_notebook_machinery() -> None:
    code = f"import sys, mediakit; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_figure_function_is_there_when_asked_for() -> None:
    code = "import mediakit as mk, sys; mk.plot_measure; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
