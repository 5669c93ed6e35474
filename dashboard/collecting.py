"""The desk of a session: what was read, correcting and choosing it, saving it as one deed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from analysis import library
from analysis.collect import Paste, Refused, Upload
from analysis.errors import ParallaxError
from dashboard import reading, state
from dashboard.prepare import desk as desks
from dashboard.prepare.desk import Desk, Entry
from dashboard.reading import Reading

PASTE, WEB = "collect-paste", "collect-web"
FILES, FOLDER = "collect-files", "collect-folder"
"""Keys of the widgets that things come in by."""

_DESK, _READING, _SOURCE, _SAVED = "_desk", "_reading", "_reading_source", "_saved"
_NOTHING = "_nothing_given"
_MANY = 10**6


@dataclass(frozen=True, slots=True)
class Saved:
    """What the last saving did, and what it needs to be taken back."""

    act: str
    new: int
    known: int
    story: str | None
    title: str | None
    entries: tuple[Entry, ...]
    is_undone: bool = False


def desk() -> Desk:
    """Return what was read and is not saved."""
    return state.kept(_DESK, Desk())


def put(changed: Desk) -> None:
    """Keep a changed desk."""
    state.keep(_DESK, changed)


def running() -> Reading | None:
    """Return the reading that goes on, if there is one."""
    return state.kept(_READING, None)


def start(found: Reading, source: str, addresses: Sequence[str] = ()) -> None:
    """Take up a reading that has begun, and wait a little: most are done at once."""
    state.keep(_READING, found)
    state.keep(_SOURCE, (source, tuple(addresses)))
    found.wait()


def absorb() -> None:
    """Put what a reading that has ended brought onto the desk; before the fields are drawn.

    A field is emptied only of what was read from it.
    """
    found = running()
    if found is None or not found.state.is_done:
        return
    items, notices = found.result
    now = desks.with_items(desk(), items)
    put(replace(now, notices=(*now.notices, *notices)))
    state.keep(_READING, None)
    source, addresses = state.kept(_SOURCE, ("", ()))
    read = [each for each in items if not isinstance(each, Refused)]
    if source == PASTE and read:
        state.put(PASTE, "")
    elif source == WEB:
        fetched = {each.origin.name for each in read}
        state.put(WEB, "\n".join(each for each in addresses if each not in fetched))
    elif source in (FILES, FOLDER):
        state.step(source, 1, _MANY)


def read_pasted() -> None:
    """Begin to read what stands in the field."""
    text = state.chosen(PASTE)
    if _is_given(text.strip()):
        start(reading.read_inputs([Paste(text)]), PASTE)


def uploads_key(source: str) -> str:
    """Return the key of the field for files or a folder; each reading empties it by a new key."""
    return f"{source}-{state.number(source)}"


def read_files() -> None:
    """Begin to read the chosen files."""
    _read_uploads(FILES)


def read_folder() -> None:
    """Begin to read the files of the chosen folder."""
    _read_uploads(FOLDER)


def _read_uploads(source: str) -> None:
    """Begin to read what is chosen at this moment, not when the page was drawn."""
    files = state.kept(uploads_key(source), None)
    if _is_given(files):
        uploads = [Upload(each.name, each.getvalue()) for each in files or ()]
        start(reading.read_inputs(uploads), source)


def fetch_written() -> None:
    """Begin to fetch the addresses in the field."""
    addresses = reading.addresses_of(state.chosen(WEB))
    if _is_given(addresses):
        start(reading.fetch_pages(addresses), WEB, addresses)


def _is_given(things: object) -> bool:
    state.keep(_NOTHING, not things)
    return bool(things)


def take_nothing_given() -> bool:
    """Return whether the last press found nothing to read, once."""
    nothing = state.kept(_NOTHING, False)
    state.keep(_NOTHING, False)
    return nothing


def fetch_rows() -> None:
    """Begin to fetch the addresses on the desk."""
    start(reading.fetch_pages([row.url for row in desk().to_fetch]), "rows")


def clear() -> None:
    """Take everything off the desk."""
    put(Desk(first=desk().first))


def correct(numbers: Collection[int], field: str, value: str) -> None:
    """Correct a field of some entries; fields that are drawn show it."""
    put(desks.corrected(desk(), numbers, field, value))
    for number in numbers:
        state.refresh(field_key(number, field), " ".join(value.split()))


def take(numbers: Collection[int], *, is_in: bool) -> None:
    """Choose entries to be saved, or leave them out."""
    put(desks.taken(desk(), numbers, is_in=is_in))
    for number in numbers:
        state.refresh(take_key(number), is_in)


def take_only(numbers: Collection[int]) -> None:
    """Choose these entries and leave out all others."""
    take([each.number for each in desk().entries], is_in=False)
    take(numbers, is_in=True)


def field_key(number: int, field: str) -> str:
    """Return the key of a field of an entry."""
    return f"fix-{number}-{field}"


def take_key(number: int) -> str:
    """Return the key of the box that says whether an entry is saved."""
    return f"take-{number}"


def last_saved() -> Saved | None:
    """Return what the last saving did."""
    return state.kept(_SAVED, None)


def save(*, story: str | None, title: str | None) -> str:
    """Save the chosen entries as one deed; return what kept it from being saved, if anything."""
    chosen = desk().taken
    try:
        added = library.add(
            [each.candidate for each in chosen], story=story, title=title, author=state.author()
        )
        titles = library.story_titles() if added.story else {}
    except ParallaxError as err:
        return str(err)
    name = titles.get(added.story or "")
    state.keep(
        _SAVED, Saved(added.act, len(added.new), len(added.known), added.story, name, chosen)
    )
    put(desks.without(desk(), [each.number for each in chosen]))
    if added.story:
        state.keep("story", added.story)
    return ""


def undo() -> str:
    """Take the last saving back, and the articles onto the desk; return what kept it, if any."""
    saved = last_saved()
    if saved is None or saved.is_undone:
        return ""
    try:
        library.undo_act(saved.act)
    except ParallaxError as err:
        return str(err)
    state.keep(_SAVED, replace(saved, is_undone=True))
    put(desks.returned(desk(), saved.entries))
    return ""
