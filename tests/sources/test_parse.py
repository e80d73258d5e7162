"""The door to the model: which one, checked, loaded once, and doing without."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from mediakit.errors import MediakitError, ModelError
from mediakit.text import parse as door


def test_each_sentence_is_parsed_as_one_whatever_stands_in_it() -> None:
    trees = door.parse(["The ferry stopped. Nobody knew why, she said.", "It rained."])
    assert trees is not None
    assert [[token.text for token in tree if token.head is token] for tree in trees] == [["said"], ["rained"]]


def test_articles_parsed_together_come_back_apart() -> None:
    trees = door.parse_together([["It rained.", "Nobody sailed."], [], ["The pier is shut."]])
    assert trees is not None
    assert [[tree.text for tree in article] for article in trees] == [["It rained.", "Nobody sailed."], [], ["The pier is shut."]]


def test_a_parse_is_what_spacys_own_pipeline_makes_of_the_sentence() -> None:
    import spacy

    sentences = ["The harbour board, which owns the pier, said on Friday that nobody would pay.", "“No,” said Ama Hill.", ""]
    # with more words than are looked at in one stretch, and a sentence longer than that
    sentences += [f"Gate {number}, said {name}, stays shut for {number} days because nobody mended the lock in time."
                  for number, name in enumerate(["Obi", "Ama Lee", "the mayor", "police", "a clerk"] * 10)]  # fmt: skip
    sentences.append(" and ".join(f"Obi saw {number} boats" for number in range(200)))
    trees = door.parse(sentences)
    package = next(name for name in (door.OFFICIAL, door.REUPLOADED) if find_spec(name))
    model = spacy.load(package, exclude=["ner", "lemmatizer", "attribute_ruler"])
    assert trees is not None
    for tree, sentence in zip(trees, sentences, strict=True):
        expected = [(word.text, word.idx, word.tag_, word.dep_, word.head.i) for word in model(sentence)]
        assert [(token.text, token.idx, token.tag_, token.dep_, token.head.i) for token in tree] == expected


def test_a_word_knows_what_hangs_on_it_and_where_it_stands() -> None:
    (tree,) = door.parse(["The old ferry stopped near the pier."]) or []
    ferry, stopped, near = tree[2], tree[3], tree[4]
    assert [word.text for word in ferry.lefts] == ["The", "old"]
    assert [word.text for word in stopped.children] == ["ferry", "near", "."]
    assert [word.text for word in stopped.rights] == ["near", "."]
    assert [word.text for word in near.subtree] == ["near", "the", "pier"]
    assert (ferry.nbor(-1).text, tree.printed(tree[0], ferry), tree.printed(near)) == ("old", "The old ferry", "near the pier.")


def test_nothing_to_parse_is_nothing_parsed() -> None:
    assert door.parse([]) == []


def test_without_a_model_there_is_no_parse_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIAKIT_MODEL", "none")
    assert door.parse(["It rained."]) is None
    assert not door.has_model()
    assert door.model_name() == "patterns only"


def test_the_model_in_use_is_named_with_its_version() -> None:
    assert door.has_model()
    assert door.model_name().startswith("en_core_web_sm")
    assert door.model_name().endswith(" 3.8.0")


def test_a_parse_is_kept_by_content_and_read_again(tmp_path: Path) -> None:
    sentences = ["The coach praised his team, a spokesman said."]
    first = door.parse(sentences, cache=tmp_path)
    kept = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    again = door.parse(sentences, cache=tmp_path)
    assert first is not None and again is not None
    seen = [[(token.text, token.dep_, token.head.i, token.pos_, token.tag_) for token in trees[0]] for trees in (first, again)]
    assert seen[0] == seen[1]
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == kept
    door.parse(["Another sentence, she said."], cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == len(kept) + 1


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda kept, other: b"broken", id="no parse at all"),
        pytest.param(lambda kept, other: b"", id="empty"),
        pytest.param(lambda kept, other: kept[: len(kept) // 2], id="cut off"),
        pytest.param(lambda kept, other: other, id="the parse of something else"),
    ],
)
def test_a_kept_parse_that_is_spoiled_is_made_again(tmp_path: Path, spoil: Callable[[bytes, bytes], bytes]) -> None:
    door.parse(["Nobody sailed.", "It rained."], cache=tmp_path)
    (file,) = tmp_path.iterdir()
    other = file.read_bytes()
    file.unlink()
    door.parse(["It rained."], cache=tmp_path)
    (file,) = tmp_path.iterdir()
    kept = file.read_bytes()
    file.write_bytes(spoil(kept, other))
    trees = door.parse(["It rained."], cache=tmp_path)
    assert trees is not None and [tree.text for tree in trees] == ["It rained."]
    assert [found.read_bytes() for found in tmp_path.iterdir()] == [kept]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("no folder")
    with pytest.raises(MediakitError, match=r"parses cannot be kept[\s\S]*notes\.txt[\s\S]*to mend: pass a folder"):
        door.parse(["It rained."], cache=file)


def test_weights_that_are_not_the_known_ones_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "model-3.8.0" / "ner"
    folder.mkdir(parents=True)
    (folder / "model").write_bytes(b"something else")
    with pytest.raises(ModelError, match=r"ner/model .* is not the file that is known[\s\S]*to mend: install it again"):
        door.check_weights(tmp_path)


def test_a_setting_of_the_users_own_is_left_as_it_was() -> None:
    from thinc.api import NumpyOps, get_current_ops, use_ops

    with use_ops("numpy", use_blis=True):
        door.parse(["It rained."])
        assert isinstance(get_current_ops(), NumpyOps)
        assert get_current_ops().use_blis
