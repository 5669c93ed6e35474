"""What lies on the desk against the library and itself: known, near copies, likely stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from analysis import library
from analysis.grouping import Proposal, proposed_stories
from analysis.library import Kept
from analysis.near_copies import Signed, links, signature
from analysis.types import Article
from dashboard import state, words_collect
from dashboard.collecting import desk
from dashboard.prepare import collect
from dashboard.prepare.desk import Entry

MAX_COMPARED = 300
"""Articles of the library, the last added first, that new ones are compared with; 2 ms each."""

MAX_ALIKE = 300
"""Most articles on the desk that are compared with each other."""

FEW = 3
"""Articles from which stories are proposed: two that are alike need no proposal."""


def already() -> dict[int, str]:
    """Return, by number, that the library has the text of an entry already, in words."""
    entries = desk().entries

    def look(missing: Sequence[Entry]) -> list[str]:
        found = library.already(each.candidate for each in missing)
        return [_same(kept) if kept else "" for kept in found]

    return _by_number("_already", library.mark(), entries, look)


def refusals() -> dict[int, str]:
    """Return, by number, why an entry cannot be saved as it is."""

    def look(missing: Sequence[Entry]) -> list[str]:
        return [library.refusal(each.candidate) or "" for each in missing]

    return _by_number("_refusals", "", desk().entries, look)


def _same(kept: Kept) -> str:
    day = collect.day_of(kept.added_at[:10])
    return words_collect.SAME_TEXT.format(what=collect.named(kept.article), day=day)


def _by_number(
    key: str,
    mark: str,
    entries: Sequence[Entry],
    look: Callable[[Sequence[Entry]], list[str]],
) -> dict[int, str]:
    """Return what is to be said of entries; only those that changed are looked at again."""
    known: dict[object, str] = state.remembered(key, mark, dict)
    of = {
        each.number: (each.number, *sorted(each.candidate.corrections.items())) for each in entries
    }
    missing = [each for each in entries if of[each.number] not in known]
    known |= zip((of[each.number] for each in missing), look(missing), strict=True)
    return {number: said for number, thing in of.items() if (said := known[thing])}


def near() -> dict[str, tuple[str, ...]]:
    """Return, by id on the desk, what an entry is a version or a copy of, in words."""
    entries = desk().entries[:MAX_ALIKE]
    token = tuple(each.number for each in entries), library.mark()
    return state.remembered("_near", token, lambda: _near(entries))


def _near(entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    if not entries:
        return {}
    texts = {each.candidate.article.text for each in entries if each.number in already()}
    others = [each for each in _compared() if each.text not in texts]
    mine = [replace(each.candidate.article, id=each.id) for each in entries]
    names = {each.id: collect.named(each) for each in others}
    names |= {each.id: words_collect.ON_DESK.format(what=collect.named(each)) for each in mine}
    signed = [Signed(each, _signature(each.text)) for each in (*others, *mine)]
    return collect.near_words(links(signed), names)


def is_capped() -> bool:
    """Return whether the library holds more articles than new ones are compared with."""
    return state.remembered("_capped", library.mark(), library.count) > MAX_COMPARED


def _compared() -> list[Article]:
    """Return the articles that new ones are compared with."""
    shipped = [each.id for each in library.stories() if each.is_shipped and each.n_articles]
    found = [each for story in shipped for each in library.load_story(story).articles]
    kept = library.articles(limit=MAX_COMPARED)
    ids = {each.id for each in found}
    return [*found, *(k.article for k in kept if k.article.id not in ids and not k.damage)]


@lru_cache(maxsize=2 * MAX_COMPARED)
def _signature(text: str) -> bytes:
    return signature(text)


def proposals() -> tuple[Proposal, ...]:
    """Return the stories that the entries may belong to; none for a few articles."""
    entries = desk().entries
    if not FEW <= len(entries) <= MAX_ALIKE:
        return ()
    articles = [replace(each.candidate.article, id=each.id) for each in entries]
    token = tuple(each.number for each in entries)
    return state.remembered("_proposals", token, lambda: proposed_stories(articles))
