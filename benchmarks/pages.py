"""Measure how well the article on web pages is told from the page around it.

    python benchmarks/pages.py FOLDER [--half 0|1]

FOLDER has ``gold.jsonl`` (rows with ``id`` and ``body``) and ``html/<id>.html``, as the public
article extraction benchmark does. Words are compared in runs of four; precision and recall are
means over the pages, and F1 is taken of the two means. The extraction library's own text of the
same pages stands beside ours. ``--half`` keeps the pages whose id hashes to that half.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import trafilatura
from lxml import html

from analysis.clean import clean
from analysis.collect.html import read_page
from analysis.types import ARTICLE_KINDS, Article, Block, BlockKind

RUN = 4
"""Words in a row that are compared."""

_WORD = re.compile(r"\w+")
_BLANK = re.compile(r"[\s\u200b\u00ad\ufeff\u2060]+")
_UNSEEN = ("head", "script", "style", "template", "svg", "iframe", "textarea")
_PARSER = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
_BODY = ARTICLE_KINDS - {BlockKind.HEADLINE}
_HEADLESS = _BODY - {BlockKind.STANDFIRST}


class Read(NamedTuple):
    """One page: its body as people marked it, the whole text, our blocks, the library's text."""

    gold: str
    text: str
    blocks: tuple[Block, ...]
    library: str
    n_readable: int
    """Characters that stand in the markup outside scripts, blanks not counted."""

    def of(self, kinds: frozenset[BlockKind]) -> str:
        """Return the text of the blocks of these kinds."""
        return "\n".join(b.span.of(self.text) for b in self.blocks if b.kind in kinds)


def pages(folder: Path, half: int | None) -> Iterator[Read]:
    """Yield the pages of the benchmark as they are read."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        if half is not None and hashlib.sha256(row["id"].encode()).digest()[0] % 2 != half:
            continue
        data = (folder / "html" / f"{row['id']}.html").read_bytes()
        page = read_page(data)
        article = Article("x", page.text, title=page.value("title"), layout=page.layout)
        library = trafilatura.extract(data, include_comments=False) or ""
        yield Read(row["body"], page.text, clean(article), library, n_readable(data))


def n_readable(data: bytes) -> int:
    """Return how many characters of a page a reader can see, by the parser alone."""
    root = html.document_fromstring(data.decode("utf-8", "replace").encode(), parser=_PARSER)
    for element in list(root.iter(*_UNSEEN)):
        element.drop_tree()
    return len("".join(_BLANK.sub("", text) for text in root.itertext()))


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of words of a text with their counts."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def scores(read: Sequence[Read], text_of: Callable[[Read], str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a text of each page; higher is better."""
    precisions, recalls = [], []
    for page in read:
        gold, found = runs(page.gold), runs(text_of(page))
        shared = (gold & found).total()
        precisions.append(shared / found.total())
        recalls.append(shared / gold.total())
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure the reading of web pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    read = list(pages(options.folder, options.half))
    print(f"{len(read)} pages")
    for name, text_of in (
        ("library's own text", lambda page: page.library),
        ("body and subheads", lambda page: page.of(_HEADLESS)),
        ("with standfirst", lambda page: page.of(_BODY)),
        ("with headline too", lambda page: page.of(ARTICLE_KINDS)),
    ):
        precision, recall, f1 = scores(read, text_of)
        print(f"{name:20} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    seen = sum(len(_BLANK.sub("", b.span.of(p.text))) for p in read for b in p.blocks)
    size = sum(page.n_readable for page in read)
    print(f"{seen:,} of {size:,} readable characters are in blocks: {seen / size:.2%}")
    comments = sum(len(page.of(frozenset({BlockKind.COMMENT}))) for page in read)
    print(f"{comments:,} characters of readers' comments among them")


if __name__ == "__main__":
    main()
