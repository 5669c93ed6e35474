"""Gold TOML files -> annotated articles; every quoted string becomes a code-point span."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from locating import GoldError, located, located_at

from analysis.types import Span

HERE = Path(__file__).resolve().parent

USE_VOICE = {
    "plain": "outlet",
    "attributed": "paraphrase",
    "quoted": "quote",
    "fragment": "quote",
    "scare": "quote",
    "so_called": "outlet",
}
"""The voice each use implies, unless the entry names a voice of its own."""


JUDGED_SIDES = {
    "troops": frozenset({"peacekeeping", "occupation_intervention"}),
    "crowd": frozenset({"protest", "violent"}),
    "event": frozenset({"unrest", "uprising", "coup", "riot", "protest"}),
    "government": frozenset({"government", "regime"}),
    "movement": frozenset({"withdraw", "build_up"}),
    "force": frozenset({"restore_order", "crack_down"}),
}
"""The sides annotated; words on any other side are not judged."""


@dataclass(frozen=True, slots=True)
class GoldBlock:
    """One part of the page; the first kind is preferred, every kind is accepted."""

    span: Span
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One attribution; of each list the first is preferred, every one is accepted."""

    kinds: tuple[str, ...]
    contents: tuple[tuple[Span, ...], ...]
    quoted: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speakers: tuple[str | None, ...]
    roles: tuple[str, ...]
    named: bool | None
    """Whether the text names the speaker; ``None`` = in doubt, not judged."""
    optional: bool
    """Annotators would differ: neither its absence nor its presence counts."""

    @property
    def content(self) -> tuple[Span, ...]:
        """Return the preferred extent."""
        return self.contents[0]


@dataclass(frozen=True, slots=True)
class GoldTerm:
    """One listed term; of voices and uses the first is preferred, every one is accepted."""

    span: Span
    contrast: str
    side: str
    voices: tuple[str, ...]
    uses: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A stretch in which nothing may be counted, or no term of one contrast."""

    span: Span
    contrast: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article as the annotator reads it."""

    id: str
    text: str
    meta: Mapping[str, tuple[str | None, ...]]
    blocks: tuple[GoldBlock, ...]
    quotes: tuple[GoldQuote, ...]
    terms: tuple[GoldTerm, ...]
    must_not: tuple[Forbidden, ...]
    must_not_be_outlet: tuple[Span, ...]
    names: Mapping[str, frozenset[str]]
    """Canonical speaker -> every form accepted for it, normalised."""


def stories() -> tuple[Path, ...]:
    """Return the folders that hold annotated articles."""
    return tuple(sorted(path.parent for path in HERE.glob("*/speakers.toml")))


def load_story(folder: Path) -> tuple[GoldArticle, ...]:
    """Return every annotated article of one folder, in order of file name.

    Raises
    ------
    GoldError
        If a string is missing, ambiguous or out of place; the message names the file.
    """
    rows = _read(folder / "speakers.toml")["speakers"]
    names = {
        row["name"]: frozenset(normalised(form) for form in (row["name"], *row["aliases"]))
        for row in rows
    }
    paths = sorted(path for path in folder.glob("*.toml") if path.name != "speakers.toml")
    return tuple(load_article(path, names) for path in paths)


def load_article(path: Path, names: Mapping[str, frozenset[str]]) -> GoldArticle:
    """Return the article annotated in one TOML file."""
    table = _read(path)
    text = (path.parent / table["text_file"]).read_text(encoding="utf-8")
    try:
        return GoldArticle(
            id=table["id"],
            text=text,
            meta={key: _choices(value) for key, value in table["meta"].items() if key != "note"},
            blocks=_blocks(text, table["blocks"]["list"]),
            quotes=tuple(_quote(text, row, names) for row in table["quotes"]),
            terms=tuple(_terms(text, table["terms"])),
            must_not=(
                *(Forbidden(_span(text, row), None) for row in table["must_not"]["anywhere"]),
                *(
                    Forbidden(_span(text, row), row["contrast"])
                    for row in table["must_not"].get("contrast", ())
                ),
            ),
            must_not_be_outlet=tuple(
                _span(text, row) for row in table["must_not_be_outlet"]["list"]
            ),
            names=names,
        )
    except (GoldError, KeyError) as err:
        message = f"{path.parent.name}/{path.name}: {err}"
        raise GoldError(message) from err


def normalised(name: str) -> str:
    """Return a speaker's name for comparison: case, article, apostrophes, white space aside."""
    plain = " ".join(name.replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _choices(value: str | Sequence[str]) -> tuple[str | None, ...]:
    """Return the accepted values, preferred first; an empty string stands for null."""
    values = (value,) if isinstance(value, str) else tuple(value)
    return tuple(item or None for item in values)


def _texts(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _span(text: str, row: Mapping[str, Any]) -> Span:
    scope = located(text, row["in"], within=Span(0, len(text))) if "in" in row else None
    return located(text, row["text"], within=scope or Span(0, len(text)), n=row.get("n"))


def _blocks(text: str, rows: Iterable[Sequence[str]]) -> tuple[GoldBlock, ...]:
    result: list[GoldBlock] = []
    cursor = 0
    for kinds, quoted in rows:
        span = located_at(text, quoted, cursor)
        result.append(GoldBlock(span, tuple(kinds.split("|"))))
        cursor = span.end
    if rest := text[cursor:].strip():
        message = f"text after the last block: '{rest[:40]}'; add a block for it"
        raise GoldError(message)
    return tuple(result)


_QUOTE_FIELDS = frozenset(
    "in kind content also quoted cue source speaker role named optional note".split()
)


def _quote(text: str, row: Mapping[str, Any], names: Mapping[str, frozenset[str]]) -> GoldQuote:
    if unknown := set(row) - _QUOTE_FIELDS:
        message = f"unknown field {sorted(unknown)} in a quote; known: {sorted(_QUOTE_FIELDS)}"
        raise GoldError(message)
    scope = located(text, row["in"], within=Span(0, len(text)))

    def spans(strings: Iterable[str]) -> tuple[Span, ...]:
        return tuple(located(text, string, within=scope) for string in strings)

    speakers = _choices(row["speaker"])
    for speaker in speakers:
        if speaker is not None and speaker not in names:
            message = f"speaker '{speaker}' is not in speakers.toml; add it there"
            raise GoldError(message)
    return GoldQuote(
        kinds=_texts(row["kind"]),
        contents=(spans(row["content"]), *(spans(strings) for strings in row.get("also", ()))),
        quoted=spans(row.get("quoted", ())),
        cue=located(text, row["cue"], within=scope) if "cue" in row else None,
        source=located(text, row["source"], within=scope) if "source" in row else None,
        speakers=speakers,
        roles=_texts(row["role"]),
        named=row.get("named"),
        optional=row.get("optional", False),
    )


def _terms(
    text: str, table: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]]
) -> Iterable[GoldTerm]:
    for contrast, sides in table.items():
        for side, rows in sides.items():
            if side not in JUDGED_SIDES.get(contrast, ()):
                message = f"side '{contrast}.{side}' is not one of JUDGED_SIDES; correct the name"
                raise GoldError(message)
            for row in rows:
                uses = _texts(row["use"])
                own = (row["voice"],) if "voice" in row else None
                voices = own or tuple(dict.fromkeys(USE_VOICE[use] for use in uses))
                optional = row.get("optional", False) or row.get("elsewhere", False)
                yield GoldTerm(_span(text, row), contrast, side, voices, uses, optional)
