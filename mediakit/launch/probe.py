"""Run by itself (`python -m mediakit.launch.probe`): everything a first score needs, while the network is shut off."""

from __future__ import annotations

import json
import sys
import warnings
from importlib import import_module
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version

_ASKS = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
_HERE = ("127.", "::1", "localhost")
_TEXT = (
    "The ferry to the island did not sail on Monday. Strong winds had damaged the pier overnight, and the harbor office "
    "closed it until engineers could look at the piles. About forty passengers waited in the hall. Some of them had come "
    "for the market, others wanted to reach the hospital on the mainland. The operator offered two small boats in the "
    "afternoon, but both were full within minutes. A spokeswoman said that the next regular ferry would leave on Wednesday "
    "at the earliest. Shops on the island have bread and milk for three days. The mayor asked everyone to share what they "
    "had, and to look after older neighbors. Schools remain open this week, as most teachers live nearby."
)


def missing_packages() -> list[str]:
    """Each package mediakit needs that is not there, is the wrong release, or cannot be imported, with the reason.

    >>> missing_packages()
    []
    """
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name  # lxml_html_clean and lxml-html-clean are one

    names: dict[str, list[str]] = {}
    for module, packages in packages_distributions().items():
        for package in packages:
            names.setdefault(canonicalize_name(package), []).append(module)
    missing = []
    for needed in map(Requirement, requires("mediakit") or ()):
        if needed.marker and not needed.marker.evaluate({"extra": ""}):
            continue
        try:
            found = version(needed.name)
            if not needed.specifier.contains(found, prereleases=True):
                missing.append(f"{needed.name} is {found}, needed is {needed.specifier}")
            import_module(min((name for name in names[canonicalize_name(needed.name)] if name[0] != "_"), key=len))
        except PackageNotFoundError:
            missing.append(f"{needed.name} is not installed")
        except Exception as error:  # whatever a broken package raises when it is imported is an answer here
            missing.append(f"{needed.name} cannot be imported: {error}")
    return missing


def broken_plugins() -> list[tuple[str, str]]:
    """What other packages bring that does not work, and how to mend it.

    >>> broken_plugins()
    []
    """
    from mediakit.measures.catalogue import plugin_faults

    with warnings.catch_warnings(action="ignore"):  # said here, with what to do
        return [(f"the measure {fault.name!r} of {fault.package}: {fault.what}", fault.mend) for fault in plugin_faults()]


def scores() -> dict[str, str]:
    """The grade of a short text by both engines, or the reason why there is none.

    >>> sorted(scores())
    ['mediakit', 'textstat']
    """
    from mediakit import measure, read_texts

    corpus = read_texts({"Harbor Herald": _TEXT})
    made = {}
    for engine in ("mediakit", "textstat"):
        [row] = measure(corpus, ["flesch_kincaid_grade"], engine=engine).itertuples()
        made[engine] = f"{row.value:.1f}" if row.status == "ok" else str(row.status)
    return made


def main() -> None:
    """Shut the network off for this process, try everything, and print what came of it as JSON."""
    tried: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event not in _ASKS:
            return
        asked = arguments[-1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        host = asked[0] if isinstance(asked, tuple) else asked
        if isinstance(asked, tuple) or event not in ("socket.connect", "socket.sendto"):  # else a socket in the file system
            name = host.decode() if isinstance(host, bytes) else str(host)
            if not name.startswith(_HERE):
                tried.append(name)
                raise OSError(f"mediakit doctor lets nothing connect to {name}")

    sys.addaudithook(watch)
    said: dict[str, object] = {"missing": missing_packages(), "plugins": [], "scores": {}, "failed": ""}
    try:
        said["plugins"] = broken_plugins()
        said["scores"] = scores()
    except Exception as error:  # the doctor names what went wrong, whatever it is
        said["failed"] = f"{type(error).__name__}: {error}"
    print(json.dumps({**said, "tried": tried}))


if __name__ == "__main__":
    main()
