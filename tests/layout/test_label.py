"""Whole articles, line by line, in the styles of many newsrooms. Each line begins with the label it must get."""

# ruff: noqa: E501 - a line of an article is a line here

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.layout import label_lines

BROADSHEET = """\
title     | Night ferry to Lerwick cancelled again
          |
dek       | Passengers told to rebook after second engine fault in a week
          |
byline    | By Isla Marwick, Transport Correspondent
date      | Monday, 3 March 2025
          |
body      | The night ferry to Lerwick was cancelled on Monday after a second engine fault in a week, leaving about 140 passengers in Aberdeen.
          |
caption   | A ferry in dock (Photo: Coast Wire)
          |
body      | The operator, NorthSail, said that the ship would stay in dock until Thursday while a part came from Bergen.
          |
body      | “We are sorry,” said its director, Tom Ritchie. “It is the oldest ship we have.”
          |
legal     | © 2025 Harbour Herald. All rights reserved.
"""

TABLOID = """\
title     | Mums in tears as flood turns school bus back
          |
body      | Mums were left in tears after the school bus turned back at a flooded bridge in Tewkesbury. Driver Gary Poole, 52, said that he had never seen the river so high.
          |
body      | "It was like the sea," said mum-of-three Kelly Ward.
          |
subhead   | 'NO WARNING'
          |
body      | She said that nobody had told parents the road was shut. The council said that it had sent a text message at 7am.
          |
share     | SHARE ON FACEBOOK
share     | TWEET
share     | EMAIL
"""

WIRE = """\
body      | LAGOS, March 3 (Coast Wire) - Nigeria's ferry operators suspended all crossings to Badagry on Monday after two boats collided, the waterways authority said.
          |
body      | Eleven people were rescued and nobody was killed, spokesman Musa Danladi told reporters. The authority has asked for a report by Friday.
          |
body      | The boats had no lights, he said.
"""

INDIAN_DAILY = """\
title     | Kerala opens dam gates
          |
body      | KOCHI: The Kerala government opened two gates of the Idukki dam on Tuesday morning after a night of heavy rain.
          |
body      | District collector Priya Nair asked people along the Periyar to move to higher ground by noon. Schools were shut.
          |
related   | ALSO READ | Ferry services stopped in Ernakulam
          |
body      | The weather office has issued a red alert for three districts until Thursday night.
          |
other     | ADVERTISEMENT
          |
body      | Fishermen were told not to go to sea until Friday.
"""

MATCH_REPORT = """\
title     | Warriors hold Rovers in Kano
          |
body      | Kano Warriors held Rovers to a goalless draw at the Sani Abacha Stadium on Sunday and stay top of the table by two points.
          |
subhead   | First half
          |
body      | Rovers had the better of it and hit the post through Emeka Obi after nine minutes. The keeper was beaten.
          |
subhead   | Second half
          |
body      | Coach Danladi Sule sent on two forwards, but neither had a shot before the whistle.
          |
related   | Related articles
          |
related   | - Rovers sign keeper from Jos
related   | - Stadium to get new lights
related   | - Table: who goes up, who goes down
          |
comment_form | 3 comments
"""

REWRITTEN = """\
other     | coast-digest.example
          |
other     | The day’s news at coast-digest.example
          |
title     | Mayor Closes Old Pier
          |
dek       | Mayor Ada Boyle closed the old pier on Monday after divers found cracks in its legs. Boyle said that the repair would cost two million dollars.
          |
body      | On Monday, Mayor Ada Boyle ordered the old pier closed because divers had found cracks in the legs. The repair will cost two million dollars, she told reporters.
          |
body      | Fishermen who sell from the pier were told at noon. Several said that they had nowhere else to go.
          |
source_credit | Original Source: coast-courier.example
          |
byline    | Rania Haddad
          |
bio       | Rania Haddad is a reporter who loves the sea. She lives near the harbour with two dogs.
          |
comment_form | Leave a comment
          |
comment_form | Your email address will not be shown. Required fields are marked *
"""

REPEATED = """\
title     | Hope Road pool to be sold
          |
dek       | Councillors voted by nine to eight to sell the Hope Road swimming pool
          |
body      | Councillors voted by nine to eight to sell the Hope Road swimming pool, which has been shut since its roof fell in two years ago.
          |
body      | The money will go to the library, which has a roof.
"""

ABOVE_BYLINE = """\
title     | The last boat of Merv Tully
          |
dek       | For forty years Merv Tully has rowed people over the lake. On Friday he will stop.
          |
byline    | By Shona Reid
          |
body      | The boat is older than the man, and the man is seventy-four. Merv Tully keeps both of them dry with the same brown paint.
          |
body      | He rows from six until the pub opens, and nobody has ever heard him say that the lake was rough.
"""

NO_BLANK_LINES = """\
title     | Pier lost through delay, papers show
body      | The council knew about the cracks in the pier for three years, papers seen by this newspaper show.
body      | It never told the fishermen.
body      | By the time divers went down in March, two legs had gone.
body      | Mayor Ada Boyle would not say who had read the report.
related   | Related stories
related   | Pier closed
related   | Divers find cracks
related   | Mayor under fire
"""

WRAPPED = """\
body      | The council budget passed by a single vote
body      | on Tuesday night after four hours of talk
body      | that left the gallery half empty and the
body      | mayor, Ada Boyle, without her usual smile.
          |
body      | She had asked for two per cent. She got
body      | one, and a promise to look again in May at
body      | the cost of the swimming pool in Hope Road
body      | that has been shut since the roof fell in.
"""

TRANSCRIPT = """\
body      | ANCHOR: Good evening. The river is still rising tonight. Priya Nair is in Kochi for us. Priya, how bad is it?
          |
body      | NAIR: It is bad, Anil. The water came up two feet since noon, and three ferry jetties have gone under.
          |
body      | ANCHOR: And the people there?
          |
body      | NAIR: Most have left. The district collector told me that forty families were in the school.
          |
body      | ANCHOR: Priya Nair in Kochi. Thank you.
"""

SHORT_LAST_LINE = """\
body      | The night ferry was cancelled on Monday after a second engine fault in a week, leaving 140 people in Aberdeen.
          |
body      | The operator said that the ship would stay in dock until Thursday while a part came from Bergen.
          |
body      | Police are investigating.
"""

SHORT_LINE_AFTER_A_LINK = """\
body      | The night ferry was cancelled on Monday after a second engine fault in a week, leaving 140 people in Aberdeen.
          |
related   | Read more: Ferry fares to rise in April
          |
body      | The council will meet the operator on Wednesday.
"""

AUTHOR_BOX_AFTER_A_LIST = """\
body      | The night ferry was cancelled on Monday after a second engine fault in a week, leaving 140 people in Aberdeen.
          |
related   | Read more
          |
related   | Ferry fares to rise
related   | New ship ordered
          |
bio       | About the author
          |
bio       | Isla Marwick writes about ships. She has been seasick on all of them.
"""

HEADLINE_REPEATED_BY_THE_LEAD = """\
title     | The tram is back
          |
body      | The tram is back after nine years, and the first one out of the depot on Monday morning was full.
          |
body      | It was also late. A points failure at Hope Road held it for eleven minutes, the operator said.
"""

KEY_POINTS = """\
title     | Pier at Port Hedley to stay shut
          |
body      | The old pier at Port Hedley will stay shut until spring after divers found cracks in two of its legs, the council says.
          |
body      | - Repair to cost $2 million
body      | - Fishermen to get no pay
          |
body      | Mayor Ada Boyle said that the repair would begin in June.
"""

ALL_FURNITURE = """\
share     | Share
share     | Tweet
          |
related   | Most read
related   | Tram late again
related   | Bridge to shut
          |
comment_form | Leave a comment
          |
legal     | © 2025 Harbour Herald
"""

FEATURE_HEADLINE = """\
title     | Goodbye to all that water
          |
byline    | By Shona Reid
          |
body      | The boat is older than the man, and the man is seventy-four. Merv Tully keeps both of them dry with the same brown paint.
          |
body      | He rows from six until the pub opens, and nobody has ever heard him say that the lake was rough.
"""

BROKEN_HEADLINE = """\
title     | NIGHT FERRY CANCELLED FOR
title     | SECOND TIME IN A WEEK
          |
body      | The night ferry to Lerwick was cancelled on Monday after a second engine fault in a week, leaving 140 people in Aberdeen.
          |
body      | The operator said that the ship would stay in dock until Thursday.
"""

LINE_UNDER_THE_HEADLINE = """\
title     | Night ferry cancelled again
dek       | Passengers told to rebook for Thursday
          |
body      | The night ferry to Lerwick was cancelled on Monday after a second engine fault in a week, leaving 140 people in Aberdeen.
          |
body      | The operator said that the ship would stay in dock until Thursday.
"""

GERMAN_REGIONAL = """\
title     | Alte Hafenbrücke bleibt bis zum Frühjahr gesperrt
dek       | Taucher finden Risse in zwei Pfeilern
byline    | Von Anke Behrens
date      | Stand: 24.04.2024, 18:05 Uhr
caption   | Die Brücke am Abend. Foto: Jörn Petersen
body      | Die alte Hafenbrücke bleibt bis zum Frühjahr gesperrt, weil Taucher in zwei Pfeilern Risse gefunden haben. Das sagte Bürgermeisterin Ada Böhme am Montag.
body      | „Wir haben keine Wahl.“ Die Reparatur kostet nach Angaben der Stadt zwei Millionen Euro.
related   | Lesen Sie auch: Fähre fährt wieder
body      | Die Fischer, die von der Brücke aus verkaufen, erfuhren es am Mittag. Einige sagten, sie wüssten nicht, wohin.
related   | Mehr zum Thema
related   | Fähre fährt wieder
related   | Neue Brücke wird teurer
comment_form | Kommentar schreiben
other     | Jetzt abonnieren
legal     | Datenschutzerklärung
"""

CHINESE = """\
title     | 海港旧码头将关闭至春季
body      | 市长周一表示，由于潜水员在两根桥墩上发现裂缝，海港旧码头将关闭至明年春季，维修费用预计为两百万元。
body      | 在码头卖鱼的渔民中午才得到消息。几位渔民说，他们没有别的地方可去，希望市政府尽快给出安排。
related   | 相关阅读
related   | 渡轮恢复通航
"""

LIVE_BLOG = """\
title     | Harbour fire live: crews fight blaze at Badagry jetty
          |
date      | 10:42
body      | The waterways authority says that eleven people have been taken off the jetty and nobody is missing.
          |
date      | 10:15
body      | Two fire boats have arrived from Lagos. Smoke can be seen from the bridge, a reporter at the scene says.
          |
date      | 09:58
body      | A fire has broken out on the Badagry jetty, spokesman Musa Danladi tells reporters.
"""

FRONT_PAGE_BELOW = """\
title     | Council budget passes by a single vote
body      | The council budget passed by a single vote on Tuesday night after four hours of talk that left the gallery half empty and the mayor without her usual smile, and left the swimming pool without a roof.
body      | She had asked for two per cent. She got one, and a promise to look again in May at the cost of the swimming pool in Hope Road that has been shut since its roof fell in two years ago.
body      | Councillor Tom Ritchie, who had the last vote, said that he had tossed a coin in the corridor. He did not say which side it had fallen on.
bio       | Shona Reid is a reporter for the Harbour Herald.
other     | Ferry late again
other     | Passengers in Aberdeen wait for a third night.
other     | Priya Nair
other     | Warriors hold Rovers
other     | A goalless draw keeps Kano at the top of the table.
other     | Musa Danladi
"""

MIXED_CASE_TRANSCRIPT = """\
body      | Anil Menon: Good evening. The river is still rising tonight. Priya, how bad is it?
          |
body      | Priya Nair: It is bad, Anil. The water came up two feet since noon, and three ferry jetties have gone under.
          |
body      | Anil Menon: And the people there?
          |
body      | Priya Nair: Most have left. The district collector told me that forty families were in the school.
"""

ARTICLES = {
    "a headline broken over two lines": BROKEN_HEADLINE,
    "a summary right under the headline": LINE_UNDER_THE_HEADLINE,
    "German: byline, date, links, buttons": GERMAN_REGIONAL,
    "Chinese: no spaces, other full stops": CHINESE,
    "a live blog": LIVE_BLOG,
    "headlines of other articles below": FRONT_PAGE_BELOW,
    "a transcript with names in small letters": MIXED_CASE_TRANSCRIPT,
    "broadsheet: dek line, byline, date, caption": BROADSHEET,
    "tabloid: heading between paragraphs, buttons": TABLOID,
    "wire: no headline": WIRE,
    "Indian daily: link and advertisement inside": INDIAN_DAILY,
    "match report: subheads, related list, comments": MATCH_REPORT,
    "rewritten: site name, summary, credit, author box": REWRITTEN,
    "dek that the first paragraph repeats": REPEATED,
    "dek paragraph above the byline": ABOVE_BYLINE,
    "no blank lines between paragraphs": NO_BLANK_LINES,
    "broken at a fixed width": WRAPPED,
    "broadcast transcript": TRANSCRIPT,
    "a short last paragraph": SHORT_LAST_LINE,
    "a short last paragraph after a link": SHORT_LINE_AFTER_A_LINK,
    "an author box after a related list": AUTHOR_BOX_AFTER_A_LIST,
    "a headline that the first paragraph repeats": HEADLINE_REPEATED_BY_THE_LEAD,
    "a list inside the article": KEY_POINTS,
    "a page of furniture only": ALL_FURNITURE,
    "a headline that shares no word with the article": FEATURE_HEADLINE,
}


def labels_and_text(marked: str) -> tuple[list[str], str]:
    """The labels before the bars, and the text behind them."""
    labels, lines = zip(*(line.split("|", 1) for line in marked.splitlines()), strict=True)
    return [label.strip() or "blank" for label in labels], "\n".join(line.removeprefix(" ") for line in lines)


@pytest.mark.parametrize("marked", ARTICLES.values(), ids=ARTICLES.keys())
def test_every_line_of_an_article_gets_its_label(marked: str) -> None:
    labels, text = labels_and_text(marked)
    assert [line.label for line in label_lines(text)] == labels


@pytest.mark.parametrize(
    "marked", [BROADSHEET, TABLOID, MATCH_REPORT, REWRITTEN], ids=["broadsheet", "tabloid", "match", "rewritten"]
)
def test_windows_line_ends_change_no_label(marked: str) -> None:
    _, text = labels_and_text(marked)
    assert [line.label for line in label_lines(text.replace("\n", "\r\n"))] == [line.label for line in label_lines(text)]


def test_a_separator_inside_a_line_ends_no_line() -> None:
    assert [line.label for line in label_lines("The ferry\u2028stopped at noon.\nNobody knew why.")] == ["body", "body"]


PARAGRAPHS = "The quay was empty when the ferry came in on Monday night.\n\nNobody had told the town that it would run again."


def test_a_title_given_with_the_article_is_found_in_the_text_whatever_its_case() -> None:
    text = f"All quiet on the western quay\n\nMore soon\n\n{PARAGRAPHS}"
    lines = label_lines(text, title="ALL QUIET ON THE WESTERN QUAY")
    assert (lines[0].label, lines[0].rule, lines[0].confidence) == ("title", "given_title", "certain")


def test_a_title_that_is_not_in_the_text_changes_nothing() -> None:
    assert label_lines(PARAGRAPHS, title="Another headline altogether") == label_lines(PARAGRAPHS)


def test_a_paragraph_that_goes_on_with_the_surname_is_no_retelling() -> None:
    text = (
        "Mayor Ada Boyle closed the old pier on Monday after divers found cracks in its legs.\n\n"
        "Boyle said that the repair of the old pier and its legs would cost two million dollars."
    )
    assert [line.label for line in label_lines(text)] == ["body", "blank", "body"]


def test_an_item_of_a_list_is_no_headline() -> None:
    lines = label_lines(f"- Ferry runs again\n- Town not told\n\n{PARAGRAPHS}")
    assert "title" not in {line.label for line in lines}


def test_one_sentence_is_an_article() -> None:
    assert [line.label for line in label_lines("The ferry did not leave on Monday.")] == ["body"]


def test_where_nothing_tells_a_line_stays_body_and_says_so() -> None:
    (line,) = label_lines("Ferry halted")
    assert (line.label, line.rule, line.confidence) == ("body", "inside_article", "check")


@pytest.mark.parametrize(("text", "lines"), [("", []), ("\n", ["blank"]), (" \t\n\u00a0\n", ["blank", "blank"])])
def test_white_space_is_blank(text: str, lines: list[str]) -> None:
    assert [line.label for line in label_lines(text)] == lines


def test_all_capitals_are_labelled_as_any_other_text() -> None:
    text = (
        "FERRY HALTED\n\nTHE NIGHT FERRY DID NOT LEAVE ON MONDAY.\n\nTHE FERRY COMPANY SAID THAT IT WAS SORRY.\n\nLEAVE A COMMENT"
    )
    assert [line.label for line in label_lines(text)][::2] == ["title", "body", "body", "comment_form"]


def test_a_body_without_punctuation_is_kept() -> None:
    assert [line.label for line in label_lines("the ferry did not leave " * 600)] == ["body"]


PIECES = [
    "Share",
    "Related:",
    "- item",
    "By Ada Boyle",
    "The ferry stopped at noon on Monday.",
    "Ferry halted",
    "0",
    "×",
    "",
    " ",
    "©",
    "\r",
    "About the author",
    "Read more",
    "e\u0301\u200b",
    "👍",
    "\u202e",
    "\x0b",
    "\u2028",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("\n".join) | st.text())
@settings(deadline=None)
def test_nothing_is_lost_and_only_white_space_is_blank(text: str) -> None:
    lines = label_lines(text)
    assert "".join(text[line.begin : line.end] for line in lines) == text
    assert [line.label == "blank" for line in lines] == [not text[line.begin : line.end].strip() for line in lines]


def test_a_given_title_repeated_below_the_article_loses_no_paragraph() -> None:
    lines = label_lines(f"{PARAGRAPHS}\n\nFerry runs again", title="Ferry runs again")
    assert {line.label for line in lines if line.label != "blank"} == {"body", "other"}


def test_a_word_that_only_begins_the_next_paragraph_is_no_name_above_its_biography() -> None:
    text = "Flood\n\nFloodwater reached the market square on Monday night, and the shops stayed shut."
    assert [line.label for line in label_lines(text)][-1] == "body"


STORM = "The ferry did not leave on Monday after a storm.\n\nBreaking waves had hit the pier, the port said.\n\nNo news came."


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        pytest.param("Breaking news from the port", "FERRY HALTED AFTER STORM", id="a slogan above a headline in capitals"),
        pytest.param("SPORT AND LEISURE", "Ferry halted after storm", id="a section in capitals above a headline"),
    ],
)
def test_the_line_above_the_headline_is_not_taken_for_it(above: str, headline: str) -> None:
    text = f"{above}\n\n{headline}\n\n{STORM}"
    assert [text[line.begin : line.end].strip() for line in label_lines(text) if line.label == "title"] == [headline]
