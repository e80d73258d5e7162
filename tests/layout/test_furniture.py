"""Every rule on one line: a line it knows, a near miss it leaves alone, and sentences of a story that it must not take."""

import pytest

from mediakit.layout import Line, label_lines
from mediakit.layout.furniture import LINE_RULES, is_buttons
from mediakit.layout.rules import LineRule

ABOVE = (
    "The night ferry to Lerwick was cancelled on Monday after a second engine fault in a week, leaving 140 people in Aberdeen."
)
BELOW = "The operator said that the ship would stay in dock until Thursday, while a new part came by air from Bergen in Norway."

KNOWN = [
    ("bare_number", "0"),
    ("bare_number", "1,204"),
    ("signs", "* * *"),
    ("signs", "…"),
    ("site_name", "harbour-herald.example"),
    ("site_name", "https://www.coast-courier.example/"),
    ("source_credit", "Original Source: www.coast-courier.example"),
    ("source_credit", "Source: Coast Courier"),
    ("source_credit", "Originally published by: Coast Courier"),
    ("source_credit", "Via – Coast Courier"),
    ("first_published", "This article was originally published by Coast Courier."),
    ("first_published", "First published in the Harbour Herald"),
    ("comment_heading", "Leave a comment"),
    ("comment_heading", "3 comments"),
    ("comment_heading", "Comments (12)"),
    ("comment_heading", "Have your say"),
    ("comment_notice", "Your email address will not be shown."),
    ("comment_notice", "Required fields are marked *"),
    ("comment_notice", "You must be logged in to post a comment."),
    ("comment_notice", "Website *"),
    ("newsletter", "Sign up for our morning newsletter"),
    ("newsletter", "Get the Harbour Herald newsletter in your inbox"),
    ("newsletter", "Already a subscriber? Log in"),
    ("newsletter", "For more from the islands, sign up to our free weekly newsletter"),
    ("follow_us", "Support our journalism from £1 a week."),
    ("follow_us", "Follow us on Instagram for pictures from the quay"),
    ("affiliate", "If you buy through these links, we may earn a commission."),
    ("cookies", "This website uses cookies to improve your visit."),
    ("cookies", "Cookie settings"),
    ("embedded", "View 6 images"),
    ("embedded", "1 / 8"),
    ("embedded", "This video is not available in your country"),
    ("corrections_desk", "To submit a correction, write to the desk."),
    ("tags", "Tags: ferries, harbour, Lerwick"),
    ("tags", "Filed under"),
    ("disclaimer", "Opinions expressed by contributors are their own."),
    ("invented", "This is fiction written for practice."),
    ("invented", "This article is a work of satire; any likeness to real mayors is an accident."),
    ("date_abroad", "Stand: 24.04.2024, 22:58 Uhr"),
    ("date_abroad", "25 de mayo de 2025 16:51 h"),
    ("date_abroad", "2025年1月13日 20時01分"),
    ("related_heading_abroad", "Das könnte Sie auch interessieren:"),
    ("related_heading_abroad", "À lire aussi"),
    ("related_heading_abroad", "Leia também"),
    ("inline_link_abroad", "Leggi anche: la diga riaperta a Como"),
    ("inline_link_abroad", "Lees ook: veerboot vaart weer"),
    ("comments_abroad", "12 Kommentare"),
    ("comments_abroad", "Laisser un commentaire"),
    ("comments_abroad", "Deja un comentario"),
    ("newsletter_abroad", "Jetzt abonnieren"),
    ("newsletter_abroad", "Inscrivez-vous à notre lettre du matin"),
    ("share_abroad", "Auf Facebook teilen"),
    ("share_abroad", "Compartir en WhatsApp"),
    ("embedded_abroad", "Empfohlener redaktioneller Inhalt"),
    ("cookies_abroad", "Datenschutzerklärung"),
    ("cookies_abroad", "Tous droits réservés"),
    ("photo_credit_abroad", "Der Pier am Abend. Foto: Anke Behrens"),
    ("photo_credit_abroad", "El muelle al amanecer / Foto: Coast Wire"),
    ("tags_abroad", "Schlagworte: Hafen, Fähre"),
    ("author_box_abroad", "Über die Autorin"),
    ("name_and_date", "Priya Nair | 3 March 2025, 10:15"),
    ("advertisement", "ADVERTISEMENT"),
    ("advertisement", "Story continues below"),
    ("advertisement", "Loading…"),
    ("legal", "© 2025 Harbour Herald"),
    ("legal", "All rights reserved."),
    ("legal", "This material may not be reproduced without permission."),
    ("photo_credit", "Photo: Ngozi Eze"),
    ("photo_credit", "A ferry at Badagry jetty (Image: Coast Wire)"),
    ("picture_description", "A ferry at the pier in an undated photo"),
    ("photo_credit", "FILE - In this June 2, 2020, file photo, a ferry lies at the pier"),
    ("photo_credit", "A ferry at the jetty. (Musa Danladi / AP)"),
    ("picture_agency", "A ferry at the jetty on Monday. Reuters/Musa Danladi"),
    ("advertisement", "Read or share this story: coast-courier.example/ferry"),
    ("dateline_only", "This article is more than 2 years old"),
    ("picture_description", "Aerial view of the flooded quay"),
    ("inline_link", "Read more: Ferry fares to rise in April"),
    ("inline_link", "ALSO READ | Dam gates opened in Idukki"),
    ("related_heading", "Related:"),
    ("related_heading", "You may also like"),
    ("related_heading", "More from Sport"),
    ("dateline_only", "Monday, 3 March 2025"),
    ("dateline_only", "Published: 3 March 2025, 10:15 am"),
    ("dateline_only", "2 hours ago"),
    ("by_line", "By Isla Marwick, Transport Correspondent"),
    ("by_line", "BY STAFF"),
    ("by_line", "Written by Priya Nair and Musa Danladi"),
    ("by_line", "Von Anke Behrens"),
    ("by_line", "Par Hélène Morvan et Luc Daoudal"),
    ("by_line", "by Shona Reid 3 March 2025 1:15 pm"),
]

NEAR = [
    ("bare_number", "140 people waited."),
    ("invented", "This is fiction, the harbour master said of the timetable."),
    ("invented", "This fiction sold 9,000 copies on the island."),
    ("signs", "* Nobody was hurt."),
    ("bare_number", "No. 5"),
    ("site_name", "harbour-herald.example had the story first."),
    ("site_name", "U.S.A."),
    ("source_credit", "Sources at the firm said that the part was lost."),
    ("source_credit", "Via Bergen it would have come a day later."),
    ("first_published", "The timetable was first published in 1907, and it has not been kept since."),
    ("comment_heading", "Comments from the quay were not kind."),
    ("comment_heading", "No comment came from the operator."),
    ("comment_notice", "His e-mail address was known to all."),
    ("newsletter", "Subscribers to the ferry pass will get their money back."),
    ("newsletter", "Signing up took her an hour, she said."),
    ("follow_us", "Support our crew, she begged the council."),
    ("follow_us", "Follow us into the hold, the captain told them."),
    ("affiliate", "The agent may earn his fee in spring."),
    ("cookies", "The site used to sell cookies on the quay."),
    ("embedded", "Play began at noon."),
    ("corrections_desk", "Submit a plan by Friday, the council told the firm."),
    ("tags", "Tags were cut from nine crab pots."),
    ("disclaimer", "Views over the bay will be lost."),
    ("date_abroad", "Am 24. April war der Pier zu."),
    ("related_heading_abroad", "Mehr Wasser kam in der Nacht."),
    ("inline_link_abroad", "Leggi troppo, disse la madre: basta."),
    ("comments_abroad", "Kommentare wollte der Hafenmeister nicht abgeben."),
    ("newsletter_abroad", "Abonnieren will hier niemand."),
    ("share_abroad", "Partager la quai était la seule voie."),
    ("embedded_abroad", "Der Inhalt der Kisten blieb unklar."),
    ("cookies_abroad", "Datenschutz sei wichtig, sagte Frau Behrens."),
    ("photo_credit_abroad", "Ein Foto zeigt die Fähre im Dock."),
    ("tags_abroad", "Themen des Abends waren Hafen und Fähre."),
    ("author_box_abroad", "Über die Autorin lachte der ganze Saal."),
    ("name_and_date", "Priya Nair left the quay on 3 March."),
    ("advertisement", "Advertising on the ferry will pay for the part."),
    ("advertisement", "Loading began again at noon."),
    ("legal", "Copyrighted songs were sung on the quay."),
    ("legal", "She has every right to a refund."),
    ("photo_credit", "Photos of the engine were shown to the council."),
    ("picture_agency", "The minister gave the figures to AFP."),
    ("photo_credit", "The ship (built in 1998) has never been so late."),
    ("picture_description", "The picture is not clear yet, the operator said."),
    ("inline_link", "Read the whole timetable aloud, he told the crew."),
    ("inline_link", "Related to this was the weather."),
    ("related_heading", "Related claims were paid in full."),
    ("related_heading", "Most read the notice and went home."),
    ("dateline_only", "3 March to the quay"),
    ("dateline_only", "March 3 was a holiday."),
    ("by_line", "By Monday the quay was empty."),
    ("by_line", "By noon"),
]

# A named rule may fire on furniture only. Whatever words a sentence of the story happens to use, it stays body.
SENTENCES = [
    ("legal", "Terms of the deal were not made public."),
    ("legal", "Copyright law does not cover a football chant, the judge ruled."),
    ("legal", "The girl’s name may not be published for legal reasons."),
    ("comment_notice", "The commission said that the e-mail will not be published."),
    ("comment_notice", "Farmers crossed fields marked as mined, the army said."),
    ("photo_credit", "The boats had no lights, the waterways authority told reporters. (AFP)"),
    ("photo_credit", "Getty Images has sued the harbour museum over a calendar."),
    ("photo_credit", "Video by a passenger shows the ferry turning on its side."),
    ("picture_description", "Police said that the man was pictured leaving the harbour at noon."),
    ("picture_description", "He painted a picture of a harbour run by gulls."),
    ("picture_description", "Images of the burning ferry were shown, witnesses said."),
    ("source_credit", "Source: a man who saw the ship go down that night."),
    ("inline_link", "Watch: the tide will turn, he said."),
    ("follow_us", "“Follow us into the channel,” the pilot radioed."),
    ("follow_us", "Support our boys, the coach asked, and the crowd did."),
    ("picture_description", "The image of the burning ferry shocked the whole island."),
]

HEADLINES = [
    ("source_credit", "Source: Ferry operator knew of the engine fault"),
    ("inline_link", "Watch: Ferry turns over in Lerwick harbour"),
    ("source_credit", "Report: Ferry operator knew of the engine fault"),
    ("by_line", "From Aberdeen to Lerwick with a broken ferry"),
    ("by_line", "By Monday Every Ferry Will Be Late"),
    ("related_heading", "Latest ferry fault leaves 140 in Aberdeen"),
]


def line_in_an_article(words: str) -> Line:
    """How a line between two paragraphs of an article is labelled."""
    text = f"{ABOVE}\n\n{words}\n\n{BELOW}"
    return label_lines(text)[2]


@pytest.mark.parametrize(("rule", "words"), KNOWN)
def test_the_rule_knows_the_line(rule: str, words: str) -> None:
    line = line_in_an_article(words)
    assert (line.rule, line.label) == (rule, {known.name: known.label for known in LINE_RULES}[rule])


@pytest.mark.parametrize(("rule", "words"), NEAR)
def test_the_rule_leaves_a_near_miss_alone(rule: str, words: str) -> None:
    assert line_in_an_article(words).rule != rule


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.name)
def test_a_rule_knows_its_own_example(rule: LineRule) -> None:
    assert line_in_an_article(rule.example).rule == rule.name


def test_every_rule_has_a_line_it_knows_and_a_near_miss() -> None:
    names = {rule.name for rule in LINE_RULES}
    assert {rule for rule, _ in KNOWN} == names
    assert {rule for rule, _ in NEAR} == names


@pytest.mark.parametrize(("rule", "words"), SENTENCES)
def test_a_sentence_of_the_story_stays_body(rule: str, words: str) -> None:
    line = line_in_an_article(words)
    assert line.label == "body", f"taken by {rule}"


@pytest.mark.parametrize(("rule", "words"), HEADLINES)
def test_a_headline_stays_a_headline(rule: str, words: str) -> None:
    line = label_lines(f"{words}\n\n{ABOVE}\n\n{BELOW}")[0]
    assert line.label == "title", f"taken by {rule}"


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.name)
def test_no_rule_fires_on_a_long_paragraph(rule: LineRule) -> None:
    words = dict(reversed(KNOWN))[rule.name].rstrip(".")
    paragraph = f"{words} was what the notice on the quay said, and nobody could tell why. " * 6
    assert line_in_an_article(paragraph.strip()).label == "body"


def test_a_rule_says_why_in_words() -> None:
    assert line_in_an_article("Leave a comment").why == "invites a comment or counts comments"


@pytest.mark.parametrize("line", ["×", "Share", "SHARE ON FACEBOOK", "Tweet | Email | Print", "Gallery Videos Next"])
def test_words_and_signs_of_buttons(line: str) -> None:
    assert is_buttons(line)


@pytest.mark.parametrize("line", ["Share prices fell", "Print works closed", "Close shave for Rovers", "Link road opens"])
def test_a_button_word_in_a_heading_is_no_button(line: str) -> None:
    assert not is_buttons(line)
