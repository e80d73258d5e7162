"""The named rules that know a line by its own words, in the order they are tried.

Each rule is a sentence one can check against the line: its label, what it looks for, and how long a
line it may fire on (a paragraph that mentions a newsletter is not a newsletter box). To add one, add
a record here and a case to tests/layout/test_furniture.py.
"""

import re

from mediakit.layout.furniture_abroad import RULES_ABROAD
from mediakit.layout.rules import LineRule, rule
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


LINE_RULES: tuple[LineRule, ...] = (
    rule("bare_number", "other", "nothing but a number, such as a count of comments", "1,204",
          r"^(?!\d{1,2}[./]\d{1,2}[./]\d{2,4}$)[\d\s.,]*\d[\d\s.,]*$", 3),
    rule("signs", "other", "nothing but signs, such as a row of stars", "* * *", r"^[\W_]+$", 1),
    rule("site_name", "other", "nothing but a web address: the name of the site", "harbour-herald.example",
          r"^(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/?$", 3),
    rule("source_credit", "source_credit", "names where the text came from", "Source: Coast Courier",
          r"^(?:(?:original\s+)?source(?:\s+(?:credit|link))?"
          r"|original\s+(?:article|story|post|report)|(?:article|story)\s+source"
          r"|(?:originally|first)\s+(?:published|appeared|posted|reported)(?:\s+(?:by|on|in|at))?|via)"
          r"\s*[:–—]\s*(?P<source>(?!.{25,}[.!?]$)\S.*)$", 14),
    rule("first_published", "source_credit", "says where the text was first published", "First published in the Harbour Herald",
          r"^(?:this\s+(?:article|story|post|piece|report)\s+)?(?:was\s+)?(?:originally|first)\s+"
          r"(?:published|appeared|posted)\s+(?:by|on|in|at)\s+(?P<source>.+?)\.?$", 20),
    rule("comment_heading", "comment_form", "invites a comment or counts comments", "Leave a comment",
          r"^(?:(?:leave|post|add|write|submit|make)\s+(?:a|your)\s+(?:reply|comment|response)\b.*"
          r"|(?:\d+\s+|no\s+)?(?:comments?|replies|responses)(?:\s+\(\d+\))?:?|join the (?:discussion|conversation)\b.*"
          r"|have your say\b.*|cancel reply|what do you think\?|(?:share or |view |show "
         r"|read )?comments?(?: on this (?:article|story))?:?"
          r"|share or comment on this article\b.*|tell us what you think\W*|(?:add|view"
         r"|read) (?:all )?comments?(?: \(\d+\))?)$", 40),
    rule("comment_notice", "comment_form", "tells how a comment will be handled", "Required fields are marked *",
          r"\byour e-?mail (?:address )?(?:will|is) (?:not|never) (?:be )?(?:published|shared|shown|displayed)"
          r"|(?:required|mandatory) fields? (?:is|are) marked|fields? marked (?:with )?(?:\*|an asterisk)"
          r"|^notify me (?:of|by|when)|^save my name"
          r"|must be (?:logged|signed) in to (?:post|leave|comment)|must be logged in as\b|^(?:comment|name|e-?mail"
         r"|website)\s*\*$"
          r"|\bmoderat\w+ (?:all )?comments\b|^comments? (?:are|is) (?:closed|moderated)\b", 40,
         signs="your e;required;mandatory;marked;notify me;save my name;must be;*;comment"),
    rule("newsletter", "other", "asks the reader to subscribe or to join", "Sign up for our morning newsletter",
          r"^(?:sign up|subscribe(?! to the (?:view|idea|theory))"
          r"|get (?:the|our) \S{1,40} .{0,200}(?:newsletter|inbox)|join our|download (?:the|our)\b.*\bapp\b"
          r"|become an? (?:\S{1,20} )?(?:member|subscriber|supporter|insider)|(?:enter )?(?:your )?e-?mail address\W*$"
         r"|enter your e-?mail"
          r"|already (?:a|have a) (?:member|subscri\w+|account)|(?:log|sign) in to (?:read|continue|your)"
          r"|(?:you have|you’ve|you've) (?:been )?success\w* |by (?:signing|subscribing)\b.{0,20}\byou (?:agree|confirm))\b"
          r"|\b(?:sign(?:ing|ed)? up|subscrib\w+) (?:to|for) (?:our|the \S{1,30}) (?:\S{1,20} ){0,4}newsletters?\b"
          r"|\b(?:delivered to|in|meet) your (?:in-?box|e-?mail)\b", 60, "likely",
         signs="sign up;subscribe;get the ;get our ;join our;download ;become a;mail address;enter your e;already ;log in to"
         ";sign in to;success;by signing;by subscribing;newsletter;your in;your e"),
    rule("follow_us", "other", "asks the reader to follow, like or support the outlet", "Support our journalism from £1 a week.",
          r"^(?:follow (?:us|me|him|her|them|\S{1,20} \S{1,20}|@\S{1,30}) (?:on|at) "
          r"(?:twitter|x|facebook|instagram|youtube|whatsapp|telegram|linkedin|tiktok|threads|google|social)\b"
          r"|(?:like|find|join|watch) us on \w|support (?:us|our (?:work|journalism|reporting|newsroom))\b"
         r"|make a donation\b|donate (?:now|today|here)\b"
          r"|you can e-?mail |contact the (?:reporter|author|writer)\b|(?:contact|e-?mail):? \S{1,60}@\S{1,60}$)", 45, "likely"),
    rule("affiliate", "other", "tells that the outlet earns from links", "We may earn a commission on sales.",
          r"\bmay (?:earn|receive|get|make) an? (?:small )?(?:affiliate )?(?:commission|share of the sale)"
          r"|^(?:this|our) (?:article|post|page|site) (?:may )?contains? affiliate links", 60,
         signs="commission;share of the sale;affiliate"),
    rule("cookies", "other", "tells about cookies or consent", "This site uses cookies.",
          r"^(?=.*(?:cookie|captcha|settings|preferences|overview))(?:.*\b(?:this|our|the) (?:web ?)?site uses cookies"
         r"|(?:necessary|functional|analytical|any) cookies\b.*\bweb ?site"
          r"|(?:accept|manage|reject) (?:all )?cookies$|(?:cookie|privacy|consent) (?:settings|preferences|overview)$"
          r"|.*protected by recaptcha)", 110,
         signs="cookie;captcha;settings;preferences;overview"),
    rule("embedded", "other", "stands where a player, a gallery or a post of another site was", "View gallery",
          r"^(?:this (?:slideshow|video|content) (?:requires|is not available|could not be)\b.*|please enable javascript\b.*"
          r"|(?:your browser|this browser) does(?: not|n['’]t) support\b.*|view this post on \w+|(?:view|see) (?:the "
         r"|all )?\d* ?(?:gallery|images?|photos?)"
          r"|back to gallery|open (?:image|gallery|this photo)\b.*|\d+ ?(?:/|of) ?\d+|(?:image|photo|slide|picture) \d+ of \d+"
          r"|hide caption|toggle caption|enlarge this image|video player\b.*|now playing|play video)$", 14),
    rule("corrections_desk", "other", "tells where to report errors or ask for reprints", "Submit a correction",
          r"^(?:to )?(?:submit a correction|report (?:an error|a typo|a correction)|reprints? (?:&|and) permissions?"
          r"|suggest a correction|for reprints and permissions)\b", 14),
    rule("tags", "other", "lists the topics the article is filed under", "Tags: ferries, harbour",
          r"^(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|in this article|more on|sections?)\s*:\s*(?!.*[.!?]$)\S"
          r"|^(?:tags?|topics?|keywords|filed under|in this article|categories|table of contents)$", 40, "likely"),
    rule("disclaimer", "other", "says whose views these are", "The views expressed are those of the author.",
          r"^(?:the )?(?:opinions?|views?)(?: and opinions)? expressed (?:are|in|by|here|on)\b", 90, "likely"),
    rule("invented", "other", "says that the text is invented", "This story is a work of fiction.",
          r"^(?:this|the (?:above|following))(?: (?:article|story|post|page|text|report|site|website))? is"
          r"(?: (?:entirely|purely|pure))?(?: an? (?:work|piece) of)? (?:fiction|satire|parody|fictional|fictitious|satirical)\b"
          r"(?!.*\b(?:said|says|told|wrote|writes)\b)", 30),
    rule("advertisement", "other", "marks an advertisement, or is a link or button of the site", "ADVERTISEMENT",
          r"^(?:advert(?:i[sz](?:ement|ing|e))?s?|ad(?: policy)?|sponsored(?: content)?|promoted|paid (?:content|post)"
         r"|scroll to continue"
          r"|(?:story|article|content) continues (?:below|after)\b.*|continue reading\b.*|skip (?:to|past)\b.*"
          r"|read or share this story\b.*"
          r"|loading\W*|read full (?:story|article)|back to top|click here\b.*)$", 10),
    rule("legal", "legal", "claims rights or points to terms", "© 2025 Harbour Herald",
          r"©|^copyright\s+(?:\(c\)|(?:19|20)\d\d|by\b)|\(c\)\s*(?:19|20)\d\d|all rights reserved"
          r"|^(?:terms (?:of (?:use|service)|and conditions)|privacy policy|cookie policy)\b"
          r"|\b(?:material|content|article|story|report|text|it)\b.{0,40}\bmay not be "
          r"(?:re)?(?:published|produced|broadcast|written|distributed)",
          70,
         signs="©;copyright;(c);rights reserved;terms ;privacy policy;cookie policy;may not be"),
    rule("photo_credit", "caption", "credits a picture", "Photo: Ngozi Eze",
          r"^file\s*[-–—:]\s*(?:in this\b|this\b|a\b|an\b)"
          r"|^\W*(?:file |ap |handout )?(?:photo|image|picture|photograph|illustration|graphic|video|screenshot)s?\s*"
          r"(?:(?:by|credit|courtesy|source)\b(?!.*[.!?]$)|[:/|])|^(?:credit|caption)\s*:"
          r"|\((?:[^()]*\b)?(?:photo|image|picture|getty)\b[^()]*\)\W*$"
          r"|\b(?:getty images|shutterstock|istock|wikimedia commons|unsplash|ap photo)\b[^.]{0,40}$"
          r"|\((?:[^()]{1,40}/ ?(?:ap|afp|reuters|epa|pa|efe|getty[^()]{0,20})|courtesy(?: of)? [^()]{1,60}"
         r"|credit:? [^()]{1,60})\)\W*$", 60,
         signs="file;photo;image;picture;illustration;graphic;video;screenshot;credit;caption;getty;shutterstock;istock;wikimedia"
         ";unsplash;/;courtesy"),
    rule("picture_agency", "caption", "ends with the agency that the picture is from", "Boats bring water to the islands. AFP",
          r"(?:/|[.!?)]) ?(?-i:AP|AFP|Reuters|REUTERS|EPA|EFE|PA|ANSA|dpa)(?: ?/ ?[^./]{1,30})?(?: (?:file|photo|images"
         r"|archive))?$", 60),
    rule("picture_description", "caption", "says what a picture shows", "Aerial view of the flooded quay",
          r"^(?!(?:the|this|he|she|it|they|we|i)\b)(?:[\w-]+\s+){0,4}?(?:representation|depiction|illustration|image|photo|photograph"
          r"|picture|portrait|rendering|silhouette|collage|screenshot|infographic|graphic|close-up|aerial view|artwork)s?"
          r"\s+(?:of|showing|depicting|featuring|symboli[sz]ing|illustrating|with)\b"
          r"(?!.*\b(?:said|says|told|were|was|have|has|had|shows?|showed|emerged|went|will|is|are)\b.*[.!?]$)"
          r"|\bin (?:an?|this) (?:undated|file|handout|\d{4}) (?:photo|picture|image|photograph)\b"
          r"|\b(?:pictured|seen|shown) (?:here|above|below)\b", 45, "likely",
         signs="representation;depiction;illustration;image;photo;picture;portrait;rendering;silhouette;collage;screenshot;graphic"
         ";close-up;aerial view;artwork;seen ;shown "),
    rule("inline_link", "related", "points to another article", "Read more: Ferry fares to rise in April",
          r"^(?!.*\bsaid\.$)\(?(?:read (?:more|also|next)|also read|see (?:also|more)|related(?: articles?| stories"
         r"| story)?|more on this(?: story)?"
          r"|(?:watch|listen)(?: (?:now|also|here|live))?|recommended|don['’]t miss)\s*[:|»>]\s*\S"
          r"|^(?-i:READ MORE|SEE MORE|ALSO READ|READ ALSO)\s", 40,
         signs=":;|;»;>;read;see more"),
    rule("related_heading", "related", "heads a list of other articles", "You may also like",
          r"^(?:related|read (?:more|also|next)|keep reading|more|also read|see also|recommended(?: for you)?"
          r"|you (?:may|might) also (?:like|be interested in)"
          r"|(?:most )?(?:read|popular|viewed|shared)(?: stories| articles| posts)?|trending(?: (?:now|news|on .{1,30}"
         r"|stories))?|further reading"
          r"|don['’]t miss|up next|top stories"
          r"|latest(?: news| stories)?|editors?['’]?s? picks?|in other news|more (?:stories|news|top stories)"
          r"|more (?:from|on|in|about)\b[^.?!:]*|more (?:great |top |latest )?(?:\S{1,30} )?(?:stories|headlines|coverage"
         r"|articles)"
          r"|featured (?:videos?|stories)|video of the (?:day|week)|(?:top|latest) (?:stories|news|headlines) (?:in|from"
         r"|on) .{1,40}"
          r"|(?:more |other )?related (?:articles?|stories|posts|topics|news|content|links|coverage))"
          r"\W*$", 9, "likely"),
    rule("dateline_only", "date", "nothing but a date or time of publication", "Monday, 3 March 2025",
          rf"^(?:(?:first |last )?(?:published|updated|posted|modified|created|date)\b\s*(?:on|at)?\s*[:|]?\s*)?"
          rf"(?:{_DATE}|{_TIME})(?:[\s,|·•–—-]*(?:at\s+|on\s+)?(?:{_DATE}|{_TIME}|(?:last )?updated:?|published:?))*$"
          r"|^(?:\d+|an?) (?:minutes?|hours?|days?) ago$|^\d+ min(?:ute)?s? read$"
          r"|^this (?:article|story) is more than \d+ (?:day|month|year)s? old$", 16),
    LineRule("by_line", "byline", "starts with “By” and a name", "By Isla Marwick, Transport Correspondent",
             re.compile(rf"^(?:(?:By|BY|by|Written by|Story by|Reported by|Words by|Author:)\s+(?!(?i:{WEEKDAY}|{MONTH})\b)"
                        r"|(?:(?:Ein Kommentar von|Eine Kolumne von|Von|VON|von|Par|PAR|par|Por|POR|por|Di|di|Door|DOOR"
         r"|door|Af|Av|Text von)\s+"
                        r"|(?:Text|Texte|Texto|Testo|Tekst|Autor|Autorin|Auteur|Autore)\s?:\s?)(?=\S+ \S))"
                        rf"(?P<byline>{_NAME}(?:\s*(?:,|\||•|·|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bin\b|\bfor\b"
         rf"|\bat\b|\().*|\s+(?i:{_DATE}).*)?)$"), 16),
    LineRule("name_and_date", "byline", "a name, and when it was written", "Priya Nair | 3 March 2025, 10:15",
             re.compile(rf"^(?!(?i:{WEEKDAY}|{MONTH}|updated|published"
         rf"|posted)\b)(?P<byline>{_NAME}) ?[/|•·,–—-] ?(?:[^/|•·]{{1,30}} [/|•·] )?(?i:{_DATE}).{{0,20}}$"),
             12, "likely"),
)  # fmt: skip
LINE_RULES += RULES_ABROAD

# What these know is furniture where it stands outside the article, and may be a sentence of the story inside.
OUTSIDE_RULES = (
    LineRule("biography_line", "bio", "says who the author is", "Ada Boyle is a reporter for the Harbour Herald.",
             re.compile(rf"^{_NAME}(?: ?\([^()]{{1,40}}\))?,? (?:is|was|has|works|covers|writes|reports|joined|ist"
         rf"|schreibt|arbeitet|berichtet|est|es|è|é|schrijft|werkt)\b"
                        r".{0,90}\b(?i:reporter|(?:staff |senior |freelance )?writer|editor|journalis\w+|correspondent"
         r"|columnist|contributor|producer"
                        r"|covering|covers|redakteur\w*|redakteurin|autorin|korrespondent\w*|rédact\w+|journaliste"
         r"|periodista|redactor\w*|giornalista"
                        r"|jornalista|redacteur|editorial staff|writes about|schreibt)\b"), 120, "likely"),
)  # fmt: skip
LONE_NAME = re.compile(rf"^{_NAME}$")
AUTHOR_BOX = re.compile(r"^(?:about the author|author(?: bio)?|meet the author)\W*$", re.IGNORECASE)
SPEAKER = re.compile(r"^(?:[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]+){0,3}|[A-Z][a-z'’-]+(?: [A-Z][\w.'’-]+){0,2}):\s")
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
