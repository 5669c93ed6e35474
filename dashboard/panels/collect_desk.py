"""What was read and is not saved: refusals, addresses to fetch, articles page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.collect import Refused, ToFetch
from analysis.markup import Html, element
from analysis.rights import Rights
from dashboard import alike, collecting, state, words, words_collect
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.panels.collect_entry import entry
from dashboard.prepare import collect
from dashboard.prepare import desk as desks
from dashboard.prepare.desk import Desk, Entry

MAX_LISTED = 50
"""Refusals and addresses listed; the number is of all."""

_PAGE = "_desk_page"


def desk(found: Desk) -> None:
    """Show everything that lies on the desk."""
    same = alike.already()
    st.header(words_collect.DESK, anchor=False)
    line = collect.summary(found.entries, len(same), len(found.to_fetch), len(found.refused))
    show(element("p", line, class_="px-takeaway", role="status"))
    with st.container(horizontal=True, vertical_alignment="center", key="desk-row"):
        show(html.paragraph(words_collect.DESK_HINT, kind="px-hint"))
        st.button(words_collect.CLEAR, key="clear-desk", on_click=collecting.clear)
    for notice in found.notices:
        frame.message(notice)
    _refused(found.refused)
    _to_fetch(found.to_fetch)
    if len(found.entries) > 1:
        _bulk(found, same)
    _articles(found)


def _refused(refused: Sequence[Refused]) -> None:
    if not refused:
        return
    st.subheader(words_collect.REFUSED, anchor=False)
    items = [
        element("li", element("strong", each.name), f": {each.reason}")
        for each in refused[:MAX_LISTED]
    ]
    show(_listed(items, len(refused)))
    st.button(words_collect.DISMISS, key="dismiss", on_click=_dismiss)


def _dismiss() -> None:
    found = collecting.desk()
    collecting.put(Desk(found.entries, found.to_fetch, first=found.first))


def _to_fetch(rows: Sequence[ToFetch]) -> None:
    if not rows:
        return
    st.subheader(words_collect.TO_FETCH, anchor=False)
    show(html.paragraph(words_collect.FETCH_NOTICE, kind="px-notice"))
    items = [element("li", *_row(row)) for row in rows[:MAX_LISTED]]
    show(_listed(items, len(rows)))
    with st.container(horizontal=True, key="fetch-row"):
        number = words.plural(len(rows), "page")
        st.button(
            words_collect.FETCH_ROWS.format(number=number),
            key="fetch-rows",
            on_click=collecting.fetch_rows,
            disabled=collecting.running() is not None,
        )
        st.button(words_collect.DROP_ROWS, key="drop-rows", on_click=_drop_rows)


def _drop_rows() -> None:
    found = collecting.desk()
    collecting.put(Desk(found.entries, (), found.refused, found.notices, found.first))


def _row(row: ToFetch) -> list[Html | str]:
    day = collect.day_of(row.published) if row.published else None
    about = [part for part in (row.title, row.outlet, day) if part]
    return [row.url, *([element("span", " \u00b7 ".join(about), class_="px-why")] if about else [])]


def _listed(items: list[Html], number: int) -> Html:
    more = words_collect.MORE_ROWS.format(number=f"{number - len(items):,}")
    rest = [element("li", more)] if number > len(items) else []
    return element("ul", *items, *rest, class_="px-list px-desk-list")


def _bulk(found: Desk, same: Mapping[int, object]) -> None:
    """Show what can be done with many articles at once."""
    numbers = [each.number for each in found.entries]
    with st.expander(words_collect.BULK, key="bulk"):
        with st.container(horizontal=True, key="bulk-take"):
            new = desks.numbers_where(found, same, negate=True)
            _take_button(words_collect.TAKE_ALL, "all", numbers)
            _take_button(words_collect.TAKE_NONE, "none", [])
            if len(new) < len(numbers):
                _take_button(words_collect.TAKE_NEW.format(number=len(new)), "new", new)
        with st.container(horizontal=True, vertical_alignment="bottom", key="bulk-outlet"):
            st.text_input(words_collect.BULK_OUTLET, key="bulk-outlet-name", width=280)
            without = [each.number for each in found.entries if not each.value("outlet")]
            if without:
                label = words_collect.BULK_OPEN.format(number=len(without))
                _set_button(label, "outlet-open", without, "outlet", "bulk-outlet-name")
            label = words_collect.BULK_ALL.format(number=len(numbers))
            _set_button(label, "outlet-all", numbers, "outlet", "bulk-outlet-name")
        with st.container(horizontal=True, vertical_alignment="bottom", key="bulk-rights"):
            st.selectbox(
                words_collect.FIELDS["rights"],
                list(Rights),
                index=list(Rights).index(Rights.EXCERPT),
                format_func=words_collect.RIGHTS.__getitem__,
                key="bulk-rights-value",
                width=340,
            )
            label = words_collect.BULK_RIGHTS.format(number=len(numbers))
            _set_button(label, "rights-all", numbers, "rights", "bulk-rights-value")
        show(html.paragraph(words_collect.RIGHTS_NOTE, kind="px-hint"))


def _take_button(label: str, key: str, numbers: list[int]) -> None:
    st.button(label, key=f"bulk-{key}", on_click=collecting.take_only, args=(numbers,))


def _set_button(label: str, key: str, numbers: list[int], field: str, written: str) -> None:
    st.button(label, key=f"bulk-{key}", on_click=_set, args=(numbers, field, written))


def _set(numbers: list[int], field: str, written: str) -> None:
    if value := state.chosen(written).strip():
        collecting.correct(numbers, field, value)


def _articles(found: Desk) -> None:
    if not found.entries:
        return
    same, near, refusals = alike.already(), alike.near(), alike.refusals()
    if alike.is_capped():
        show(html.caveat(words_collect.COMPARED.format(most=alike.MAX_COMPARED)))
    for each in _shown(found.entries):
        entry(
            each,
            same=same.get(each.number),
            near=near.get(each.id, ()),
            refusal=refusals.get(each.number),
        )
    _steps(found.entries, "below")


def _shown(entries: Sequence[Entry]) -> Sequence[Entry]:
    last = (len(entries) - 1) // collect.PAGE
    state.step(_PAGE, 0, last)
    first = state.number(_PAGE) * collect.PAGE
    _steps(entries, "above")
    return entries[first : first + collect.PAGE]


def _steps(entries: Sequence[Entry], place: str) -> None:
    """Show which part of a long list is shown, and the way to the others."""
    last = (len(entries) - 1) // collect.PAGE
    if not last:
        return
    page = state.number(_PAGE)
    first = page * collect.PAGE
    with st.container(horizontal=True, vertical_alignment="center", key=f"desk-steps-{place}"):
        for by, label in ((-1, words_collect.PREVIOUS), (1, words_collect.NEXT)):
            st.button(
                label.format(most=collect.PAGE),
                key=f"desk-{place}-{by}",
                on_click=state.step,
                args=(_PAGE, by, last),
                disabled=not 0 <= page + by <= last,
            )
        text = words_collect.CHOOSE_PAGE.format(
            first=first + 1, last=min(first + collect.PAGE, len(entries)), number=len(entries)
        )
        show(element("span", text, class_="px-count", aria_live="polite"))
