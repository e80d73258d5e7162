"""Where the article stands: the stretch of blocks that reads most like running text.

Every block counts for or against the stretch it stands in; the stretch with the largest sum is the
article. The numbers are words, chosen by hand, and few:

- a long paragraph counts as many words as it has, up to a limit: one endless line is no article;
- a sentence in the company of other sentences counts its words too; one that stands alone between
  short lines, as under the headlines of a front page, counts against;
- an item of a list counts hardly anything: articles hold lists, and so do pages;
- a short line, and a line that a named rule knows, count against;
- a line that closes articles (a heading for comments, an author's biography) counts most against,
  so that an article ends there unless much more of it follows.
"""

from collections.abc import Iterable, Iterator

from mediakit.layout.blocks import Block
from mediakit.layout.furniture import BULLET

LONG = 40  # words; a paragraph of this length needs no company
DENSE = 100  # words; a stretch that counts less is too short to judge by company
MOST = 60  # words; what a paragraph counts at most
SHORT, FURNITURE, ITEM, HINTED, CLOSING = -6, -6, -1, -25, -40
COMPANY = 3  # how many blocks on either side are looked at


def article_run(blocks: list[Block]) -> tuple[int, int]:
    """Begin and end of the stretch of blocks with the largest sum; all of them where there is no prose.

    A short text has few sentences and little company for them: where the best stretch counts less
    than DENSE words, every sentence counts its words.
    """
    most, begin, end = _best_stretch(points_of(blocks))
    if most < DENSE:
        most, begin, end = _best_stretch(points_of(blocks, company_needed=0))
    return (begin, end) if most else (0, len(blocks))


def _best_stretch(points: Iterable[int]) -> tuple[int, int, int]:
    """The largest sum of a stretch, and its begin and end."""
    best, best_begin, best_end, total, begin = 0, 0, 0, 0, 0
    for place, counted in enumerate(points):
        if total <= 0:
            total, begin = 0, place
        total += counted
        if total > best:
            best, best_begin, best_end = total, begin, place + 1
    return best, best_begin, best_end


def points_of(blocks: list[Block], *, company_needed: int = 2) -> Iterator[int]:
    """What each block counts for the stretch it stands in."""
    undecided = [place for place, block in enumerate(blocks) if not block.label]
    rank = {place: number for number, place in enumerate(undecided)}
    prose = [blocks[place].is_prose for place in undecided]
    for place, block in enumerate(blocks):
        if block.label:
            yield CLOSING if block.closes else FURNITURE
        elif block.hint:
            yield HINTED
        elif not block.is_prose:
            yield ITEM if BULLET.match(block.text) else SHORT
        elif block.n_words >= LONG:
            yield min(block.n_words, MOST)
        else:
            at = rank[place]
            company = max(sum(prose[max(0, at - COMPANY) : at]), sum(prose[at + 1 : at + 1 + COMPANY]))
            yield block.n_words if company >= company_needed else block.n_words // 4 if company else SHORT
