"""The articles of one outlet over all stories of the library, analysed and corrected."""

from __future__ import annotations

from collections.abc import Callable

from analysis import library
from analysis.store import load_analysis
from analysis.types import AnnotatedArticle
from dashboard import state

_FOUND, _ASKED = "_audit_found", "_audit_asked"


def outlets() -> dict[str, tuple[str, ...]]:
    """Return the outlets of the library's stories: name -> the stories that have an article."""
    return state.remembered("_audit_outlets", library.mark(), _outlets)


def _outlets() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for story_id in library.story_ids():
        for each in library.load_story(story_id).articles:
            if each.outlet:
                found.setdefault(each.outlet, {})[story_id] = None
    return {name: tuple(found[name]) for name in sorted(found)}


def ask(outlet: str) -> None:
    """Ask for the sources of an outlet to be counted; from then on they follow corrections."""
    state.keep(_ASKED, outlet)


def is_asked(outlet: str) -> bool:
    """Return whether an outlet's sources are to be counted."""
    return state.kept(_ASKED, "") == outlet


def articles(outlet: str, tell: Callable[[int, int], None]) -> tuple[AnnotatedArticle, ...]:
    """Return the outlet's articles, each once, as readers corrected them.

    ``tell(done, total)`` counts stories; one that was not analysed yet is analysed now.
    """
    token = (outlet, library.mark())
    return state.remembered(_FOUND, token, lambda: _articles(outlet, tell))


def _articles(outlet: str, tell: Callable[[int, int], None]) -> tuple[AnnotatedArticle, ...]:
    stories = outlets().get(outlet, ())
    found: dict[str, AnnotatedArticle] = {}
    for number, story_id in enumerate(stories):
        tell(number, len(stories))
        for each in load_analysis(story_id).articles:
            if each.article.outlet == outlet:
                # One article may be in several stories; its text tells that it is the same.
                found.setdefault(each.text, each)
    return tuple(found.values())
