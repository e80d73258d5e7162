"""The codes of statements and quotations in words for readers: kinds of source, classes of cues, rules, how sure.

docs/quotes.md defines each; here they are said so that a pupil of fifteen understands them.
"""

from __future__ import annotations

#: what a source is
ROLES = {
    "government_military": "government, police or military",
    "intelligence": "a secret service",
    "politician": "a politician or head of state",
    "business": "a business",
    "expert": "somebody with special knowledge",
    "civil_society": "a union, charity or group of citizens",
    "citizen_witness": "a citizen or witness",
    "state_medium": "a medium run by a state",
    "medium_agency": "another medium or a news agency",
    "document": "a document",
    "unknown": "the text does not say what this source is",
}
#: whether the text says why a source has no name
REASONS = {
    "given": "the text says why it gives no name",
    "generic": "the text only says that it gives no name",
    "none": "the text does not say why it gives no name",
}
#: what the words that attribute do besides attributing
CUE_CLASSES = {
    "neutral": "only says who said it",
    "announcing": "makes known, demands or promises",
    "endorsing": "lends weight, or approves",
    "distancing": "leaves open whether it is so",
    "conceding": "presents it as given up",
    "intensifying": "underlines it",
    "speculative": "tells a belief, a guess or a forecast",
    "conflict": "attacks or rejects",
    "manner": "says how it sounded",
}
#: how far to trust a row
SURE = {"certain": "certain", "likely": "likely right", "check": "often wrong: worth a look"}

#: where the words stand that a rule looked at
RULES = {
    "correction": "a person said so, in corrections.csv",
    "verb behind": "a verb of saying right behind the quotation",
    "verb before": "a verb of saying before the quotation",
    "verb above": "the verb of saying that the quotation hangs on",
    "name before a colon": "a name and a colon before the quotation",
    "sentence before a colon": "a sentence that ends in a colon before the quotation",
    "name behind a dash": "a name behind a dash",
    "name and verb behind": "a name and a verb of saying right behind the quotation",
    "verb and name behind": "a verb of saying and a name right behind the quotation",
    "name and verb before": "a name and a verb of saying before the quotation",
    "parenthesis": "a verb of saying put in between",
    "named in its last paragraph": "the speaker is named where the quotation ends, paragraphs later",
    "goes on in its paragraph": "whoever spoke before in the same paragraph goes on",
    "named behind the next quotation": "the speaker is named behind the next quotation of the paragraph",
    "colon in the paragraph before": "the paragraph before ends in a colon",
    "goes on from the paragraph before": "whoever spoke in the paragraph before goes on",
    "subject of the paragraph before": "the paragraph before is about this speaker",
    "according to": "“according to” or words like it",
    "aside": "a verb of saying put in between, or behind",
    "as X said": "“as … said”",
    "that-clause": "a verb of saying or thinking with a clause: said that …",
    "infinitive": "a verb with “to”: vowed to …",
    "object": "a verb with what it is about: criticised the plan",
    "preposition": "a verb with a small word: apologised for …",
    "noun": "a noun of saying: the claim that …",
    "adjective": "an adjective of thinking: is confident that …",
    "passive": "a verb that leaves out who said it: was criticised",
    "passive that-clause": "a verb that leaves out who said it: were told that …",
    "passive infinitive": "a verb that leaves out who said it: was said to …",
    "quoted as": "somebody was quoted as saying it; the text leaves out by whom",
    "reportedly": "“reportedly” or a word like it: nobody is named",
    "seems": "it seems or appears so: nobody is named",
    "relayed": "a message that somebody passed on",
    "relayed message": "a message, tied to whoever sent it",
    "citing": "a medium says it, citing somebody",
}
_WITHOUT_GRAMMAR = ("pattern: ", "patterns only: ")
_NAME = "; name: "


def rule_in_words(rule: str) -> str:
    """What a rule looked at, for readers; a rule that has no words here, as it is called.

    >>> rule_in_words("noun"), rule_in_words("pattern: name before a colon")
    ('a noun of saying: the claim that …', 'a name and a colon before the quotation, looked for without grammar')
    >>> rule_in_words("noun; name: pronoun")
    'a noun of saying: the claim that …; whom that means, by: pronoun'
    """
    if _NAME in rule:
        found, name = rule.split(_NAME, 1)
        return f"{rule_in_words(found)}; whom that means, by: {name}"
    for prefix in _WITHOUT_GRAMMAR:
        if rule.startswith(prefix):
            return f"{rule_in_words(rule.removeprefix(prefix))}, looked for without grammar"
    return RULES.get(rule, rule)
