"""What the words of an article say about it: cut short, masked, or a notice that stands in its place.

Each rule is a pattern for one line and the most words the article's own text may have, because an
article of full length that mentions cookies or asks for a subscription at its end is still an article.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Sign(NamedTuple):
    """A flag, what was seen, and how to mend it."""

    flag: str
    what: str
    mend: str


class _Notice(NamedTuple):
    """A kind of notice: a line that tells it, and the longest text beside which it counts."""

    name: str
    line: re.Pattern[str]
    longest: int  #: words of title, dek and body together
    mend: str
    signs: tuple[bytes, ...]  #: one of them stands in every such line, capitals made small: quicker to look for


_LINE_AT_MOST = 40  # words; a notice is short
#: as NewsAPI cuts the text it gives: “… [+1234 chars]”
_CUT = re.compile(r"\[\s?\+\s?[\d,]{1,9}\s(?:chars?|characters)\s?\]\s*$", re.IGNORECASE)
#: NELA-GT replaces 5 to 7 neighbouring words by this, every 20 to 100 words
_MASK = re.compile(r"(?<!\S)@(?!\S)")
_MASKS_AT_LEAST, _MASKED_SHARE = 5, 0.02
_LOG_IN = "log in to the archive and save the article's full text"
_SAVE = "open the page, accept or reject cookies, and save the article itself"


def _notice(name: str, longest: int, mend: str, signs: str, *patterns: str) -> _Notice:
    return _Notice(name, re.compile("|".join(patterns), re.IGNORECASE), longest, mend, tuple(signs.encode().split(b";")))


NOTICES = (
    _notice(
        "a paywall", 250, _LOG_IN,
        "to read the;to read this;to read on;to read more;to read our;to continue reading;to keep reading;to finish reading"
        ";article is ;story is ;content is ;page is ;want to read more;already a subscriber;already a member"
        ";already an subscriber;already an member;you’ve reached;you’ve read;you’ve used;you've reached;you've read;you've used"
        ";you have reached;you have read;you have used;unlimited access;full access;instant access;digital access",
        r"^(?:please )?(?:subscribe|sign up|sign in|log in|register|join)\b(?: \w+){0,4} to "
        r"(?:(?:continue|keep|finish) reading|read (?:the|this|on|more|our)\b)",
        r"\bto (?:continue|keep|finish) reading\b.*\b(?:subscri\w+|account|sign|log|register|trial)",
        r"^(?:this|the rest of this) (?:article|story|content|page) is (?:\w+ ){0,3}(?:for|to) (?:\w+ ){0,2}"
        r"(?:subscribers|members)\b",
        r"^(?:want to read more|already an? (?:subscriber|member))\?",
        r"^you(?:’ve|'ve| have) (?:reached|read|used) (?:your|all|the|\d+)\b.{0,40}\b(?:limit|free (?:articles|stories))\b",
        r"^(?:unlock|get) (?:unlimited|full|instant) (?:digital )?access\b",
    ),
    _notice(
        "a consent page", 400, _SAVE,
        "your privacy;before you continue;accept all;reject all;allow all;use cookies;on a device"
        ";consent settings;consent preferences;consent choices;cookie settings;cookie preferences;cookie choices"
        ";privacy settings;privacy preferences;privacy choices",
        r"^we (?:value|care about|respect) your privacy\b",
        r"^before you continue(?: to \S+)?\b.{0,20}$",
        r"^(?:accept|reject|allow) all(?: cookies)?$",
        r"^we(?: and our \d* ?partners)? (?:use cookies|store and/or access information on a device)\b",
        r"^manage (?:my |your )?(?:consent|cookie|privacy) (?:settings|preferences|choices)$",
    ),
    _notice(
        "an error page", 120, "look the article up again and save it",
        "404;not found;not be found;page you;page that;access denied;been denied;you are human;you are a human"
        ";are you a robot;are you a human;enable javascript",
        r"^(?:error )?404(?:\W+(?:error|page|file|not found)\b.*)?$",
        r"^(?:oops[!,.]* )?(?:sorry[!,.]* )?(?:the |this )?page (?:\w+ ){0,4}(?:not found|not be found)\b",
        r"^(?:sorry, )?(?:we (?:can’t|can't|cannot|couldn’t|couldn't) find|the) (?:the |that )?page (?:you|that)\b",
        r"^access (?:to this page has been )?denied\b", r"^(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human\b",
        r"^are you a (?:robot|human)\?", r"^(?:please )?enable javascript\b",
    ),
)  # fmt: skip
#: what stands in every text that holds a notice, for a first look at many texts
POSSIBLE_NOTICE = "(?i:{})".format(
    "|".join(re.escape(sign.decode()).replace(r"\ ", r"\s+") for notice in NOTICES for sign in notice.signs)
)


def signs_in(text: str, n_words: int | None) -> Iterator[Sign]:
    r"""What the words of text say about it, each flag once.

    Parameters: text, all of it, furniture too; n_words, words in what was taken for the article, None where
    it is known that no notice stands in it.

    >>> [sign.flag for sign in signs_in("The ferry stopped on Monday, wh… [+1410 chars]", 6)]
    ['truncated']
    >>> [sign.what for sign in signs_in("The ferry stopped.\nSubscribe to continue reading", 3)]
    ['a paywall stands in place of the text: “Subscribe to continue reading”']
    """
    if "]" in text[-200:] and _CUT.search(text[-200:]):
        cut = " ".join(text[-200:].split()[-3:])
        yield Sign("truncated", f"the text is cut short: it ends in “{cut}”", "get the article's full text from its address")
    masks = len(_MASK.findall(text)) if "@" in text else 0
    if masks >= _MASKS_AT_LEAST and masks >= _MASKED_SHARE * len(text.split()):
        what = f"{masks:,} words are masked by @"
        yield Sign("masked", what, "nothing: do not compare its wording or length with unmasked articles")
    notice = None if n_words is None else _notice_in(text, n_words)
    if notice:
        name, line = notice
        yield Sign("stub", f"{name.name} stands in place of the text: “{line}”", name.mend)


def holds_notice(text: str) -> bool:
    """Whether a line of text is a notice that would count beside a short article."""
    return _notice_in(text, 0) is not None


def _notice_in(text: str, n_words: int) -> tuple[_Notice, str] | None:
    """The first notice that is long enough for the article beside it, and its line."""
    small = " ".join(text.split()).encode().lower()
    possible = [notice for notice in NOTICES if n_words <= notice.longest and any(sign in small for sign in notice.signs)]
    if not possible:
        return None
    for line in text.splitlines():
        words = line.split()
        if 0 < len(words) <= _LINE_AT_MOST and len(line) <= 400:
            plain = " ".join(words)
            found = next((notice for notice in possible if notice.line.search(plain)), None)
            if found:
                return found, plain[:120]
    return None
