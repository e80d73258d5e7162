"""Spoiled copies of a small file of every format, read as users' folders are: nothing may crash, hang or get lost.

Each sample is changed at random (bytes flipped, cut off, cut out, doubled, spliced with another sample,
nested, members of archives changed before they are packed again) and read by read_corpus in folders of
1,000. Of every folder the counts must add up, and every file must end as an article or as a problem that says
why. The same seed makes the same files.
"""

import argparse
import gzip
import io
import random
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from fuzz_samples import samples

import mediakit as mk
from mediakit.errors import MediakitError

_FOLDER, _LONGEST = 1000, 50_000  # files; bytes of a spoiled file
_INSERTED = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x80", b'"', b"'", b"\n", b"\r", b"\n\n\n\n", b",", b";", b"\t", b"{", b"}", b"[",
    b"]", b"<", b">", b"&", b"<!--", b"<![CDATA[", b"</", b"]]>", b"&#x110000;", b"\\u0000", b"\\ud83d", b"\\", b"-1", b"9" * 400,
    b"1e999", b"NaN", b"null", b"%s", b"../", b"\xe2\x80\xae", b"\xcc\x81" * 50, b"=cmd()", b"{\\rtf1", b"PK\3\4", b"a" * 5000,
)  # fmt: skip
_NESTED = ((b"[", b"]"), (b"{", b"}"), (b'{"a":', b"}"), (b"<div>", b"</div>"), (b"<b>", b""), (b"(", b")"), (b"{\\b ", b"}"))
_FAILED = ("the reader failed", "given up: ")


def spoiled(data: bytes, others: list[bytes], draw: random.Random) -> bytes:
    """Data with one to four changes."""
    if data.startswith((b"PK\3\4", b"\x1f\x8b")) and draw.random() < 0.7:
        return _inside(data, others, draw)
    for _ in range(draw.randint(1, 4)):
        data = draw.choice(_CHANGES)(data, others, draw)[:_LONGEST]
    return data


def _inside(data: bytes, others: list[bytes], draw: random.Random) -> bytes:
    """One packed file changed, and all packed again: the checksums of the archive hold."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(spoiled(gzip.decompress(data), others, draw), mtime=0)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        chosen = draw.choice(source.namelist())
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info.filename, spoiled(content, others, draw) if info.filename == chosen else content)
    return packed.getvalue()


def _flip(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    changed = bytearray(data or b"x")
    for _ in range(draw.choice((1, 1, 2, 8, 64))):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def _place(data: bytes, draw: random.Random) -> tuple[int, int]:
    begin = draw.randint(0, len(data))
    return begin, min(len(data), begin + draw.choice((1, 10, 100, 1000)))


def _cut(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    return data[: draw.randint(0, len(data))]


def _cut_out(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    begin, end = _place(data, draw)
    return data[:begin] + data[end:]


def _double(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    begin, end = _place(data, draw)
    return data[:end] + data[begin:end] * draw.choice((1, 1, 2, 50)) + data[end:]


def _insert(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    begin, _end = _place(data, draw)
    return data[:begin] + draw.choice(_INSERTED) + data[begin:]


def _splice(data: bytes, others: list[bytes], draw: random.Random) -> bytes:
    other = draw.choice(others)
    return data[: draw.randint(0, len(data))] + other[draw.randint(0, len(other)) :]


def _nest(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    (before, after), depth = draw.choice(_NESTED), draw.choice((3, 100, 1500, 20_000))
    begin, end = _place(data, draw)
    return data[:begin] + before * depth + data[begin:end] + after * depth + data[end:]


def _encode(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(
        draw.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig")), "replace"
    )


_CHANGES = (_flip, _flip, _cut, _cut_out, _double, _insert, _insert, _splice, _nest, _encode)


def run(job: tuple[int, int]) -> Counter[str]:
    """Read one folder of spoiled files; what became of them."""
    seed, count = job
    draw, known = random.Random(f"mediakit {seed}"), samples()
    room = Path(tempfile.mkdtemp(prefix="mediakit-fuzz-"))
    names = []
    for number in range(count):
        name = draw.choice(sorted(known))
        names.append(f"{number:04}-{name}")
        Path(room, names[-1]).write_bytes(spoiled(known[name], [*known.values()], draw))
    Path(room, "good.txt").write_text("The ferry did not leave the harbour on Monday, the port office said.\n")
    begin = time.monotonic()
    try:
        corpus = mk.read_corpus(room)
    except Exception:
        return _said(room, "crashes", traceback.format_exc())
    seconds = time.monotonic() - begin
    origin, problems = corpus.origin, corpus.problems
    told = {*corpus.articles["path"], *problems.loc[problems["fate"].isin(["quarantined", "skipped"]), "path"]}
    top = {path.split("/")[0] for path in told}
    lost = [name for name in (*names, "good.txt") if name not in top]
    failed = problems[problems["what"].str.startswith(_FAILED)]
    counts = Counter(
        inputs=count, articles=len(corpus.articles), problems=len(problems), seconds=round(seconds),
        lost=len(lost) + (origin.found != origin.loaded + origin.quarantined + origin.skipped),
        contained=len(failed), hangs=int(failed["what"].str.contains("longer than").sum()),
    )  # fmt: skip
    joined = corpus.lines.groupby("article_id")["end"].max()
    texts = corpus.articles.set_index("article_id")["text"].str.len()
    counts["lost"] += int((joined.reindex(texts.index).fillna(0) != texts).sum())
    if lost or len(failed):
        kept = Path(tempfile.gettempdir(), "mediakit-fuzz-kept")
        kept.mkdir(exist_ok=True)
        for path in {*lost, *(path.split("/")[0] for path in failed["path"])}:
            shutil.copy(Path(room, path), kept / f"{seed}-{path}")
        for name in lost:
            print(f"lost: {kept / f'{seed}-{name}'}", file=sys.stderr)
        for path, what in failed[["path", "what"]].to_numpy().tolist():
            print(f"contained: {kept / f'{seed}-{path}'}: {what}", file=sys.stderr)
    shutil.rmtree(room)
    return counts


def _said(room: Path, kind: str, what: str) -> Counter[str]:
    print(f"{kind}: {room} is kept\n{what}", file=sys.stderr)
    return Counter({kind: 1})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, metavar="N", help="how many spoiled files (100,000)")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (2)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the first of the seeds (0)")
    given = parser.parse_args()
    total: Counter[str] = Counter(crashes=0, hangs=0, lost=0, contained=0)
    begin = time.monotonic()
    jobs = [(given.seed + number, _FOLDER) for number in range(-(-given.inputs // _FOLDER))]
    with ProcessPoolExecutor(given.jobs) as pool:
        for done, counts in enumerate(pool.map(run, jobs), start=1):
            total.update(counts)
            if done % 5 == 0:
                print(f"{done * _FOLDER:,} files, {time.monotonic() - begin:.0f} s: {dict(total)}", file=sys.stderr)
    print(f"{total['inputs']:,} spoiled files of {len(samples())} samples")
    print(f"{total['articles']:,} articles, {total['problems']:,} problems")
    print(
        f"crashes: {total['crashes']}, hangs: {total['hangs']}, lost: {total['lost']}; readers that gave up: {total['contained']}"
    )
    sys.exit(1 if total["crashes"] or total["lost"] else 0)


if __name__ == "__main__":
    try:
        main()
    except MediakitError as error:
        sys.exit(str(error))
