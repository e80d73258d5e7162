"""How articles without a known outlet are shown: each by a label of its own."""

import pytest

import mediakit as mk
from mediakit.identity import unknown_labels

STORY = "The night ferry did not leave on Monday. Nobody knew why it had stayed."


@pytest.mark.parametrize(
    ("ids", "labels"),
    [
        pytest.param(["001_ab", "002_cd"], ["unknown (001…)", "unknown (002…)"], id="the telling start"),
        pytest.param(["001_ab", "001_cd"], ["unknown (001_ab)", "unknown (001_cd)"], id="a start shared by two tells nothing"),
        pytest.param(["1_ab", "2_cd"], ["unknown (1_ab)", "unknown (2_cd)"], id="too short a start"),
        pytest.param(["ferry", "flood late"], ["unknown (ferry)", "unknown (flood…)"], id="nothing left out, no ellipsis"),
        pytest.param(["news#1", "news#2"], ["unknown (news#1)", "unknown (news#2)"], id="records of one file"),
        pytest.param([], [], id="nothing unknown"),
    ],
)
def test_each_unknown_outlet_has_a_label_of_its_own(ids: list[str], labels: list[str]) -> None:
    assert unknown_labels(ids) == dict(zip(ids, labels, strict=True))


def test_a_label_that_an_outlet_is_spelled_like_is_given_to_no_unknown_one() -> None:
    assert unknown_labels(["001_ab"], ["unknown (001…)"]) == {"001_ab": "unknown (001_ab)"}
    assert unknown_labels(["001"], ["unknown (001)"]) == {"001": "unknown (001)*"}


def test_an_outlet_called_unknown_is_never_put_together_with_an_unknown_one(folder) -> None:
    manifest = "path,outlet\n001_ab.txt,\n002_cd.txt,unknown (001…)\n"
    corpus = mk.read_corpus(folder({"001_ab.txt": STORY, "002_cd.txt": f"{STORY} It was cold.", "manifest.csv": manifest}))
    labels = corpus.articles["outlet_label"].tolist()
    assert labels == ["unknown (001_ab)", "unknown (001…)"]
    values = mk.measure(corpus, "word_count")
    assert mk.summarize(values)["group"].tolist() == labels
    assert corpus.select(outlet="unknown (001…)").articles["article_id"].tolist() == ["002_cd"]
    assert "002_cd" not in repr(mk.show_values(values))
