"""What differs between two copies of the same words, as kinds with the words they concern.

The kinds describe; they do not judge. Which of two copies is right is never decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from mediakit.lexicons import load_lexicon
from mediakit.reuse.align import Piece, with_negations_together
from mediakit.reuse.alike import alike, verbs_of
from mediakit.reuse.kinds import Changes, Side
from mediakit.reuse.normal import GAP, is_function_word, is_negation, read_word

_FEWEST_MOVED = 3  # words in a row that stand elsewhere
_SAME_EDGE = 2  # words at an edge that are still taken for a substitution
_FEWEST_MERGED = 2  # words of a further sentence
_SENTENCE_END = re.compile(r"[.!?][^\w]*$|[.!?][\"'’”)\]]*\s")
_LONGEST_FRAME, _AFTER_VERB = 8, 3  # words: “In a statement she stressed | that they had”
_SPEAKING_THEMSELVES = frozenset(("i", "we", "you"))
_LIST_MARK = re.compile(r"[,;]")
_SUPPORT = frozenset(("do", "does", "did"))  # "did not go", "went": they come and go with the negation
_SHORTEST_CLAUSE = 4  # words
_NEGATES = 4  # words from a “not” to the first one that is kept
_CLAUSE_MARK = re.compile(r"[,;:.!?()–—]|\s-+\s")
_JOINS = frozenset(("and", "but", "or", "nor", "because", "although", "though", "while", "so", "since", "if", "yet"))
_AND = frozenset(("and", "or", "nor"))


def changes_between(one: Side, other: Side, pieces: Sequence[Piece]) -> Changes:
    """What differs between two stretches whose alignment is given.

    >>> from mediakit.reuse.align import align
    >>> from mediakit.reuse.normal import normalize
    >>> sides = [Side(text, normalize(text)) for text in ("We saw no smoke and no fire", "We saw smoke and no fire")]
    >>> found = changes_between(*sides, align(sides[0].normal.keys, sides[1].normal.keys))
    >>> found.listed, found.meanings, found.lost, found.silent
    (['negated'], ['negation'], ['no'], True)
    """
    found, pieces = Changes(), with_negations_together(one.normal.keys, other.normal.keys, pieces)
    common = [place for place, piece in enumerate(pieces) if piece.tag in ("equal", "alike")]
    if not common:
        found.kinds.add("possible_paraphrase")
        return found
    longer_is_one = _n_words(one) >= _n_words(other)
    for place, piece in enumerate(pieces):
        if piece.tag == "equal":
            _printed_otherwise(found, one, other, piece)
        elif piece.tag == "alike":
            _alike(found, one, other, piece)
        elif place < common[0] or place > common[-1]:
            _at_an_edge(found, one, other, pieces, "start" if place < common[0] else "end")
        else:
            _inside(found, one, other, piece, longer_is_one)
    _moved(found, one, other, pieces)
    if "cut start" in found.kinds and found.kinds & {"cut end", "merged"}:
        found.kinds = found.kinds - {"merged"} | {"partial"}
    else:
        found.kinds |= {f"truncated_{edge}" for edge in ("start", "end") if f"cut {edge}" in found.kinds}
    found.kinds -= {"cut start", "cut end"}
    if _marks_differ(one, other, pieces):
        found.kinds.add("punct")
    return found


def _n_words(side: Side) -> int:
    return len(side.normal.keys) - side.normal.keys.count(GAP)


def _shown(side: Side, begin: int, end: int) -> str:
    """The printed words from one token to another."""
    return side.text[side.normal.begins[begin] : side.normal.ends[end - 1]] if begin < end else ""


def _changed(found: Changes, one: Side, other: Side, piece: Piece) -> None:
    found.changed_from.append(_shown(one, piece.begin, piece.end))
    found.changed_to.append(_shown(other, piece.other_begin, piece.other_end))


def _printed_otherwise(found: Changes, one: Side, other: Side, piece: Piece) -> None:
    """Words that count as equal: is there a capital, a spelling or a short form?"""
    here, there = one.normal.words, other.normal.words
    for place in range(piece.end - piece.begin):
        word, that = here[piece.begin + place], there[piece.other_begin + place]
        if word == that or one.normal.keys[piece.begin + place] == GAP:
            continue
        plain, that_plain = word.replace("’", "'"), that.replace("’", "'")
        if plain == that_plain:
            found.kinds.add("punct")
        elif plain.casefold() == that_plain.casefold():
            found.kinds.add("case")
        else:
            kinds = {read_word(word).kind, read_word(that).kind}
            found.kinds.add("contraction" if "contraction" in kinds else "spelling")
            pair = (_shown(one, piece.begin + place, piece.begin + place + 1), that)
            if not found.changed_from or (found.changed_from[-1], found.changed_to[-1]) != pair:
                found.changed_from.append(pair[0])
                found.changed_to.append(pair[1])


def _alike(found: Changes, one: Side, other: Side, piece: Piece) -> None:
    single = piece.end - piece.begin == piece.other_end - piece.other_begin == 1
    kind = alike(one.normal.keys[piece.begin], other.normal.keys[piece.other_begin]) if single else None
    found.kinds.add(kind or "spelling")
    _changed(found, one, other, piece)


def _at_an_edge(found: Changes, one: Side, other: Side, pieces: Sequence[Piece], edge: str) -> None:
    """What stands before the first words in common, or after the last."""
    piece, opposite = (pieces[0], pieces[-1]) if edge == "start" else (pieces[-1], pieces[0])
    words = [_plain_words(one, piece.begin, piece.end), _plain_words(other, piece.other_begin, piece.other_end)]
    fewer, more = sorted(words, key=len)
    longer = (one, piece.begin, piece.end) if words[0] is more else (other, piece.other_begin, piece.other_end)
    shorter = (other, piece.other_begin, piece.other_end) if words[0] is more else (one, piece.begin, piece.end)
    if (any(_signs_at(*shorter)) or not more) and _signs(found, one, other, piece):
        return
    if edge == "start" and _is_frame(more) and not _is_frame(fewer):
        found.kinds.add("possible_paraphrase")
    elif fewer and len(fewer) <= _SAME_EDGE and len(more) <= 2 * _SAME_EDGE:
        _replaced(found, one, other, piece, words)
    elif not fewer and len(more) == 1 and is_negation(more[0]) and opposite.tag == "equal":
        found.kinds.add("negated")
        found.meaning.add("negation")
    elif edge == "end" and len(more) >= _FEWEST_MERGED and _ends_a_sentence(longer[0], longer[1]):
        found.kinds.add("merged")
    else:
        found.kinds.add(f"cut {edge}")
        if edge == "start" and not fewer and _negates_what_follows(*longer):
            found.meaning.add("negation")


def _negates_what_follows(side: Side, begin: int, end: int) -> bool:
    """Whether a “not” among some words speaks of those behind them: it stands near, with no comma and no “but” between."""
    keys, normal = side.normal.keys, side.normal
    for place in range(end - 1, max(begin, end - _NEGATES) - 1, -1):
        between = side.text[normal.ends[place] : normal.begins[place + 1]]
        if _CLAUSE_MARK.search(between) or keys[place] in _JOINS:
            return False
        if is_negation(keys[place]):
            return True
    return False


def _inside(found: Changes, one: Side, other: Side, piece: Piece, longer_is_one: bool) -> None:
    """What differs between words in common."""
    words = [_plain_words(one, piece.begin, piece.end), _plain_words(other, piece.other_begin, piece.other_end)]
    if _signs(found, one, other, piece):
        return
    if all(words):
        _replaced(found, one, other, piece, words)
        return
    lost = words[0] or words[1]
    loser = other if words[0] else one
    run = (one, piece.begin, piece.end) if words[0] else (other, piece.other_begin, piece.other_end)
    found.silent |= loser.quoted
    if any(map(is_negation, lost)) and not _is_clause(*run):
        found.kinds.add("negated")
        found.meaning.add("negation")
    if any(not is_negation(key) and key not in _SUPPORT for key in lost):
        found.kinds.add("dropped")
    if any(key[0].isdigit() for key in lost):
        found.meaning.add("number")
    if _is_item(*run):
        found.meaning.add("dropped item")
    if bool(words[0]) == longer_is_one:
        found.lost.append(_shown(one, piece.begin, piece.end) or _shown(other, piece.other_begin, piece.other_end))
    else:
        _changed(found, one, other, piece)


def _signs(found: Changes, one: Side, other: Side, piece: Piece) -> bool:
    """Whether brackets or an ellipsis show that something was changed here."""
    bracket, gap = map(
        any, zip(_signs_at(one, piece.begin, piece.end), _signs_at(other, piece.other_begin, piece.other_end), strict=True)
    )
    if bracket:
        found.kinds.add("bracket")
        _changed(found, one, other, piece)
    if gap:
        found.kinds.add("ellipsis")
    return bracket or gap


def _signs_at(side: Side, begin: int, end: int) -> tuple[bool, bool]:
    """Whether brackets, and whether an ellipsis, stand among some words or, where there is no word, beside them."""
    keys = side.normal.keys[begin:end] or side.normal.keys[max(0, begin - 1) : begin + 1]
    return any(place in side.normal.bracketed for place in range(begin, end)), GAP in keys


def _replaced(found: Changes, one: Side, other: Side, piece: Piece, words: list[list[str]]) -> None:
    """Words that stand where others do."""
    numbers = [[key for key in side if key[0].isdigit()] for side in words]
    negations = [[key for key in side if is_negation(key)] for side in words]
    rest = [[key for key in side if key not in _SUPPORT and not key[0].isdigit() and not is_negation(key)] for side in words]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        found.kinds.add("number")
        found.meaning.add("number")
    if len(negations[0]) != len(negations[1]):
        found.kinds.add("negated")
        found.meaning.add("negation")
    if any(rest) or not found.kinds & {"number", "negated"}:
        found.kinds.add("substituted")
    _changed(found, one, other, piece)


def _plain_words(side: Side, begin: int, end: int) -> list[str]:
    """The keys that are the speaker's words."""
    return [
        key for place, key in enumerate(side.normal.keys[begin:end], begin) if key != GAP and place not in side.normal.bracketed
    ]


def _is_frame(words: list[str]) -> bool:
    """Whether words introduce what somebody said: he said that; in a statement she stressed."""
    return len(words) <= _LONGEST_FRAME and any(
        subject not in _SPEAKING_THEMSELVES
        and verb.endswith(("ed", "said", "told", "says"))
        and verbs_of(verb) & _reporting_verbs()
        for subject, verb in pairwise(words[-_AFTER_VERB - 2 :])
    )


@cache
def _reporting_verbs() -> frozenset[str]:
    return frozenset(
        row["cue"] for row in load_lexicon("cues").rows if row["kind"] == "verb" and "clause" in row["takes"].split()
    )


def _ends_a_sentence(side: Side, place: int) -> bool:
    """Whether a sentence ends before a token."""
    if not place:
        return False
    return _SENTENCE_END.search(side.text, side.normal.ends[place - 1], side.normal.begins[place]) is not None


def _is_clause(side: Side, begin: int, end: int) -> bool:
    """Whether words are a clause of their own, so that a “not” among them negates nothing that is kept."""
    keys, normal = side.normal.keys, side.normal
    if end - begin < _SHORTEST_CLAUSE:
        return False
    before = side.text[normal.ends[begin - 1] : normal.begins[begin]] if begin else "."
    after = side.text[normal.ends[end - 1] : normal.begins[end]] if end < len(keys) else "."
    opens = _CLAUSE_MARK.search(before) is not None or keys[begin] in _JOINS
    return opens and (_CLAUSE_MARK.search(after) is not None or keys[min(end, len(keys) - 1)] in _JOINS)


def _is_item(side: Side, begin: int, end: int) -> bool:
    """Whether words are one of several that are listed: a comma or “and” beside them, and more than small words."""
    keys, normal = side.normal.keys, side.normal
    if all(map(is_function_word, keys[begin:end])):
        return False
    before = side.text[normal.ends[begin - 1] : normal.begins[begin]] if begin else ""
    after = side.text[normal.ends[end - 1] : normal.begins[end]] if end < len(keys) else ""
    beside = {keys[begin], keys[end - 1], keys[begin - 1] if begin else "", keys[end] if end < len(keys) else ""}
    return bool(_LIST_MARK.search(before) or _LIST_MARK.search(after)) or not _AND.isdisjoint(beside)


def _moved(found: Changes, one: Side, other: Side, pieces: Sequence[Piece]) -> None:
    """Words that both have, in another place."""
    here = [one.normal.keys[piece.begin : piece.end] for piece in pieces if piece.tag in ("delete", "replace")]
    there = {
        run for piece in pieces if piece.tag in ("insert", "replace")
        for run in _runs_of(other.normal.keys[piece.other_begin : piece.other_end])
    }  # fmt: skip
    if there and any(not there.isdisjoint(_runs_of(keys)) for keys in here):
        found.kinds.add("reordered")


def _runs_of(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for begin in range(len(keys) - _FEWEST_MOVED + 1):
        run = tuple(keys[begin : begin + _FEWEST_MOVED])
        if not all(map(is_function_word, run)):
            yield run


def _marks_differ(one: Side, other: Side, pieces: Sequence[Piece]) -> bool:
    """Whether other signs stand between words that are neighbours in both stretches, or at edges that both have."""
    here, there = one.normal, other.normal
    pairs = list[tuple[str, str]]()
    if pieces[0].tag == "equal":
        pairs.append((one.text[: here.begins[0]], other.text[: there.begins[0]]))
    for piece in pieces if one.text != other.text else ():
        if piece.tag == "equal":
            for place in range(piece.begin, piece.end - 1):
                that = place - piece.begin + piece.other_begin
                between = (
                    one.text[here.ends[place] : here.begins[place + 1]],
                    other.text[there.ends[that] : there.begins[that + 1]],
                )
                if all(between):  # empty inside a short form
                    pairs.append(between)
    if pieces[-1].tag == "equal":
        pairs.append((one.text[here.ends[-1] :], other.text[there.ends[-1] :]))
    return any(mark != that and _mark(mark) != _mark(that) for mark, that in pairs)


def _mark(between: str) -> str:
    """Signs between two words, without brackets, spaces counting as one."""
    return " ".join(between.replace("[", "").replace("]", "").split())
