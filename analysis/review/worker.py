"""python -m analysis.review.worker: analyse a draft in a process of its own, in memory only.

The draft comes in on standard input and what was found goes out on standard output, both as
JSON: no file is written, nothing stands in the list of processes or in an error message.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Any

from analysis import library
from analysis.compare import facts
from analysis.corrections import read_corrections
from analysis.errors import ModelError, ParallaxError
from analysis.records import from_record, to_record
from analysis.review.drafts import annotated, beside
from analysis.review.material import Material
from analysis.types import Article, Block, BlockKind, Progress

MODULE = "analysis.review.worker"

STOPPED = "The review stopped before it was done; try again"
"""All that is said of a fault: its own words could hold words of the draft."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came back: the draft and the others, and what to say of it."""

    material: Material
    same: tuple[str, ...]
    """Outlets whose article is the draft itself, and was left out."""


def run(
    draft: Article,
    story: str,
    without: str | None = None,
    *,
    progress: Progress | None = None,
    started: Callable[[subprocess.Popen[str]], None] | None = None,
) -> Read:
    """Return a draft and the articles of a story analysed together, in a process of its own.

    Raises
    ------
    ParallaxError
        If the story cannot be read, or the process ends early.
    """
    command = [sys.executable, "-m", MODULE]
    # Nothing of a fault is kept: it could hold words of the draft.
    with subprocess.Popen(  # noqa: S603 -- our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, encoding="utf-8",
    ) as worker:  # fmt: skip
        if started:
            started(worker)
        _send(worker.stdin, {"story": story, "without": without, "draft": _written(draft)})
        found: dict[str, Any] = {}
        for line in worker.stdout or ():
            message = json.loads(line)
            if progress and "done" in message:
                progress(message["done"], message["total"], message["label"])
            elif "done" not in message:
                found = message
    if "error" in found or "draft" not in found:
        raise ModelError(found.get("error", STOPPED))
    return _read(found)


def _send(pipe: IO[str] | None, message: Mapping[str, Any]) -> None:
    if pipe is None:
        raise ModelError(STOPPED)
    try:
        json.dump(message, pipe)
        pipe.close()
    except BrokenPipeError as err:
        raise ModelError(STOPPED) from err


def _written(draft: Article) -> dict[str, Any]:
    return {
        "text": draft.text,
        "title": draft.title,
        "byline": draft.byline,
        "published": draft.published,
        "language": draft.language,
        "layout": [[b.start, b.end, b.kind.value, b.rule] for b in draft.layout],
    }


def _article(row: Mapping[str, Any]) -> Article:
    layout = tuple(Block(s, e, BlockKind(kind), rule) for s, e, kind, rule in row["layout"])
    fields = {key: value for key, value in row.items() if key != "layout"}
    return Article(id="draft", layout=layout, **fields)


def _read(found: Mapping[str, Any]) -> Read:
    others = tuple(from_record(row) for row in found["others"])
    alignment = facts.from_record(found["alignment"]) if found["alignment"] else None
    return Read(Material(from_record(found["draft"]), others, alignment), tuple(found["same"]))


def answer(asked: Mapping[str, Any], tell: Callable[[Mapping[str, Any]], None]) -> None:
    """Analyse what was asked for and tell how far it has come, then what was found."""
    story = library.load_story(asked["story"])
    draft = _article(asked["draft"])
    read_beside = beside(draft, story.articles, asked["without"])
    material = annotated(
        draft,
        read_beside.articles,
        read_corrections(story.id),
        story=story.id,
        progress=lambda done, total, label: tell({"done": done, "total": total, "label": label}),
    )
    tell(
        {
            "draft": to_record(material.draft),
            "others": [to_record(each) for each in material.others],
            "alignment": facts.to_record(material.alignment) if material.alignment else None,
            "same": list(read_beside.same),
        }
    )


def _tell(message: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Answer what stands on standard input."""
    try:
        answer(json.loads(sys.stdin.read()), _tell)
    except ParallaxError as err:
        _tell({"error": str(err)})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
