"""What readers decided about speakers, laid over what the analysis found; no text is touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis import library
from analysis.compare.labels import referents
from analysis.corrections import Corrections, Decisions, key_of, read_corrections
from analysis.decided import Decided
from analysis.extract.speakers.names import slug
from analysis.library import Change, EditKind
from analysis.measures import measure
from analysis.types import AnnotatedArticle

SPEAKER_KINDS = (EditKind.QUOTE, EditKind.ALIAS, EditKind.SPEAKER, EditKind.ROLE)
"""Edits about speakers; the first three in the order in which they win."""


class NotApplied(NamedTuple):
    """A decision that found nothing to change: its speaker or quote is not in these articles."""

    kind: EditKind
    key: tuple[str, ...]
    value: str


def corrected(
    articles: Sequence[AnnotatedArticle], corrections: Corrections
) -> tuple[AnnotatedArticle, ...]:
    """Return the articles of one story with speakers and referents as readers corrected them.

    What is said of one quote wins over what is said of a mention, and that over what is said
    of a speaker. A speaker given the name of another becomes that one, with its role; one
    given a new name keeps its own. Spans never change, measures are taken anew only where a
    quote changed, and correcting twice is correcting once.
    """
    articles = referents(articles, corrections)
    if not any(corrections.of(kind) for kind in SPEAKER_KINDS):
        return tuple(articles)
    decided = Decided(articles, corrections)
    return tuple(_with_quotes(each, decided) for each in articles)


def corrected_stories(
    articles: Iterable[AnnotatedArticle], corrections: Mapping[str, Corrections]
) -> Iterable[AnnotatedArticle]:
    """Return articles of several stories, each story corrected, in their order."""
    if not any(each.found for each in corrections.values()):
        return articles
    given = tuple(articles)
    ready: dict[int, AnnotatedArticle] = {}
    for story in dict.fromkeys(each.article.story for each in given):
        places = [n for n, each in enumerate(given) if each.article.story == story]
        decided = corrections.get(story or "", Corrections())
        ready |= zip(places, corrected([given[n] for n in places], decided), strict=True)
    return [ready[n] for n in range(len(given))]


def not_applied(
    articles: Sequence[AnnotatedArticle], corrections: Corrections
) -> tuple[NotApplied, ...]:
    """Return the decisions about speakers that change nothing in the uncorrected articles.

    Their speaker or quote is not there, after a new analysis or a change of the text, or
    their value cannot be used. They stay in the library.
    """
    decided = Decided(articles, corrections)
    used = {one for each in articles for quote in each.quotes for one in decided.by(each, quote)}
    return tuple(
        NotApplied(kind, key, value)
        for kind in SPEAKER_KINDS
        for key, value in corrections.of(kind).items()
        if (kind, key) not in used
    )


def _with_quotes(annotated: AnnotatedArticle, decided: Decided) -> AnnotatedArticle:
    quotes = tuple(decided.quote(annotated, quote) for quote in annotated.quotes)
    if quotes == annotated.quotes:
        return annotated
    changed = replace(annotated, quotes=quotes)
    return replace(changed, measures=measure(changed))


def name_speaker(story: str, speaker_id: str, name: str) -> None:
    """Keep what a speaker is called; going back to a former name takes back what changed it."""
    names = read_corrections(story).of(EditKind.SPEAKER)
    way = _way(slug(name), speaker_id, names)
    if way is None:
        library.edit(story, EditKind.SPEAKER, key_of(speaker_id), name)
        return
    library.record(Change(story, EditKind.SPEAKER, key_of(each), None) for each in way)


def _way(start: str, end: str, names: Decisions) -> list[str] | None:
    """Return the ids on which one name became another, or ``None`` where it did not."""
    way = [start]
    while way[-1] != end or len(way) == 1:
        following = slug(names.get((way[-1],), ""))
        if not following or following in way:
            return None
        way.append(following)
    return way[:-1]
