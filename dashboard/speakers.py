"""Speakers as readers correct them: each decision is on disk when the function returns."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from analysis import library
from analysis.corrected import SPEAKER_KINDS, name_speaker, not_applied
from analysis.corrections import key_of, parts_of, read_corrections
from analysis.extract.speakers.names import slug
from analysis.library import EditKind
from analysis.result import StoryAnalysis
from dashboard import state, words
from dashboard.prepare.voices import UNNAMED

__all__ = ["slug"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision in force: what it is about, what was decided, and whether it applies."""

    edit_id: int
    kind: EditKind
    key: tuple[str, ...]
    value: str
    applies: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks in one quote: the name in the lists, and what is known beside it."""

    name: str
    facts: tuple[tuple[str, str], ...]


def of_quote(analysis: StoryAnalysis, row: Mapping[Hashable, object]) -> Said | None:
    """Return who speaks in the quote that a row of evidence stands in, if it stands in one."""
    quotes = analysis.table("quotes")
    same = (quotes["article_id"] == row["article_id"]) & (quotes["quote_id"] == row["quote_id"])
    for quote in quotes[same & (quotes["kind"] != "scare")].to_dict("records"):
        if not isinstance(quote["speaker"], str):
            return Said(UNNAMED, ())
        basis = quote["role_basis"]
        decided = f", from \u201c{basis}\u201d" if isinstance(basis, str) else ""
        facts = [("Kind of speaker", f"{words.ROLES[quote['role']]}{decided}")]
        if isinstance(quote["institution"], str):
            facts.append(("Speaks for", quote["institution"]))
        return Said(quote["speaker"], tuple(facts))
    return None


def call(story: str, speaker_id: str, name: str) -> None:
    """Give a speaker a name; that of another speaker merges the two."""
    if slug(name):
        name_speaker(story, speaker_id, name.strip())
        state.put("speaker", slug(name))


def set_role(story: str, speaker_id: str, role: str) -> None:
    """Say what kind of speaker somebody is."""
    library.edit(story, EditKind.ROLE, key_of(speaker_id), role)


def give_mention(story: str, speaker_id: str, mention: str, name: str) -> None:
    """Say who is meant by some words that were taken for this speaker; empty = nobody known."""
    words = " ".join(mention.casefold().split())
    library.edit(story, EditKind.ALIAS, key_of(speaker_id, words), name.strip())


def give_quote(story: str, article_id: str, start: int, name: str) -> None:
    """Say who speaks in one quote; empty = nobody known."""
    library.edit(story, EditKind.QUOTE, key_of(article_id, start), name.strip())


def undo(edit_id: int) -> None:
    """Take one correction back; what held before it holds again."""
    library.undo(edit_id)


def corrections(analysis: StoryAnalysis) -> tuple[Correction, ...]:
    """Return the corrections of speakers that are in force, oldest first."""
    story = analysis.story.id
    idle = not_applied(analysis.uncorrected or analysis.articles, read_corrections(story))
    missing = {(each.kind, each.key) for each in idle}
    return tuple(
        Correction(each.id, each.kind, key, each.value or "", (each.kind, key) not in missing)
        for each in reversed(library.decisions(story, SPEAKER_KINDS))
        for key in [parts_of(each.key)]
    )


def names_before(analysis: StoryAnalysis) -> dict[str, str]:
    """Return id -> name of every speaker as the analysis found them."""
    return {
        quote.speaker_id: quote.speaker
        for each in analysis.uncorrected or analysis.articles
        for quote in each.quotes
        if quote.speaker_id and quote.speaker
    }
