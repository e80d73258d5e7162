"""The short text that says how a value was made, so that it survives any export.

    lix/1 mediakit/0.1.0 engine=mediakit parts=body

names the measure and the version of its definition, the release that computed it, and the
options that change its value.
"""

from importlib.metadata import version

VERSION = version("mediakit")


def recipe(name: str, definition: int, **options: str) -> str:
    """One line naming a measure, the version of its definition, the release and the options.

    >>> recipe("lix", 1, engine="mediakit", parts="body").split()[0]
    'lix/1'
    """
    chosen = (f"{option}={value}" for option, value in options.items())
    return " ".join((f"{name}/{definition}", f"mediakit/{VERSION}", *chosen))
