"""Labelling: named rules first, then the shape of the text, then what opens the article.

1. Blank lines are blank; lines broken at a fixed width are taken together (blocks.py).
2. A line that a named rule knows gets that rule's label (furniture.py, furniture_abroad.py).
3. The article is the stretch that reads most like running text; what stands outside is not body (run.py).
4. Before the stretch stand title, dek, byline, date and captions (opening.py).
5. Where many articles are read together, lines that an outlet repeats are furniture too (repeated.py).
Where no rule fires inside the stretch a line stays body: text is never lost on a doubt.
"""

import re
from collections import Counter
from itertools import pairwise, zip_longest
from typing import NamedTuple

from mediakit.layout.blocks import Block, blocks_of, count_words, lines_of
from mediakit.layout.furniture import AUTHOR_BOX, BULLET, LINE_RULES, LONE_NAME, OUTSIDE_RULES, SPEAKER, is_buttons
from mediakit.layout.opening import label_opening
from mediakit.layout.rules import LineRule
from mediakit.layout.run import article_run


class Line(NamedTuple):
    """One line of a text: where it stands, what it is, and by which rule."""

    begin: int
    end: int
    label: str
    rule: str
    confidence: str
    why: str


_CLOSING = {
    "comment_heading", "related_heading", "comment_notice", "newsletter", "author_box_abroad",
    "comments_abroad", "related_heading_abroad", "newsletter_abroad", "cookies", "cookies_abroad", "disclaimer",
}  # fmt: skip
_HINTS = {hint.name: (hint.label, hint.name, hint.confidence, hint.why) for hint in OUTSIDE_RULES}
_HINTS["teaser"] = ("related", "teaser", "likely", "a short text under the headline of another article")
_TEASER_AT_MOST = 30  # words
_HEADLINE_RULES = ("source_credit", "inline_link", "photo_credit", "picture_agency", "picture_description")
_HEADLINE_AT_LEAST = 5  # words
_RELATED_HEADINGS = ("related_heading", "related_heading_abroad")
_LONGEST_WORD = 60  # characters; what has longer ones is no line that a rule could know
_AGAIN = 3
_SUBHEAD_AT_MOST, _BUTTONS_AT_MOST = 12, 30  # words


def label_lines(text: str, *, title: str | None = None) -> list[Line]:
    r"""Every line of text with its label, the rule that fired and how sure it is.

    Parameters: text, as loaded; title, the headline where a manifest or a column gives it.
    The lines joined are the text, character for character.

    >>> text = "Ferry halted\n\nThe ferry did not leave the harbour on Monday.\n\nLeave a comment"
    >>> [line.label for line in label_lines(text)]
    ['title', 'blank', 'body', 'blank', 'comment_form']
    """
    lines = lines_of(text)
    blocks = blocks_of(lines)
    for block in blocks:
        _apply_named_rules(block)
    _label_author_boxes(blocks)
    _label_related_lists(blocks)
    _free_headline(blocks)
    begin, end = article_run(blocks)
    begin = label_opening(blocks, begin, end, title)
    _label_repeated(blocks[begin:end])
    _label_run(blocks[begin:end])
    for block in blocks:
        if block.hint in _HINTS:
            block.decide(*_HINTS[block.hint])
        block.decide("other", "outside_article", "check", "stands outside the run of paragraphs that is the article")
    return _placed(lines, blocks)


def _apply_named_rules(block: Block) -> None:
    if block.n_words <= _BUTTONS_AT_MOST and is_buttons(block.text):
        block.decide("share", "buttons", "certain", "nothing but words and signs of buttons")
        return
    small = block.text.casefold()
    known = next((rule for rule in LINE_RULES if _fires(rule, block, small)), None)
    if known:
        block.decide(known.label, known.name, known.confidence, known.why)
        block.closes = known.name in _CLOSING
    else:
        block.hint = next((rule.name for rule in OUTSIDE_RULES if _fires(rule, block, small)), "")


def furniture_named(words: str) -> tuple[str, str, str, str] | None:
    """Label, rule, confidence and why of a line outside the article that a named rule knows for furniture, else None.

    What says who wrote an article, when, or where it came from is not asked for: it may speak of another one.

    >>> furniture_named("Leave a comment")[0], furniture_named("By Ama Boyle") is None
    ('comment_form', True)
    """
    block = Block([], " ".join(words.split()), count_words(words))
    _apply_named_rules(block)
    if block.label in ("", "byline", "date", "source_credit"):
        return None
    return block.label, block.rule, block.confidence, block.why


def _fires(rule: LineRule, block: Block, small: str) -> bool:
    """Whether a rule knows a block; small is its text, capitals made small."""
    if block.n_words > rule.longest or len(block.text) > _LONGEST_WORD * rule.longest:
        return False
    return any(sign in small for sign in rule.signs) and rule.pattern.search(block.text) is not None


def _free_headline(blocks: list[Block]) -> None:
    """The first line of a text is a headline, though it begins with “Source:” or “Watch:”, where no other can be."""
    above = blocks[: next((at for at, block in enumerate(blocks) if block.is_prose), 0)]
    if not above or any(not block.label for block in above):
        return
    if above[0].rule in _HEADLINE_RULES and above[0].n_words >= _HEADLINE_AT_LEAST:
        above[0].label = ""


def _label_related_lists(blocks: list[Block]) -> None:
    """Short or bulleted lines under a heading such as “Read more” belong to it."""
    under_heading = False
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.label:
            under_heading = block.rule in _RELATED_HEADINGS
        elif under_heading and (BULLET.match(block.text) or not block.is_prose):
            block.decide("related", "related_list", "likely", "stands in the list under a heading for other articles")
        elif under_heading and block.n_words <= _TEASER_AT_MOST and not (following and following.is_prose):
            block.hint = "teaser"
        else:
            under_heading = False


def _label_author_boxes(blocks: list[Block]) -> None:
    """A lone name above a paragraph that begins with it: the byline and the author's biography."""
    for above, below in pairwise(blocks):
        if above.label or below.label:
            continue
        if AUTHOR_BOX.match(above.text):
            above.decide("bio", "author_box", "certain", "heads the author's biography")
            below.decide("bio", "author_box", "certain", "stands under a heading for the author's biography")
        elif above.n_words <= 5 and LONE_NAME.match(above.text) and re.match(rf"{re.escape(above.text)}\b", below.text):
            above.decide("byline", "name_above_biography", "certain", "a lone name above its biography")
            below.decide("bio", "biography", "certain", "begins with the name that stands alone above it")


def _label_repeated(run: list[Block]) -> None:
    """A short line that stands in the article again and again is a button or a box of the page."""
    times = Counter(block.text for block in run)
    for block in run:
        if times[block.text] >= _AGAIN and not block.is_prose:
            block.decide("other", "again_and_again", "likely", "the same short line stands in the article three times or more")


def _label_run(run: list[Block]) -> None:
    """Body, but for short headings between paragraphs."""
    for block, following in zip_longest(run, run[1:]):
        if block.is_prose:
            block.decide("body", "prose", "certain", "a paragraph of the article")
        elif BULLET.match(block.text):
            block.decide("body", "list_item", "likely", "an item of a list inside the article")
        elif SPEAKER.match(block.text):
            block.decide("body", "speaker", "likely", "begins with the name of who speaks, as in a transcript")
        elif (
            following is not None
            and block is not run[0]
            and block.n_words <= _SUBHEAD_AT_MOST
            and not block.text.rstrip("”’\"'»").endswith((":", ",", ";", "."))
        ):
            block.decide("subhead", "short_line", "likely", "a short line without a full stop between paragraphs")
        block.decide("body", "inside_article", "check", "no rule knows this line, and it stands inside the article")


def _placed(lines: list[str], blocks: list[Block]) -> list[Line]:
    """The decision of each block on each of its lines, with positions."""
    decided = {index: block for block in blocks for index in block.lines}
    placed, begin = [], 0
    for index, line in enumerate(lines):
        end = begin + len(line)
        block = decided.get(index)
        if block is None:
            placed.append(Line(begin, end, "blank", "blank", "certain", "nothing but white space"))
        else:
            placed.append(Line(begin, end, block.label, block.rule, block.confidence, block.why))
        begin = end
    return placed
