"""Session state and URL: only this file and ``asked`` touch them; what leaves them is frozen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Literal, TypeVar

import streamlit as st

from dashboard.asked import ask, ask_clicked, evidence_step, move_evidence, take_asked
from dashboard.choices import Display, Order, Selection, Unit, Words

__all__ = [
    "Display", "Order", "Selection", "Unit", "Words",
    "ask", "ask_clicked", "evidence_step", "move_evidence", "take_asked",
]  # fmt: skip
"""What other files take from here beside the functions below."""

Kept = TypeVar("Kept")

SENTENCE = "sent"
"""URL parameter that asks the reading page for one sentence."""

STORY_LIST = "story-list"
"""Key of the list of stories; the id of the chosen one is kept under ``story``."""

WHO = "who"
"""Key of the name or initials that go with a person's edits."""

SEAT, TEACHER, SCREEN, CODE = "seat", "class-key", "screen", "join"
"""URL parameters of a class: a pupil's way back, the teacher's, the projector's, a code."""

GUESTS = (SEAT, SCREEN, CODE)

_NOTICE = "_notice"
_VISITED = "_visited"
_ROWS = "_rows"
_STORY_OF = "_story_of_"


def from_url(key: str) -> tuple[str, ...]:
    """Return the values of one URL parameter, as they were written."""
    return tuple(st.query_params.get_all(key))


def asked_sentence() -> str | None:
    """Return the sentence that the link asks for."""
    found = from_url(SENTENCE)
    return found[-1] if found else None


def to_url(key: str, value: str) -> None:
    """Put a value into the URL, so that the address leads back here."""
    st.query_params[key] = value


def out_of_url(key: str) -> None:
    """Take a parameter out of the URL."""
    if key in st.query_params:
        del st.query_params[key]


def ask_sentence(place: str) -> None:
    """Put a sentence into the URL, so that the link leads to it."""
    to_url(SENTENCE, place)


def forget_sentence() -> None:
    """Take the sentence out of the URL, because the reader chose another text."""
    out_of_url(SENTENCE)


def is_guest() -> bool:
    """Return whether the address is a pupil's or a projector's: no way leads to other pages."""
    return any(from_url(key) for key in GUESTS)


def check_url(key: str, known: Collection[str]) -> None:
    """Keep, once per session, whether a URL parameter names something that does not exist.

    Must run before the widget of that name is drawn: drawing it removes unknown values.
    """
    seen = st.session_state.setdefault(_VISITED, set())
    if key not in seen:
        seen.add(key)
        if not set(from_url(key)) <= set(known):
            st.session_state[_NOTICE] = (*unknown_in_url(), key)


def unknown_in_url() -> tuple[str, ...]:
    """Return the URL parameters that named something unknown when the session began."""
    return st.session_state.get(_NOTICE, ())


def forget_notice() -> None:
    """Drop the notice about the link: the reader has moved on."""
    st.session_state[_NOTICE] = ()


def reset(defaults: Mapping[str, object]) -> None:
    """Put the filters back to their defaults, which also takes them out of the URL."""
    forget_notice()
    for key, value in defaults.items():
        st.session_state[key] = value


def start_with(key: str, value: str) -> None:
    """Set a keyed widget before it is first drawn, unless the link or the reader chose."""
    if key not in st.session_state and not from_url(key):
        st.session_state[key] = value


def put(key: str, value: str) -> None:
    """Set a keyed widget, from a callback."""
    st.session_state[key] = value


def chosen(key: str) -> str:
    """Return what a keyed widget holds now; for callbacks, whose arguments are one run old."""
    return str(st.session_state.get(key, ""))


def keep_known(key: str, known: Collection[str]) -> None:
    """Forget what a keyed list had chosen where that is gone; before the list is drawn."""
    if key in st.session_state and st.session_state[key] not in known:
        del st.session_state[key]


def start_story(known: Mapping[str, str]) -> str:
    """Return the story that was chosen or that the link names, else the first one.

    Must run before the list is drawn, which then shows it.
    """
    asked = st.session_state.get("story") or next(reversed(from_url("story")), "")
    if asked not in known:
        asked = st.session_state["story"] = next(iter(known))
    st.session_state[STORY_LIST] = asked
    return asked


def choose_story() -> None:
    """Take over the story that the reader chose in the list."""
    st.session_state["story"] = st.session_state[STORY_LIST]
    forget_notice()


def follow_story(story: str, key: str, default: list[str]) -> None:
    """Put a keyed widget back to its default when another story than before is shown."""
    before = st.session_state.get(_STORY_OF + key)
    st.session_state[_STORY_OF + key] = story
    if before is not None and before != story:
        st.session_state[key] = default


def hold(keys: Iterable[str]) -> None:
    """Keep the values of keyed widgets that this page does not draw."""
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def kept(key: str, default: Kept) -> Kept:
    """Return what this session keeps under a key that is no widget's."""
    return st.session_state.get(key, default)


def keep(key: str, value: object) -> None:
    """Keep a value for this session under a key that is no widget's."""
    st.session_state[key] = value


def remembered(key: str, token: object, make: Callable[[], Kept]) -> Kept:
    """Return what was made for this token before, else make it; one value a key is kept."""
    made = st.session_state.get(key)
    if made is None or made[0] != token:
        made = st.session_state[key] = (token, make())
    return made[1]


def refresh(key: str, value: object) -> None:
    """Set a keyed widget if it was drawn before; a new one starts with what is given to it."""
    if key in st.session_state:
        st.session_state[key] = value


def author() -> str | None:
    """Return the name or initials that go with this person's edits, if any were given."""
    return " ".join(str(st.session_state.get(WHO) or "").split()) or None


def is_on(key: str) -> bool:
    """Return whether a keyed box is ticked now; for callbacks."""
    return bool(st.session_state.get(key, False))


def swap(one: str, other: str) -> None:
    """Exchange the values of two keyed widgets."""
    values = st.session_state.get(one), st.session_state.get(other)
    st.session_state[one], st.session_state[other] = values[1], values[0]


def number(key: str) -> int:
    """Return a counter kept for this session."""
    return st.session_state.get(key, 0)


def step(key: str, by: int, last: int) -> None:
    """Move a counter, never below 0 and never past ``last``."""
    st.session_state[key] = min(max(0, number(key) + by), last)


def reader_zone() -> str | None:
    """Return the time zone of the reader's browser, by its IANA name."""
    return st.context.timezone


def address() -> str:
    """Return the address of this page without what stands behind the question mark."""
    return (st.context.url or "").partition("?")[0]


def selection() -> Selection:
    """Return the shared filters as the widgets of the sidebar hold them."""
    values = st.session_state
    return Selection(
        story=values["story"],
        outlets=tuple(name for name in values[_ROWS] if name in set(values["outlets"])),
        unit=Unit(values["unit"]),
        words=Words(values["words"]),
        order=Order(values["order"]),
        shared_copy=bool(values.get("shared", False)),
    )


def keep_rows(names: list[str]) -> None:
    """Keep all outlets of the story in display order, for ``selection``."""
    st.session_state[_ROWS] = tuple(names)


def chosen_order() -> Order:
    """Return the order of the rows that the sidebar holds."""
    return Order(st.session_state["order"])


def display() -> Display:
    """Return how the pages are shown; before the first run the link says it."""
    asked = st.session_state.get("view") or next(iter(from_url("view")), "")
    return Display(asked) if asked in set(Display) else Display.SCREEN


def is_paper() -> bool:
    """Return whether the page is drawn for paper: every part of it open, none to choose."""
    return display() is Display.PRINT


def triggered(key: str, name: str) -> str:
    """Return what a component sent with its event; for the callback of that event."""
    return str(getattr(st.session_state.get(key), name, None) or "")


def sidebar() -> Literal["collapsed", "auto"]:
    """Return whether the sidebar is open at first: a projector shows the page alone."""
    return "auto" if display() is Display.SCREEN else "collapsed"
