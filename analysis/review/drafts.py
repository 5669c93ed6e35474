"""A draft's text -> the draft and the story's other articles, analysed together in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.collect import Collected, collect
from analysis.compare.facts import align
from analysis.corrected import corrected
from analysis.corrections import Corrections
from analysis.errors import InputError
from analysis.pipeline import Options, analyse_articles
from analysis.review.material import Material
from analysis.types import Article, Basis, Progress

DRAFT_ID = "draft"
LABEL = "This draft"
"""What the draft is called beside the outlets of the story."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The articles that a draft is read beside, and how many were left out."""

    articles: tuple[Article, ...]
    same: tuple[str, ...]
    """Outlets of articles with the very text of the draft."""


def read_draft(path: Path) -> Article:
    """Return the article in a file: text, Markdown, HTML, Word or PDF.

    Raises
    ------
    InputError
        If there is no such file, it cannot be read, or it holds more than one article.
    """
    if path.is_dir():
        message = f"'{path}' is a folder; name one file"
        raise InputError(message)
    return the_one(collect([path]), str(path))


def the_one(collected: Collected, name: str) -> Article:
    """Return the one article that came in.

    Raises
    ------
    InputError
        If none came in, or several.
    """
    if collected.refused and not collected.articles:
        message = f"'{name}' cannot be read: {collected.refused[0].reason}"
        raise InputError(message)
    if len(collected.articles) != 1:
        message = (
            f"'{name}' holds {len(collected.articles)} articles; a review is of one: save the "
            "draft alone in a file"
        )
        raise InputError(message)
    return collected.articles[0]


def beside(draft: Article, articles: Sequence[Article], without: str | None = None) -> Beside:
    """Return the articles to read a draft beside.

    Left out are those of the draft's own outlet, if it is named, and those that are the draft
    itself, word for word.
    """
    words = draft.text.split()
    same = [each for each in articles if each.text.split() == words]
    kept = [each for each in articles if each not in same and each.label != (without or "")]
    return Beside(tuple(kept), tuple(each.label for each in same))


def annotated(
    draft: Article,
    others: Sequence[Article],
    corrections: Corrections,
    *,
    story: str,
    progress: Progress | None = None,
) -> Material:
    """Return the draft and the others with everything found in them; nothing is written.

    They are analysed together, so that a speaker has one name in all of them, and what readers
    corrected in the story holds here too.
    """
    mine = replace(
        draft,
        id=_id(others),
        story=story,
        outlet=LABEL,
        outlet_basis=Basis.STATED,
        published_basis=Basis.STATED if draft.published else Basis.UNKNOWN,
    )
    known: Mapping[str, Corrections] = {story: corrections}
    rest = [replace(each, story=story) for each in others]
    found = tuple(analyse_articles([mine, *rest], Options(corrections=known), progress=progress))
    found = corrected(found, corrections)
    return Material(found[0], found[1:], align(found))


def _id(others: Sequence[Article]) -> str:
    """Return an id that no other article has."""
    taken = {each.id for each in others}
    name = DRAFT_ID
    while name in taken:
        name += "-"
    return name
