"""Edits and deeds of the library in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.library import Deed, Edit, EditKind, parts_of
from dashboard import words
from dashboard import words_library as said
from dashboard import words_library_safe as of_safety
from dashboard import words_library_stories as of_stories
from dashboard.prepare.library_items import Item

MAX_VALUE = 120
"""Characters of a value in a line of the history."""

MAX_TOLD = 30
"""Edits of one deed that are told one by one."""

_PLACE = "kept"
"""Field of a story that says whether it is in the bin."""

_HIDDEN = "uid"
"""Field of a story that only other libraries read."""

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EditLine:
    """One edit in words."""

    text: str
    act: str
    is_undone: bool


def is_binned(item: Item, edits: Iterable[Edit]) -> bool:
    """Return whether an article is in the bin, or out of the story it came with."""
    if not item.ref.is_own:
        return not item.ref.stories
    places = (e.value for e in edits if e.kind is EditKind.KEPT and e.undone_at is None)
    return next(places, None) != "library"


def edit_lines(edits: Iterable[Edit], titles: Titles) -> list[EditLine]:
    """Return what was decided about an article, each with when, by whom and instead of what."""
    return [
        EditLine(f"{_when(e.made_at, e.author)}: {in_words(e, titles)}", e.act, bool(e.undone_at))
        for e in edits
    ]


def deed_head(deed: Deed, titles: Titles) -> str:
    """Return when and by whom a deed was done."""
    stories = [f"\u201c{titles.get(each, each)}\u201d" for each in deed.stories]
    place = f" \u00b7 {words.listed(stories)}" if stories else ""
    return f"{_when(deed.made_at, deed.author)}{place}"


def deed_what(deed: Deed, edits: Sequence[Edit] = ()) -> str:
    """Return what a deed changed: how many things of which kind; ``edits`` say it better."""
    if not edits:
        found = [(of_safety.DEEDS[kind], n) for kind, n in deed.counts.items()]
    else:
        found = list(_counted(edits).items())
    return words.listed([f"{n:,} {names[n > 1]}" for names, n in found])


def _counted(edits: Sequence[Edit]) -> Counter[tuple[str, str]]:
    """Return how many edits say what; those that only describe a new story are left out."""
    made = {e.story for e in edits if _is_place(e) and e.value == "library"}
    shown = [
        e for e in edits if e.kind is not EditKind.STORY or _is_place(e) or e.story not in made
    ]
    return Counter(
        of_safety.DONE_TO.get((e.kind, e.value or ""), of_safety.DEEDS[e.kind])
        if e.kind is not EditKind.STORY or _is_place(e)
        else of_safety.DEEDS[e.kind]
        for e in shown
    )


def _is_place(edit: Edit) -> bool:
    return edit.kind is EditKind.STORY and parts_of(edit.key)[0] == _PLACE


def told(edits: Sequence[Edit], titles: Titles, name: Callable[[str], str]) -> list[str]:
    """Return the edits of a deed one by one, the first of many; ``name`` calls an article."""
    shown = [each for each in edits if not _is_hidden(each)]
    lines = [_with_article(each, titles, name) for each in shown[:MAX_TOLD]]
    if len(shown) > MAX_TOLD:
        lines.append(of_safety.MORE_EDITS.format(number=f"{len(shown) - MAX_TOLD:,}"))
    return lines


def articles_in(edits: Iterable[Edit]) -> list[str]:
    """Return the ids of the articles that edits are about."""
    return list(dict.fromkeys(a for each in edits if (a := _article(each))))


def in_words(edit: Edit, titles: Titles) -> str:
    """Return what an edit says, and what it replaced."""
    parts = parts_of(edit.key)
    story = f"\u201c{titles.get(edit.story, edit.story)}\u201d"
    if edit.kind is EditKind.MEMBER:
        return of_safety.EDIT_MEMBER[edit.value or "out"].format(story=story)
    if edit.kind is EditKind.KEPT:
        return of_safety.EDIT_KEPT[edit.value or "bin"]
    if _is_place(edit):
        return f"{of_safety.EDIT_STORY_KEPT[edit.value or 'bin']}: {story}"
    if edit.kind is EditKind.NOTE:
        gone = edit.value is None
        return (
            of_safety.EDIT_NOTE_GONE
            if gone
            else of_safety.EDIT_NOTE.format(value=_value(edit.value))
        )
    # A draft is shown on its own page only.
    return of_safety.EDIT_REVIEW if edit.kind is EditKind.REVIEW else _field(edit, parts)


def _field(edit: Edit, parts: Sequence[str]) -> str:
    if edit.kind is EditKind.FIELD:
        name = said.FIELDS.get(parts[-1], parts[-1])
    elif edit.kind is EditKind.STORY:
        name = of_stories.STORY_FIELDS.get(parts[0], parts[0])
    else:
        name = of_safety.DEEDS[edit.kind][0]
    text = of_safety.EDIT_FIELD.format(field=name, value=_value(edit.value))
    before = edit.replaced is not None
    return text + (of_safety.EDIT_WAS.format(value=_value(edit.replaced)) if before else "")


def _value(value: str | None) -> str:
    if value is None:
        return of_safety.AS_FOUND
    shown = words.shortened(" ".join(value.split()), MAX_VALUE)
    return f"\u201c{shown}\u201d" if shown else said.NOT_KNOWN


def _article(edit: Edit) -> str | None:
    if edit.kind in (EditKind.FIELD, EditKind.MEMBER, EditKind.KEPT):
        return parts_of(edit.key)[0]
    return parts_of(edit.key)[1] if edit.kind is EditKind.NOTE else None


def _with_article(edit: Edit, titles: Titles, name: Callable[[str], str]) -> str:
    article = _article(edit)
    return f"{name(article)}: {in_words(edit, titles)}" if article else in_words(edit, titles)


def _is_hidden(edit: Edit) -> bool:
    return edit.kind is EditKind.STORY and parts_of(edit.key)[0] == _HIDDEN


def _when(made_at: str, author: str | None) -> str:
    return f"{moment_of(made_at)}, {author or of_safety.NOBODY}"


def moment_of(made_at: str) -> str:
    """Return when something was done, to the minute."""
    day, _, time = made_at.partition("T")
    return f"{day} {time[:5]} UTC" if time else day
