"""What a careful reader marks in the seed articles: who says it, by which word, and through whom it came."""

import pandas as pd
import pytest

import mediakit as mk


@pytest.fixture(scope="module")
def statements(corpus) -> pd.DataFrame:
    return mk.find_attributions(corpus)


@pytest.mark.parametrize(
    "expected",
    [
        ("000", "title", "Kim Jong Un", "Reaffirms", ["www.reflector.com"]),
        ("000", "body", "Kim Jong Un", "reaffirmed", ["www.reflector.com", "North Korean state media"]),
        ("000", "body", "South Korean intelligence report", "suggested", ["www.reflector.com"]),
        ("001", "title", "Kim", "Declares", ["abcnews.go.com"]),
        ("001", "body", "Kim Jong Un", "declared", ["abcnews.go.com", "the North’s state media"]),
        ("001", "body", "Vladimir Putin", "vowing", ["abcnews.go.com"]),
        ("001", "body", "Kim", "stressed", ["abcnews.go.com"]),
        ("001", "body", "Korean Central News Agency (KCNA)", "mentioned", ["abcnews.go.com"]),
        ("001", "body", "state news agency", "According to", ["abcnews.go.com"]),
        ("001", "body", "Russia", "claimed", ["abcnews.go.com"]),
        ("001", "body", "Ukraine", "maintains", ["abcnews.go.com"]),
        ("001", "body", "Oleksandr Syrskyi", "echoed", ["abcnews.go.com"]),
        ("001", "body", "intelligence sources", "suggest", ["abcnews.go.com"]),
        ("001", "body", "South Korean officials", "have reported", ["abcnews.go.com"]),
        ("001", "body", "Reports", "suggest", ["abcnews.go.com"]),
        ("002", "body", "Kim Jong Un", "expressed", ["AP", "North Korean state media"]),
        ("002", "body", "intelligence report", "indicating", []),
        ("002", "body", "North Korean and Russian state media", "reported", []),
        ("002", "body", "They", "reaffirmed", []),
        ("002", "body", "Kim", "claimed", ["AP", "North Korea’s official Korean Central News Agency"]),
        ("002", "body", "who", "expressed", ["his televised remarks", "Shoigu"]),
        ("003", "body", "Kim Jong Un", "reiterated", ["www.channelnewsasia.com", "North Korean state media"]),
        ("003", "body", "intelligence reports", "indicating", ["www.channelnewsasia.com"]),
        ("003", "body", "Kim", "expressed", ["www.channelnewsasia.com", "the Korean Central News Agency"]),
        ("003", "body", "Putin’s", "conveyed", ["www.channelnewsasia.com", "Shoigu"]),
        ("003", "body", "Experts", "predict", ["www.channelnewsasia.com"]),
        ("004", "title", "Kim Jong Un", "Reaffirms", []),
        ("004", "body", "North Korean state media", "reported", []),
        ("004", "body", "intelligence", "suggesting", []),
        ("004", "body", "Estimates", "indicate", []),
        ("004", "body", "Kim", "stating", ["the Korean Central News Agency (KCNA)"]),
        ("004", "body", "Vladimir Putin", "expressing", ["Shoigu"]),
        ("004", "body", "Analysts", "suggest", []),
    ],
    ids=lambda expected: f"{expected[0]} {expected[1]}: {expected[2]} {expected[3]}",
)
def test_statements_of_the_seed_articles(statements, expected):
    article, part, source, cue, carriers = expected
    of_part = statements[statements["article_id"].str.startswith(article) & (statements["part"] == part)]
    of_cue = of_part[of_part["cue"].str.endswith(cue)]
    found = of_cue[of_cue["source"].str.contains(source, regex=False).fillna(value=False)]
    assert [list(row) for row in found["carriers"]] == [carriers]
