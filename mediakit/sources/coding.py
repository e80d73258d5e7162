"""What kind of source it is: how it is identified, what it is, and whether the text says why it is not named.

Identification rests on the name found and on the noun the mention is built around: “a report” is a document,
“state media” a medium, “officials” an unnamed group. What a source is (its role) is told by the office or
trade it is given; spokesmen, chiefs and sources are what the words around them are (a police chief, a bank's
spokesman). Every word that decides is an entry of a lexicon, and is named in the answer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mediakit.identity.agencies import agency_named
from mediakit.sources.coding_lexicons import CodingLexicons, Organisation, default_lexicons
from mediakit.sources.name_words import governments
from mediakit.sources.resolved import Resolved
from mediakit.sources.roles import Role

_BEHIND_HEAD = re.compile(
    r"\b(?:of|for|at|in|from|with|by|to|on|near|under|inside|who|that|which|whose|speaking|named|seen)\b|[,(–—]", re.IGNORECASE
)
_PARTICIPLE = re.compile(
    r"\s(?!briefed)\w{2,}(?:ed|en|wn)(?:\s+\w+)?\s+(?:in|by|at|on|to|from|with|for|as)\b"
)  # a study published in …
_ENDS_HEAD = re.compile(r"['’]?s?\s*(?:\Z|\w{2,}(?:ing|ed)\b)")  # Democrats trying …
_ORIGIN = re.compile(r"\b(?:from|by|of)\s+(.+)\Z", re.IGNORECASE | re.DOTALL)
_ONE = re.compile(r"(?:a|an|one|another|the|this|that|his|her|its|their|he|she|i)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:some|many|several|most|few|two|three|four|five|six|dozens|hundreds|others|they|we|both|these|those|all)\b", re.IGNORECASE
)
_INDEFINITE = re.compile(r"(?:an?|one|another|some)\s", re.IGNORECASE)
_STATE = ("government_military", "intelligence")
_RUN_BY_STATE = re.compile(r"\b(?:state|government)-(?:run|owned|controlled|backed|funded|affiliated)\b", re.IGNORECASE)
_AFTER = 160  # characters after "on condition of anonymity" in which a reason is looked for


class SourceCode(NamedTuple):
    """How a source is coded; each a word of the contract."""

    identification: str
    role: str
    anonymity_reason: str | None  #: given, generic or none; None for a source that is named
    entry: str | None  #: the entry of the lexicon that decided the role: "roles: minister"


class _Decided(NamedTuple):
    """A role and the entry that decided it."""

    role: str
    entry: str | None


_UNKNOWN = _Decided("unknown", None)


def code_source(
    source: str | None, resolved: Resolved | None, *, cue: str | None, sentence: str, lexicons: CodingLexicons | None = None
) -> SourceCode:
    """How one source is coded: its identification, its role and the reason for its anonymity.

    Parameters: source, the mention as printed, with what stands around the name ("Ada Obi, the health
    minister"), None where the text names none; resolved, what resolve_names() made of it; cue, the words that
    tie it to the statement; sentence, the whole sentence, for the reason of anonymity; lexicons, the package's
    own where None.

    >>> code_source("a senior police official", None, cue="said", sentence="It is true, a senior police official said.")
    SourceCode(identification='unnamed_person', role='government_military', anonymity_reason='none', entry='roles: police')
    """
    known = lexicons or default_lexicons()
    if source is None or not source.strip():
        return SourceCode("none" if cue is None else "bare", "unknown", None, None)
    mention = _without_article(source)
    head = _head(mention, known)
    named = resolved is not None and resolved.name is not None
    origin = _ORIGIN.search(mention)
    if head is not None and head.kind == "bare" and origin:
        return code_source(origin[1], None, cue=cue, sentence=sentence, lexicons=known)
    identification = _identification(mention, head, resolved, known)
    decided = _decide(mention, head, resolved if named else None, identification, known)
    reason = anonymity_reason(sentence, known) if identification.startswith("unnamed") else None
    return SourceCode(identification, decided.role, reason, decided.entry)


def anonymity_reason(sentence: str, lexicons: CodingLexicons | None = None) -> str:
    """Whether a sentence says why its source is not named: given, generic (only that it is not) or none.

    >>> anonymity_reason("He asked not to be named because he feared reprisals."), anonymity_reason("He asked not to be named.")
    ('given', 'generic')
    """
    known = lexicons or default_lexicons()
    found = known.anonymous.search(sentence)
    if found is None:
        return "none"
    return "given" if known.reason.search(sentence, found.end(), found.end() + _AFTER) else "generic"


def hedges_in(text: str, lexicons: CodingLexicons | None = None) -> list[str]:
    """The words that soften a statement, as printed: pass the statement and the clause that attributes it.

    >>> hedges_in("The army may have sent about 3,000 men, a report suggested.")
    ['may have', 'about', 'suggested']
    """
    return [found[0] for found in (lexicons or default_lexicons()).hedges.finditer(text)]


def _without_article(source: str) -> str:
    return re.sub(r"\Athe\s+", "", source.strip(" \n\t,"), flags=re.IGNORECASE)


def _head(mention: str, known: CodingLexicons) -> Role | None:
    """The noun a mention is built around: the last one before its first comma or preposition."""
    front = _front(mention)
    return next((role for role in reversed(known.roles.find(front)) if _ENDS_HEAD.match(front, role.end)), None)


def _front(mention: str) -> str:
    roles = default_lexicons().roles.find(mention)
    if roles and " and " in mention[: roles[-1].begin] and not mention[roles[-1].end :].strip():
        return mention  # U.S., Kenyan and Egyptian intelligence sources
    ends = [found.start() for pattern in (_BEHIND_HEAD, _PARTICIPLE) if (found := pattern.search(mention, 1))]
    return mention[: min(ends)] if ends else mention


def _identification(mention: str, head: Role | None, resolved: Resolved | None, known: CodingLexicons) -> str:
    name = resolved.name if resolved else None
    if _medium(mention, name, resolved, head, known):
        return "medium"
    if (
        resolved
        and name
        and resolved.rule != "institution"
        and not (head and head.kind in ("document", "bare") and resolved.kind != "person")
    ):
        person = resolved.kind == "person" or (
            resolved.kind == "group" and resolved.bearers and resolved.bearers[0].kind == "person"
        )
        return "named_person" if person else "named_organisation"
    if head is not None and head.kind in ("document", "bare"):
        return head.kind
    if resolved and name:
        return "named_organisation"
    if head is not None and _is_institution(mention, head):
        return "named_organisation"
    if _SEVERAL.match(mention) and (head is None or head.plural or head.kind == "some"):
        return "unnamed_group"
    if head is None and (body := _body(mention, known)).role:
        return "named_organisation" if body.role in _STATE and not _INDEFINITE.match(mention) else "unnamed_group"
    if head is None:
        front = _front(mention).strip()
        plural = front.endswith("s") and not front.endswith("ss") and not re.match(r"(?:an?|one|another)\s", front, re.IGNORECASE)
        return "unnamed_group" if plural else "unnamed_person"
    if (
        head.plural
        or head.kind == "group"
        or head.entry.startswith("people")
        or (head.kind == "some" and not _ONE.match(mention))
    ):
        return "unnamed_group"
    return "unnamed_person"


def _body(mention: str, known: CodingLexicons) -> Organisation:
    """The kind of body that a mention without a word of office is: the weather bureau, the zoo, the state."""
    front = _front(mention)
    return known.organisation_noun("" if known.roles.find(front) else front)


def _is_institution(mention: str, head: Role) -> bool:
    """Whether a state has one of it, so that naming it identifies it: the army, parliament; police are people."""
    one = not head.plural and head.entry != "police" and not _INDEFINITE.match(mention)
    return one and head.kind == "group" and head.role in _STATE


def _medium(mention: str, name: str | None, resolved: Resolved | None, head: Role | None, known: CodingLexicons) -> bool:
    """Whether the source is a newspaper, a broadcaster or an agency; not somebody who works there."""
    if head is not None and head.kind == "medium":
        return True
    if resolved is None or name is None or resolved.kind not in ("organisation", "place"):
        return agency_named(mention) is not None
    return agency_named(name) is not None or known.is_state_medium(name) or known.organisation(name).role == "medium_agency"


def _decide(mention: str, head: Role | None, resolved: Resolved | None, identification: str, known: CodingLexicons) -> _Decided:
    """What a source is, and the entry that says so."""
    name = resolved.name if resolved else None
    if identification == "medium":
        for words in filter(None, (name, mention)):
            if found := known.state_medium_in(words):
                return _Decided("state_medium", f"state_media: {found}")
        if run := _RUN_BY_STATE.search(mention):
            return _Decided("state_medium", run[0])
        state = next((role for role in known.roles.find(mention) if role.role == "state_medium"), None)
        return _Decided("state_medium", _entry(state)) if state else _Decided("medium_agency", _entry(head) if head else None)
    if identification in ("document", "bare") and head is not None:
        intelligence = next((role for role in known.roles.find(mention) if role.role == "intelligence"), None)
        return _Decided("intelligence", _entry(intelligence)) if intelligence else _Decided(head.role, _entry(head))
    if resolved is not None and resolved.kind == "group" and resolved.bearers[0].kind != "person":
        first = resolved.bearers[0]
        resolved = resolved._replace(name=first.name, kind=first.kind)
    if resolved is not None and resolved.kind in ("organisation", "place"):
        return _of_organisation(mention, resolved, known)
    texts = [mention, *(resolved.described if resolved else ())]
    decided = [_of_phrase(words, name or "", known) for words in texts]
    return next(
        (found for found in decided if found.role != "unknown"), next((found for found in decided if found.entry), _UNKNOWN)
    )


def _of_organisation(mention: str, resolved: Resolved, known: CodingLexicons) -> _Decided:
    name = resolved.name or ""
    found = known.organisation(name)
    if found.role:
        return _Decided(found.role, f"organisation_words: {found.word}")
    if governments().get(name.casefold()):
        return _Decided("government_military", f"governments: {name}")
    if resolved.rule == "institution":
        return _of_phrase(name, "", known)
    called = [role for words in (mention.replace(name, ""), *resolved.described) for role in known.roles.find(words)]
    group = next((role for role in called if role.kind == "group"), None)
    return _Decided(group.role, _entry(group)) if group else _UNKNOWN


def _of_phrase(phrase: str, name: str, known: CodingLexicons) -> _Decided:
    """What the office, rank or trade in a description says; the words around it first, where it leaves that open."""
    words = phrase.replace(name, " , ") if name else phrase
    roles = [role for role in known.roles.find(words) if role.kind in ("person", "group", "medium")]
    if not roles:
        found = body if (body := _body(words, known)).role else known.organisation_in(words)
        return _Decided(found.role, f"organisation_words: {found.word}") if found.role else _UNKNOWN
    front = _front(words)
    head = next((role for role in reversed(roles) if role.end <= len(front)), roles[0])
    if not head.yields:
        return _Decided(head.role, _entry(head))
    around = [
        *(role for role in reversed(roles) if role.begin < head.begin),
        *(role for role in roles if role.begin > head.begin),
    ]
    for role in around:
        if role.role not in ("unknown", "document") and not (role.yields and role.role == head.role):
            return _Decided(role.role, _entry(role))
    for stretch in (words[: head.begin], words[head.end :]):
        found = known.organisation_in(stretch)
        if found.role:
            return _Decided(found.role, f"organisation_words: {found.word}")
    if head.role == "unknown" and (country := known.government_in(words)):
        return _Decided("government_military", f"governments: {country}")
    return _Decided(head.role, _entry(head))


def _entry(role: Role) -> str:
    return f"roles: {role.entry}"
