"""The older layout of Nexis: “3 of 100 DOCUMENTS” above each article, names of fields in capitals, lines of a fixed width."""

from mediakit.loaders.nexis_fields import BELOW, COPYRIGHT, Article, UnknownLayoutError, field_of, keep_stretch
from mediakit.loaders.paragraphs import Line
from mediakit.loaders.pieces import Piece
from mediakit.loaders.printed import date_of


def older_article(lines: list[Line], _filled: list[Line]) -> Article:
    """An article of the older layout: stretches between blank lines, wrapped at a fixed width."""
    stretches = _stretches(lines)
    dates = [place for place, stretch in enumerate(stretches[:8]) if date_of(" ".join(stretch)) is not None]
    if not dates or dates[0] == 0:
        first = lines[0].number if lines else 1
        raise UnknownLayoutError(first, "outlet and then a line with the date were expected below “n of m DOCUMENTS”")
    date = dates[0]
    outlet = " ".join(text for text in stretches[date - 1] if not COPYRIGHT.match(text))
    fields: dict[str, object] = {"outlet": outlet, "published": date_of(" ".join(stretches[date]))}
    place = date + 1
    head: list[list[str]] = []
    begin = None
    while place < len(stretches) and (begin is None or field_of(stretches[place][0])):
        if field_of(stretches[place][0]):
            if begin is not None and field_of(stretches[place][0]) in BELOW:
                break
            keep_stretch(fields, stretches[place])
            begin = place + 1
        else:
            head.append(stretches[place])
        place += 1
        if begin is None and len(head) > 4:
            break
    if begin is None or not head:
        raise UnknownLayoutError(lines[0].number, "a headline and then fields such as “LENGTH:” were expected below the date")
    end = _older_tail(stretches, begin)
    captions = []
    for stretch in stretches[end:]:
        if field_of(stretch[0]):
            keep_stretch(fields, stretch)
        elif COPYRIGHT.match(stretch[0]):
            fields["copyright"] = " ".join(stretch)
    captions = [str(fields.pop("graphic"))] if fields.get("graphic") else []
    title = " ".join(head[0])
    pieces = [
        Piece("title", title, "headline"),
        *(Piece("dek", "\n".join(more), "lines below the headline") for more in head[1:]),
    ]
    pieces.append(Piece("dek", str(fields.pop("highlight", "")), "HIGHLIGHT"))
    pieces += [Piece("body", "\n".join(stretch), "text") for stretch in stretches[begin:end]]
    pieces += [Piece("caption", text, "GRAPHIC") for text in captions]
    return Article(pieces, {"title": title, **fields})


def _older_tail(stretches: list[list[str]], begin: int) -> int:
    """Where the text ends: above the fields and the copyright that close the article."""
    end = len(stretches)
    while end > begin:
        first = stretches[end - 1][0]
        if not COPYRIGHT.match(first) and field_of(first) not in BELOW:
            break
        end -= 1
    return end


def _stretches(lines: list[Line]) -> list[list[str]]:
    """The lines between blank ones, without the blanks that center them."""
    made: list[list[str]] = [[]]
    for line in lines:
        if line.text.strip():
            made[-1].append(line.text.strip())
        elif made[-1]:
            made.append([])
    return [stretch for stretch in made if stretch]
