"""Whether the article was cut out of the page well: the signs that it was not, each with its weight.

No extractor says when it fails. What does: that the others answer otherwise, that much running text was
left outside, that the answer is hardly running text, very short or full of gaps, that it runs over a second headline.
The weights are set by hand; benchmarks/check_extraction.py tells how many poor pages they find.
"""

from collections.abc import Sequence

from mediakit.loaders.html_body import Lines, Places, agreement, is_prose, size_of

CHECK_FROM = 0.6  #: doubt from which a page is flagged check_extraction
_AGREES, _OUTSIDE, _PROSE, _SHORT, _DENSE = 0.95, 0.2, 0.7, 800, 0.85  # up to (or from) here nothing is odd
_SECOND_HEADLINE = 0.3


def doubts(lines: Lines, taken: Places, others: Sequence[Places]) -> dict[str, float]:
    """The signs that the lines taken are not the article, with their weights; they are added up.

    Parameters: lines, the visible lines; taken, the places of those taken for the article; others, the
    places that other extractors took.
    """
    if not taken:
        return {"no line of the page reads like an article": 1.0}
    size = size_of(lines, taken)
    begin, end = min(taken), max(taken) + 1
    prose = {place for place, line in enumerate(lines) if not line.hidden and is_prose(line)}
    outside = size_of(lines, prose - taken) / max(1, size_of(lines, prose))
    agrees = sum(agreement(lines, taken, other) for other in others) / max(1, len(others))
    second = any("h1" in line.places and line.links < 0.5 and not line.hidden for line in lines[begin:end])
    found = {
        f"other extractors have {agrees:.0%} of it in common": 2 * (_AGREES - agrees) if others else 0,
        f"{outside:.0%} of the page's running text is outside": outside - _OUTSIDE,
        f"{size_of(lines, prose & taken) / size:.0%} of it is running text": _PROSE - size_of(lines, prose & taken) / size,
        f"it has only {size} characters": 1 - size / _SHORT,
        "it has gaps": _DENSE - size / size_of(lines, range(begin, end)),
        "a second headline stands in it": _SECOND_HEADLINE if second else 0,
    }
    return {sign: weight for sign, weight in found.items() if weight > 0}
