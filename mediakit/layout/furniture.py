"""The named rules that know a line by its own words, in the order they are tried.

Each rule is a sentence one can check against the line: its label, what it looks for, and how long a
line it may fire on (a paragraph that mentions a newsletter is not a newsletter box). To add one, add
a record here and a case to tests/layout/test_furniture.py.
"""

import re
from typing import NamedTuple

from mediakit.lexicons import lexicon_words

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?<!\d)(?:{WEEKDAY},?\s+)?(?:{_DAY}\s+{MONTH},?(?:\s+\d{{4}})?|{MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?!\d)"
)
_TIME = (
    r"(?<!\d)(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?:\s*[A-Z]{2,5}\b)?(?!\d)"
)
_NAME = r"[A-ZÀ-Þ][\w.'’\-]*(?:\s+(?:(?:de|del|di|da|van|von|der|den|bin|al|el|la|le|ten)\s+)*[A-ZÀ-Þ][\w.'’\-]*){0,4}"


class LineRule(NamedTuple):
    """A rule on one line: the label it gives, why, and the longest line it may fire on."""

    name: str
    label: str
    why: str
    pattern: re.Pattern[str]
    longest: int  # words
    confidence: str = "certain"


def _rule(name: str, label: str, why: str, pattern: str, longest: int, confidence: str = "certain") -> LineRule:  # noqa: PLR0917
    return LineRule(name, label, why, re.compile(pattern, re.IGNORECASE), longest, confidence)


LINE_RULES = (
    _rule("bare_number", "other", "nothing but a number, such as a count of comments",
          r"^(?!\d{1,2}[./]\d{1,2}[./]\d{2,4}$)[\d\s.,]*\d[\d\s.,]*$", 3),
    _rule("signs", "other", "nothing but signs, such as a row of stars", r"^[\W_]+$", 1),
    _rule("site_name", "other", "nothing but a web address: the name of the site",
          r"^(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/?$", 3),
    _rule("source_credit", "source_credit", "names where the text came from",
          r"^(?:(?:original\s+)?source(?:\s+(?:credit|link))?"
          r"|original\s+(?:article|story|post|report)|(?:article|story)\s+source"
          r"|(?:originally|first)\s+(?:published|appeared|posted|reported)(?:\s+(?:by|on|in|at))?|via)"
          r"\s*[:–—]\s*(?P<source>\S.*)$", 14),
    _rule("first_published", "source_credit", "says where the text was first published",
          r"^(?:this\s+(?:article|story|post|piece|report)\s+)?(?:was\s+)?(?:originally|first)\s+"
          r"(?:published|appeared|posted)\s+(?:by|on|in|at)\s+(?P<source>.+?)\.?$", 20),
    _rule("comment_heading", "comment_form", "invites a comment or counts comments",
          r"^(?:(?:leave|post|add|write|submit|make)\s+(?:a|your)\s+(?:reply|comment|response)\b.*"
          r"|(?:\d+\s+|no\s+)?(?:comments?|replies|responses)(?:\s+\(\d+\))?:?|join the (?:discussion|conversation)\b.*"
          r"|have your say\b.*|cancel reply)$", 12),
    _rule("comment_notice", "comment_form", "tells how a comment will be handled",
          r"\byour e-?mail (?:address )?(?:will|is) (?:not|never) (?:be )?(?:published|shared|shown|displayed)"
          r"|(?:required|mandatory) fields? (?:is|are) marked|fields? marked (?:with )?(?:\*|an asterisk)"
          r"|^notify me (?:of|by|when)|^save my name"
          r"|must be logged in to (?:post|leave|comment)|^(?:comment|name|e-?mail|website)\s*\*$", 40),
    _rule("newsletter", "other", "asks the reader to subscribe, follow or give",
          r"^(?:sign up|subscribe"
          r"|get (?:the|our) \S{1,40} .{0,200}(?:newsletter|inbox)|join our|download (?:the|our)\b.*\bapp\b|follow us"
          r"|support (?:our|us)\b|become a (?:member|subscriber|supporter)|enter your e-?mail|make a donation)\b", 45, "likely"),
    _rule("advertisement", "other", "marks an advertisement, or is a link or button of the site",
          r"^(?:adverti[sz](?:ement|ing)|sponsored(?: content)?|promoted|paid (?:content|post)|scroll to continue"
          r"|(?:story|article|content) continues (?:below|after)\b.*|continue reading\b.*|skip (?:to|past)\b.*"
          r"|loading\W*|read full (?:story|article)|back to top|click here\b.*)$", 10),
    _rule("legal", "legal", "claims rights or points to terms",
          r"©|^copyright\s+(?:\(c\)|(?:19|20)\d\d|by\b)|\(c\)\s*(?:19|20)\d\d|all rights reserved"
          r"|^(?:terms (?:of (?:use|service)|and conditions)|privacy policy|cookie policy)\b"
          r"|\b(?:material|content|article|story|report|text|it)\b.{0,40}\bmay not be "
          r"(?:re)?(?:published|produced|broadcast|written|distributed)",
          70),
    _rule("photo_credit", "caption", "credits a picture",
          r"^\W*(?:file |ap |handout )?(?:photo|image|picture|photograph|illustration|graphic|video|screenshot)s?\s*"
          r"(?:(?:by|credit|courtesy|source)\b(?!.*[.!?]$)|[:/|])|^(?:credit|caption)\s*:"
          r"|\((?:[^()]*\b)?(?:photo|image|picture|getty)\b[^()]*\)\W*$"
          r"|\b(?:getty images|shutterstock|istock|wikimedia commons|unsplash|ap photo)\b[^.]{0,40}$", 60),
    _rule("picture_description", "caption", "says what a picture shows",
          r"^(?!the\b|this\b)(?:[\w-]+\s+){0,4}?(?:representation|depiction|illustration|image|photo|photograph"
          r"|picture|portrait|rendering|silhouette|collage|screenshot|infographic|graphic|close-up|aerial view|artwork)s?"
          r"\s+(?:of|showing|depicting|featuring|symboli[sz]ing|illustrating|with)\b"
          r"|^file\s*[-–—]\s*in this\b|\bin (?:an?|this) (?:undated|file|handout|\d{4}) (?:photo|picture|image|photograph)\b"
          r"|\b(?:pictured|seen|shown) (?:here|above|below)\b", 45, "likely"),
    _rule("inline_link", "related", "points to another article",
          r"^(?:read (?:more|also|next)|also read|see also|related(?: articles?| stories| story)?|more on this(?: story)?"
          r"|watch|listen|recommended|don['’]t miss)\s*[:|»>]\s*\S", 40),
    _rule("related_heading", "related", "heads a list of other articles",
          r"^(?:related|read (?:more|also|next)|also read|see also|recommended(?: for you)?"
          r"|you (?:may|might) also (?:like|be interested in)"
          r"|most (?:read|popular|viewed|shared)(?: stories| articles)?|trending(?: now)?|further reading"
          r"|don['’]t miss|up next|top stories"
          r"|latest(?: news| stories)?|editors?['’]?s? picks?|in other news|more (?:stories|news|top stories)"
          r"|more (?:from|on|in|about)\b[^.?!:]*"
          r"|(?:more |other )?related (?:articles?|stories|posts|topics|news|content|links|coverage))"
          r"\W*$", 9, "likely"),
    _rule("dateline_only", "date", "nothing but a date or time of publication",
          rf"^(?:(?:first |last )?(?:published|updated|posted|modified|created|date)\b\s*(?:on|at)?\s*[:|]?\s*)?"
          rf"(?:{_DATE}|{_TIME})(?:[\s,|·•–—-]*(?:at\s+|on\s+)?(?:{_DATE}|{_TIME}|(?:last )?updated:?|published:?))*$"
          r"|^(?:\d+|an?) (?:minutes?|hours?|days?) ago$|^\d+ min(?:ute)?s? read$", 16),
    LineRule("by_line", "byline", "starts with “By” and a name",
             re.compile(rf"^(?:By|BY|by|Written by|Story by|Reported by|Words by|Author:)\s+(?!(?i:{WEEKDAY}|{MONTH})\b)"
                        rf"(?P<byline>{_NAME}(?:\s*(?:,|\||•|·|\band\b|\bin\b|\bfor\b|\bat\b|\().*)?)$"), 16),
)  # fmt: skip

LONE_NAME = re.compile(rf"^{_NAME}$")
AUTHOR_BOX = re.compile(r"^(?:about the author|author(?: bio)?|meet the author)\W*$", re.IGNORECASE)
SPEAKER = re.compile(r"^[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}:\s")
BULLET = re.compile(r"^\s*(?:[-–—•*·▪►>]|\d{1,2}[.)])\s+\S")
_CROSS = re.compile("[×✕✖✗☰]")  # closes or opens a menu
_SIGN = re.compile(r"^\W+$")


def is_buttons(line: str) -> bool:
    """Whether a line is made of nothing but words and signs of buttons.

    >>> [is_buttons(line) for line in ("×", "Share on Facebook Tweet", "Print Email", "We share the pain")]
    [True, True, True, False]
    """
    if not any(map(str.isalnum, line)):
        return bool(_CROSS.search(line))
    return all(word.strip(":|,.") in lexicon_words("button_words") for word in line.lower().split() if not _SIGN.match(word))
