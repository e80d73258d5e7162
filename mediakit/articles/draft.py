"""One article while its row is put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mediakit.articles.parts import Placed
from mediakit.identity import Site
from mediakit.loaders import Problem, Record


@dataclass(slots=True)
class Draft:
    """One article while its row is put together: values with their basis, and what was noticed."""

    article_id: str
    record: Record
    sha256: str
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    placed: Placed | None = None  #: its lines, where they were labelled
    signs: tuple[str, ...] = ()  #: flags that its own words raise
    evidence: str | None = None
    extras: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    site: Site | None = None  #: what the address the article was read at names

    def take(self, name: str, value: str | None, basis: str) -> None:
        """Keep a value unless an earlier, better basis gave one."""
        if value:
            self.values.setdefault(name, (value, basis))

    def given(self, name: str) -> str | None:
        """The value of a field so far."""
        return self.values[name][0] if name in self.values else None

    @property
    def language(self) -> str | None:
        """The language without its region: en for en-GB."""
        given = self.given("language")
        return re.split("[-_]", given.lower())[0] if given else None

    def note(self, name: str, what: str, mend: str) -> None:
        """Say that something about this article wants a look; it is loaded all the same."""
        self.problems.append(Problem(self.record.path, self.record.line, name, what, mend, "flagged"))
