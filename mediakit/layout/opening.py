"""What stands before the body: headline, summary, and the lines between them.

A summary (dek) is one of three things: a line or paragraph between the headline and the byline; a
line that the article repeats word for word; or an opening paragraph after which the story starts
over, introducing the same people in full again, as rewritten articles do.
"""

import re

from mediakit.layout.blocks import Block
from mediakit.layout.furniture import BULLET
from mediakit.lexicons import lexicon_words
from mediakit.text.words import words_in

_TITLE_AT_MOST, _DEK_AT_MOST = 30, 90  # words
_RETOLD = 0.4  # share of the summary's content words that the next paragraph says again
_FULL_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")


def label_opening(blocks: list[Block], begin: int, end: int, title: str | None) -> int:
    """Label headline, summary and site name before the run; return where the body begins."""
    prose = [block for block in blocks[begin:end] if block.is_prose]
    _label_tagline(blocks[:begin])
    until = blocks.index(prose[0]) + 1 if prose else end  # below the first paragraph it is a repetition
    headline = _find_given_title(blocks[:until], title)
    if headline is not None:
        blocks[headline].decide("title", "given_title", "certain", "equals the title given with the article")
    else:
        headline = _find_headline(blocks[:end], prose)
    if headline is not None:
        why = "of the lines above the article, the one that goes best with its words"
        blocks[headline].decide("title", "headline", "likely", why)
        begin = max(begin, headline + 1) if headline >= begin else begin
        _label_between(blocks[headline + 1 : end])
    opening = [block for block in blocks[begin:end] if block.is_prose][:2]
    if len(opening) == 2 and opening[0].n_words <= _DEK_AT_MOST and starts_over(opening[0].text, opening[1].text):
        opening[0].decide("dek", "retold", "likely", "a summary: the next paragraph begins the story again with the same names")
    return begin


def _label_tagline(before: list[Block]) -> None:
    """A line that repeats the site's address before the headline."""
    names = [block.text.lower().rstrip("/") for block in before if block.rule == "site_name"][:1]  # a site has one name
    for block in before:
        if any(name in block.text.lower() for name in names) and block.n_words <= 20:
            block.decide("other", "tagline", "certain", "repeats the name of the site above the headline")


def _find_given_title(blocks: list[Block], title: str | None) -> int | None:
    """Place of the line that equals the title given with the article, whatever the case."""
    given = words_in((title or "").lower())
    same = (place for place, block in enumerate(blocks) if given and words_in(block.text.lower()) == given)
    return next(same, None)


def _find_headline(blocks: list[Block], prose: list[Block]) -> int | None:
    """Place of the likeliest headline above the first paragraph."""
    if not prose:
        return None
    above = blocks[: blocks.index(prose[0])]
    candidates = [place for place, block in enumerate(above) if _is_headlike(block)]
    # of several lines, one that the first paragraph repeats word for word is its summary
    candidates = [place for place in candidates if not begins_with(prose[0].text, blocks[place].text)] or candidates
    said = set().union(*(content_words(block.text) for block in prose)) if candidates else set()
    shared = {place: len(content_words(blocks[place].text) & said) for place in candidates}
    most = max(shared.values(), default=0)
    if most == 0:  # a headline may be a play on words; then it must be the only line there
        return candidates[0] if len(candidates) == 1 else None
    return next(place for place in candidates if shared[place] >= most / 2)  # a headline stands above its summary


def _is_headlike(block: Block) -> bool:
    """Undecided, of a headline's length, no item of a list, and not closed like a sentence."""
    fits = not block.label and 2 <= block.n_words <= _TITLE_AT_MOST
    return fits and not block.text.endswith((".", ":", ",")) and not BULLET.match(block.text)


def _label_between(below: list[Block]) -> None:
    """Undecided lines between the headline and the first paragraph; a paragraph above the byline."""
    first = next((place for place, block in enumerate(below) if block.is_prose), len(below))
    body = below[first].text if first < len(below) else ""
    for block in below[:first]:
        if begins_with(body, block.text):
            block.decide("dek", "repeated", "certain", "the first paragraph begins with the same words")
        elif 5 <= block.n_words <= _DEK_AT_MOST:
            block.decide("dek", "under_headline", "likely", "stands between the headline and the first paragraph")
    if first + 1 < len(below) and below[first].n_words <= _DEK_AT_MOST // 2:
        following = next((block for block in below[first + 1 :] if block.label not in ("caption", "share", "other")), None)
        if following is not None and following.label in ("byline", "date"):
            below[first].decide("dek", "above_byline", "likely", "stands between the headline and the byline")


def begins_with(text: str, opening: str) -> bool:
    """Whether text begins with the words of opening, whatever the case and punctuation."""
    words = words_in(opening.lower())
    return words_in(text[: 2 * len(opening) + 80].lower())[: len(words)] == words


def starts_over(summary: str, following: str) -> bool:
    """Whether following tells the story of summary from the start again.

    Two signs together: it introduces in full again a name that summary gave in full, where running
    text would go on with the surname; and it repeats much of summary's vocabulary.

    >>> starts_over("Mayor Ada Boyle closed the pier on Monday.", "On Monday, Mayor Ada Boyle ordered the pier closed.")
    True
    >>> starts_over("Mayor Ada Boyle closed the pier on Monday.", "Boyle said the pier had cracks.")
    False
    """
    names = set(_FULL_NAME.findall(summary)) & set(_FULL_NAME.findall(following))
    told, again = content_words(summary), content_words(following)
    return bool(names) and len(told & again) >= _RETOLD * min(len(told), 25)


def content_words(text: str) -> set[str]:
    """The words of text that carry content, in lower case, possessives taken off."""
    plain = {word.lower().removesuffix("’s").removesuffix("'s") for word in words_in(text)}
    return {word for word in plain if len(word) > 2} - lexicon_words("function_words")
