"""How hard an article is to read, by the published formulas, each a function of counts.

Every function takes the counts of one text (or arrays, for many redrawn texts) and states its
source beside its constants. Where textstat departs from the source, docs/readability.md says how.
"""

from functools import partial

import numpy as np

from mediakit.measures.length import words_per_sentence
from mediakit.measures.measure import Measure
from mediakit.text.counts import Amount, Counts


def flesch_reading_ease(counts: Counts) -> Amount:
    """206.835 − 1.015 words/sentence − 84.6 syllables/word (Flesch 1948).

    >>> round(flesch_reading_ease(Counts(words=6, sentences=1, syllables=6)), 3)
    116.145
    """
    return 206.835 - 1.015 * words_per_sentence(counts) - 84.6 * counts.syllables / counts.words


def flesch_kincaid_grade(counts: Counts) -> Amount:
    """0.39 words/sentence + 11.8 syllables/word − 15.59 (Kincaid et al. 1975).

    >>> round(flesch_kincaid_grade(Counts(words=6, sentences=1, syllables=6)), 2)
    -1.45
    """
    return 0.39 * words_per_sentence(counts) + 11.8 * counts.syllables / counts.words - 15.59


def gunning_fog(counts: Counts) -> Amount:
    """0.4 (words/sentence + percentage of complex words) (Gunning 1952).

    >>> gunning_fog(Counts(words=100, sentences=5, complex_words=10))
    12.0
    """
    return 0.4 * (words_per_sentence(counts) + 100 * counts.complex_words / counts.words)


def smog_index(counts: Counts) -> Amount:
    """3.1291 + 1.0430 √(30 polysyllables/sentences) (McLaughlin 1969).

    >>> f"{smog_index(Counts(sentences=30, polysyllables=100)):.4f}"
    '13.5591'
    """
    return 3.1291 + 1.0430 * np.sqrt(30 * counts.polysyllables / counts.sentences)


def automated_readability_index(counts: Counts) -> Amount:
    """4.71 letters/word + 0.5 words/sentence − 21.43 (Smith & Senter 1967).

    >>> round(automated_readability_index(Counts(words=100, sentences=5, letters=500)), 2)
    12.12
    """
    return 4.71 * counts.letters / counts.words + 0.5 * words_per_sentence(counts) - 21.43


def coleman_liau_index(counts: Counts) -> Amount:
    """0.0588 letters − 0.296 sentences, per 100 words, − 15.8 (Coleman & Liau 1975).

    >>> round(coleman_liau_index(Counts(words=119, sentences=5, letters=639)), 2)
    14.53
    """
    return (5.88 * counts.letters - 29.6 * counts.sentences) / counts.words - 15.8


def dale_chall(counts: Counts) -> Amount:
    """0.1579 percentage of hard words + 0.0496 words/sentence + 3.6365 (Dale & Chall 1948).

    The constant is always added, as in the authors' own worked samples; leaving it out below 5 % of
    hard words is a later habit.

    >>> round(dale_chall(Counts(words=131, sentences=9, hard_words=20)), 2)
    6.77
    """
    return 15.79 * counts.hard_words / counts.words + 0.0496 * words_per_sentence(counts) + 3.6365


def dale_chall_psk(counts: Counts) -> Amount:
    """0.1155 percentage of hard words + 0.0596 words/sentence + 3.2672 (Powers, Sumner & Kearl 1958).

    Dale and Chall's counts, with the weights found anew on the McCall–Crabbs lessons of 1950.

    >>> round(dale_chall_psk(Counts(words=131, sentences=9, hard_words=20)), 2)
    5.9
    """
    return 11.55 * counts.hard_words / counts.words + 0.0596 * words_per_sentence(counts) + 3.2672


def linsear_write(counts: Counts) -> Amount:
    """(words + 2 polysyllables) per sentence, halved, less 1 where that was 20 or below (O'Hayre 1966).

    The original takes a sample of 100 words; here the whole text is the sample.

    >>> linsear_write(Counts(words=100, sentences=5, polysyllables=10))
    array(12.)
    """
    points = (counts.words + 2 * counts.polysyllables) / counts.sentences
    return np.where(points > 20, points / 2, points / 2 - 1)


def lix(counts: Counts) -> Amount:
    """words/sentence + percentage of words longer than six letters (Björnsson 1968).

    >>> lix(Counts(words=100, sentences=5, long_words=25))
    45.0
    """
    return words_per_sentence(counts) + 100 * counts.long_words / counts.words


def rix(counts: Counts) -> Amount:
    """Words longer than six letters, per sentence (Anderson 1983).

    >>> rix(Counts(words=100, sentences=5, long_words=25))
    5.0
    """
    return counts.long_words / counts.sentences


def reading_difficulty(counts: Counts) -> Amount:
    """Hard words per sentence, each counted once in a hundred words (mediakit 2026).

    Words per sentence times the share of hard words: in logarithms, long sentences and unfamiliar words
    with equal weight. It has no constant, fitted or chosen, but Dale & Chall's list and the hundred words.

    >>> reading_difficulty(Counts(words=100, sentences=5, new_hard_words=12))
    2.4
    """
    return counts.new_hard_words / counts.sentences


_english = partial(Measure, higher_means="harder to read", minimum=100, languages=("en",), by_sentences=True)
_grade = partial(_english, unit="US school grade")
_any_language = partial(Measure, unit="points", higher_means="harder to read", minimum=100, by_sentences=True)

READABILITY = (
    _english(name="flesch_reading_ease", label="Flesch reading ease", unit="points", higher_means="easier to read",
             what="from long sentences and words of many syllables; 90 is very easy, 30 very hard",
             formula=flesch_reading_ease, reference="Flesch 1948, Journal of Applied Psychology 32, 221–233"),
    _grade(name="flesch_kincaid_grade", label="Flesch–Kincaid grade",
           what="from long sentences and words of many syllables, as years of US schooling; below 0: easier than first grade",
           formula=flesch_kincaid_grade, reference="Kincaid, Fishburne, Rogers & Chissom 1975, Navy Research Branch Report 8-75"),
    _grade(name="gunning_fog", label="Gunning fog index", what="from long sentences and complex words (three syllables or more)",
           formula=gunning_fog, reference="Gunning 1952, The Technique of Clear Writing"),
    _grade(name="smog_index", label="SMOG grade", what="from words of three syllables or more; made for 30 sentences and above",
           counts="sentences", minimum=30, formula=smog_index, reference="McLaughlin 1969, Journal of Reading 12, 639–646"),
    _grade(name="automated_readability_index", label="Automated readability index",
           what="from long sentences and long words; below 0: easier than first grade",
           formula=automated_readability_index, reference="Smith & Senter 1967, AMRL-TR-66-220"),
    _grade(name="coleman_liau_index", label="Coleman–Liau index",
           what="from letters and sentences per 100 words; below 0: easier than first grade",
           formula=coleman_liau_index, reference="Coleman & Liau 1975, Journal of Applied Psychology 60, 283–284"),
    _english(name="dale_chall", label="Dale–Chall score", unit="points",
             what="from long sentences and words not on a list that fourth-graders know",
             formula=dale_chall, reference="Dale & Chall 1948, Educational Research Bulletin 27, 11–20 and 37–54"),
    _grade(name="dale_chall_psk", label="Dale–Chall grade, recalculated",
           what="the Dale–Chall score with weights recalculated ten years later, as years of US schooling",
           formula=dale_chall_psk, reference="Powers, Sumner & Kearl 1958, Journal of Educational Psychology 49, 99–105"),
    _grade(name="linsear_write", label="Linsear Write grade",
           what="from long sentences and words of three syllables or more; below 0: easier than first grade",
           formula=linsear_write, reference="O’Hayre 1966, Gobbledygook Has Gotta Go, US Bureau of Land Management"),
    _any_language(name="lix", label="LIX", what="from long sentences and words of more than six letters",
                  formula=lix, reference="Björnsson 1968, Läsbarhet"),
    _any_language(name="rix", label="RIX", unit="long words per sentence", what="words of more than six letters, per sentence",
                  formula=rix, reference="Anderson 1983, Journal of Reading 26, 490–496"),
    _english(name="reading_difficulty", label="Reading difficulty", unit="hard words per sentence",
             what="words not on a list that fourth-graders know, per sentence, each counted once in a hundred words",
             formula=reading_difficulty, reference="mediakit, 2026: how it was made stands in docs/readability.md"),
)  # fmt: skip
