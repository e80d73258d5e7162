"""What stands before the body: headline, summary, and the lines between them.

A summary (dek) is one of three things: a line or paragraph between the headline and the byline; a
line that the article repeats word for word; or an opening paragraph after which the story starts
over, introducing the same people in full again, as rewritten articles do.
"""

import re
from itertools import pairwise

from mediakit.layout.blocks import NO_SPACES, Block
from mediakit.layout.furniture import BULLET, LONE_NAME
from mediakit.lexicons import lexicon_words
from mediakit.text.words import words_in

_TITLE_AT_MOST, _DEK_AT_MOST = 30, 90  # words
_SUMMARY_LINES, _TRAIL_HEADLINE = 3, 4  # lines a headline may stand above its summary; words of a headline in a trail
_SHOUTED_FROM, _SHOUTED_SHARES = 3, 2  # words of a headline in capitals; those of them that the article says too
_RETOLD = 0.4  # share of the summary's content words that the next paragraph says again
_SMALL_WORD = 4  # letters; words that titles set small
_JOINING = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "than", "the", "to", "with")
)
_FULL_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")


def label_opening(blocks: list[Block], begin: int, end: int, title: str | None) -> int:
    """Label headline, summary and site name before the run; return where the body begins."""
    prose = [block for block in blocks[begin:end] if block.is_prose]
    _label_tagline(blocks[:begin])
    until = blocks.index(prose[0]) + 1 if prose else end  # below the first paragraph it is a repetition
    headline = _find_given_title(blocks[:until], title)
    rule = ("title", "given_title", "certain", "equals the title given with the article")
    if headline is None:
        headline = _find_headline(blocks[:end], prose)
        rule = ("title", "headline", "likely", "of the lines above the article, the one that goes best with its words")
    if headline is not None:
        _free(blocks[headline:until])
        blocks[headline].decide(*rule)
        headline = _label_broken_headline(blocks[:until], headline)
        begin = max(begin, headline + 1) if headline >= begin else begin
        _label_names(blocks[headline + 1 : until], prose)
        _label_between(blocks[headline + 1 : end], max(begin - headline - 1, 0))
    opening = [block for block in blocks[begin:end] if block.is_prose][:2]
    if len(opening) == 2 and opening[0].n_words <= _DEK_AT_MOST and starts_over(opening[0].text, opening[1].text):
        opening[0].decide("dek", "retold", "likely", "a summary: the next paragraph begins the story again with the same names")
    return begin


def _label_broken_headline(blocks: list[Block], headline: int) -> int:
    """The lines that a headline broken over several lines begins or goes on with; return the last one's place."""
    spaced = any(below.lines[0] > above.lines[-1] + 1 for above, below in pairwise(blocks))
    why = "the headline goes on over the break of the line"
    first, n_words = headline, blocks[headline].n_words
    while first and _goes_on(blocks[first - 1], blocks[first], n_words, spaced=spaced):
        first -= 1
        n_words += blocks[first].n_words
        blocks[first].decide("title", "broken_headline", "likely", why)
    while headline + 1 < len(blocks) and _goes_on(blocks[headline], blocks[headline + 1], n_words, spaced=spaced):
        headline += 1
        n_words += blocks[headline].n_words
        blocks[headline].decide("title", "broken_headline", "likely", why)
    return headline


def _goes_on(above: Block, below: Block, n_words: int, *, spaced: bool) -> bool:
    """Whether a headline runs from above into below, right under it.

    It does where above ends with a word that joins; in a text with blank lines also where below
    begins with one, or both are set alike.
    """
    undecided = [block for block in (above, below) if block.label != "title"]
    if below.lines[0] != above.lines[-1] + 1 or any(block.label or block.is_prose for block in undecided):
        return False
    if n_words + sum(block.n_words for block in undecided) > _TITLE_AT_MOST:
        return False
    ends, begins = words_in(above.text.lower())[-1:], words_in(below.text.lower())[:1]
    joined = above.text.endswith((",", "–", "—", "-", "&")) or (ends and ends[0] in _JOINING)
    if not spaced:
        return bool(joined)
    return bool(
        joined or (begins and (begins[0] in _JOINING or below.text[0].islower())) or _same_capitals(above.text, below.text)
    )


def _same_capitals(above: str, below: str) -> bool:
    """Whether both lines are set in capitals, or both with a capital to each longer word, and below is no name."""
    if above.isupper() or below.isupper():
        return above.isupper() and below.isupper()
    if LONE_NAME.match(below):
        return False
    return all(word[0].isupper() for line in (above, below) for word in words_in(line) if len(word) > _SMALL_WORD)


def _free(opening: list[Block]) -> None:
    """What stands from the headline to the first paragraph is no list of other articles."""
    for block in opening:
        if block.rule == "related_list":
            block.label = ""


def _label_names(below: list[Block], prose: list[Block]) -> None:
    """A lone name between headline and article that the article does not speak of: who wrote it."""
    for place, block in enumerate(below):
        if block.label or not 2 <= block.n_words <= 5 or not LONE_NAME.match(block.text):
            continue
        dated = any(near.label == "date" for near in below[max(0, place - 2) : place + 3])
        if (place <= 2 or dated) and not any(block.text in paragraph.text for paragraph in prose):
            block.decide(
                "byline", "name_under_headline", "likely", "a lone name under the headline that the article does not mention"
            )
            return


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
    if _is_shouted_below_a_slogan([blocks[place] for place in candidates]) and shared[candidates[-1]] >= _SHOUTED_SHARES:
        return candidates[-1]
    most = max(shared.values(), default=0)
    if most == 0:  # a headline may be a play on words; then it must be the only line there
        return candidates[0] if len(candidates) == 1 else None
    best = max(candidates, key=lambda place: (shared[place], -place))
    best = next((place for place in candidates if _holds(blocks[best].text, blocks[place].text)), best)
    return next(place for place in candidates if best - _SUMMARY_LINES <= place and shared[place] >= shared[best] / 2)


def _is_shouted_below_a_slogan(candidates: list[Block]) -> bool:
    """Whether the line nearest to the article is set in capitals and the others, such as the slogan of the site, are not."""
    *above, last = [block.text.isupper() for block in candidates] or [False]
    return last and not any(above) and candidates[-1].n_words >= _SHOUTED_FROM


def _holds(trail: str, headline: str) -> bool:
    """Whether a line is the trail of sections that leads to a headline, with the headline at its end."""
    return len(headline) < len(trail) and len(words_in(headline)) >= _TRAIL_HEADLINE and trail.endswith(headline)


def _is_headlike(block: Block) -> bool:
    """Undecided, of a headline's length, no item of a list, and not closed like a sentence."""
    fits = (not block.label or block.rule == "related_list") and 2 <= block.n_words <= _TITLE_AT_MOST
    return fits and not block.text.endswith((".", ":", ",")) and not BULLET.match(block.text)


def _label_between(below: list[Block], n_before: int) -> None:
    """Undecided lines between the headline and the first paragraph; a paragraph above the byline.

    Parameters: below, the blocks below the headline; n_before, how many of them stand above the article.
    """
    first = next((place for place, block in enumerate(below) if block.is_prose), len(below))
    body = below[first].text if first < len(below) else ""
    for block in below[:first]:
        if begins_with(body, block.text):
            block.decide("dek", "repeated", "certain", "the first paragraph begins with the same words")
        elif 5 <= block.n_words <= _DEK_AT_MOST:
            block.decide("dek", "under_headline", "likely", "stands between the headline and the first paragraph")
    if first + 1 < len(below) and below[first].n_words <= _DEK_AT_MOST // 2:
        following = next((block for block in below[first + 1 :] if block.label not in ("caption", "share", "other")), None)
        signed = any(block.label in ("byline", "date") for block in below[:first])
        if following is not None and following.label in ("byline", "date") and not signed:
            below[first].decide("dek", "above_byline", "likely", "stands between the headline and the byline")
        elif first < min(n_before, _SUMMARY_LINES):
            below[first].decide("dek", "sentence_under_headline", "likely", "a sentence under the headline, above the article")


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
    pairs = {run[at : at + 2] for run in NO_SPACES.findall(text) for at in range(len(run) - 1)}  # of scripts without spaces
    return pairs | ({word for word in plain if len(word) > 2} - lexicon_words("function_words"))
