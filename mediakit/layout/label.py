"""Labelling: named rules first, then the shape of the text, then what opens the article.

1. Blank lines are blank; lines broken at a fixed width are taken together (blocks.py).
2. A line that a named rule knows gets that rule's label (furniture.py).
3. The article is the run of paragraphs with the most prose in it; what stands outside is not body.
4. Before the run stand title, dek, byline, date and captions (opening.py).
Where no rule fires inside the run a line stays body: text is never lost on a doubt.
"""

from itertools import pairwise, zip_longest
from typing import NamedTuple

from mediakit.layout.blocks import Block, blocks_of, lines_of
from mediakit.layout.furniture import AUTHOR_BOX, BULLET, LINE_RULES, LONE_NAME, SPEAKER, is_buttons
from mediakit.layout.opening import label_opening


class Line(NamedTuple):
    """One line of a text: where it stands, what it is, and by which rule."""

    begin: int
    end: int
    label: str
    rule: str
    confidence: str
    why: str


_SHORT, _FURNITURE, _PROSE_AT_MOST = -4, -6, 80  # what a block adds to the run it stands in
_LONGEST_WORD = 60  # characters; what has longer ones is no line that a rule could know
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
    begin, end = _article_run(blocks)
    begin = label_opening(blocks, begin, end, title)
    _label_run(blocks[begin:end])
    for block in blocks:
        block.decide("other", "outside_article", "check", "stands outside the run of paragraphs that is the article")
    return _placed(lines, blocks)


def _apply_named_rules(block: Block) -> None:
    if block.n_words <= _BUTTONS_AT_MOST and is_buttons(block.text):
        block.decide("share", "buttons", "certain", "nothing but words and signs of buttons")
    for rule in LINE_RULES:
        fits = block.n_words <= rule.longest and len(block.text) <= _LONGEST_WORD * rule.longest
        if fits and rule.pattern.search(block.text):
            block.decide(rule.label, rule.name, rule.confidence, rule.why)


def _label_related_lists(blocks: list[Block]) -> None:
    """Short or bulleted lines under a heading such as “Read more” belong to it."""
    under_heading = False
    for block in blocks:
        if block.label:
            under_heading = block.rule == "related_heading"
        elif under_heading and (BULLET.match(block.text) or not block.is_prose):
            block.decide("related", "related_list", "likely", "stands in the list under a heading for other articles")
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
        elif above.n_words <= 5 and LONE_NAME.match(above.text) and below.text.startswith(above.text):
            above.decide("byline", "name_above_biography", "certain", "a lone name above its biography")
            below.decide("bio", "biography", "certain", "begins with the name that stands alone above it")


def _article_run(blocks: list[Block]) -> tuple[int, int]:
    """The stretch of blocks with the most prose in it, everything else weighing against it.

    Without any prose the whole text is the run.
    """
    best, best_begin, best_end, total, begin = 0, 0, 0, 0, 0
    for place, block in enumerate(blocks):
        if total <= 0:
            total, begin = 0, place
        if block.is_prose:
            total += min(block.n_words, _PROSE_AT_MOST)
        else:
            total += _FURNITURE if block.label else _SHORT
        if total > best:
            best, best_begin, best_end = total, begin, place + 1
    return (best_begin, best_end) if best else (0, len(blocks))


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
            and not block.text.endswith((":", ",", ";", "."))
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
