"""One article while its row is put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mediakit.articles.parts import Span
from mediakit.identity import Site
from mediakit.loaders import Problem, Record

BASES = ("manifest", "url", "meta", "line", "text", "filename", "user", "grouped")


@dataclass
class Draft:
    """One article while its row is put together: values with their basis, and what was noticed."""

    article_id: str
    record: Record
    sha256: str
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    part_lines: tuple[Span, ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()  #: body and subheads by rule, which the corpus may show to be furniture
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
