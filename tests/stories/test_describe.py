"""Each story with its outlets and dates, and the stories that only look like it, with the reason."""

import mediakit as mk
from tests.stories.made import ALL, FIRE, GROUNDED, corpus_of


def described(corpus: mk.Corpus) -> dict[str, dict[str, object]]:
    stories = mk.describe_stories(mk.group_stories(corpus), corpus)
    return {row["story_id"]: row for row in stories.to_dict("records")}


def test_look_alike_events_name_each_other_and_why() -> None:
    stories = described(corpus_of(ALL))
    fire, grounded = stories["story:fire broadsheet"], stories["story:grounded broadsheet"]
    assert [*fire["related_to"]] == ["story:grounded broadsheet"]
    assert [*grounded["related_to"]] == ["story:fire broadsheet"]
    assert "an event in May as an earlier one" in fire["reason"]
    assert [*stories["story:budget paper"]["related_to"]] == []


def test_outlets_that_are_not_known_may_be_one_or_many() -> None:
    articles = corpus_of(GROUNDED).articles
    known = mk.describe_stories(mk.group_stories(corpus_of(GROUNDED)), corpus_of(GROUNDED)).iloc[0]
    assert (known["n_articles"], known["n_outlets_low"], known["n_outlets_high"]) == (len(articles), 3, 3)


def test_two_unknown_outlets_beside_a_known_one_are_a_range(folder) -> None:
    names = ["a.txt", "b.txt", "c.txt"]
    files = dict(zip(names, GROUNDED.values(), strict=True))
    corpus = mk.read_corpus(folder({**files, "manifest.csv": "path,outlet\na.txt,Harbour Herald\n"}))
    story = mk.describe_stories(mk.group_stories(corpus), corpus).iloc[0]
    assert (story["n_outlets_low"], story["n_outlets_high"]) == (1, 3)


def test_first_and_last_are_dates_of_publication() -> None:
    days = {"grounded broadsheet": "2024-05-04", "grounded tabloid": "2024-05-03"}
    (story,) = described(corpus_of(GROUNDED, published=days)).values()
    assert (story["first"], story["last"]) == ("2024-05-03", "2024-05-04")


def test_a_label_is_words_that_set_a_story_apart() -> None:
    stories = described(corpus_of(ALL))
    assert set(stories["story:fire broadsheet"]["label"].split(", ")) & {"fire", "engine", "room", "rafts"}
    assert "ferry" not in stories["story:budget paper"]["label"]


def test_the_june_seed_is_related_to_the_march_one_with_the_sentence_that_says_so(corpus: mk.Corpus) -> None:
    stories = mk.describe_stories(mk.group_stories(corpus), corpus)
    june = stories[stories["n_articles"] == 1].iloc[0]
    march = stories[stories["n_articles"] == 4].iloc[0]
    assert [*june["related_to"]] == [march["story_id"]]
    assert "an event in March as an earlier one" in june["reason"]


def test_a_story_of_the_fire_alone_is_related_to_nothing() -> None:
    (story,) = described(corpus_of(FIRE)).values()
    assert [*story["related_to"]] == []
