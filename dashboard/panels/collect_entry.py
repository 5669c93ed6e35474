"""One article on the desk: what was found, what to look at, and fields to correct it."""

from __future__ import annotations

import streamlit as st

from analysis import library
from analysis.errors import InputError
from analysis.markup import Html, element, joined
from analysis.rights import Rights
from dashboard import collecting, state, words, words_collect
from dashboard.components import html
from dashboard.components.markup import show
from dashboard.prepare import collect
from dashboard.prepare.collect import Fact, Look
from dashboard.prepare.desk import Entry

MAX_NEAR = 2
"""Versions and copies named of one article; the others are counted."""

_OPEN = "_open_fields"


def entry(each: Entry, *, same: str | None, near: tuple[str, ...], refusal: str | None) -> None:
    """Show an article with a box that says whether it is saved, and its fields when asked."""
    found = collect.look(each)
    with st.container(border=True, key=f"entry-{each.number}"):
        _head(each)
        show(element("p", found.headline, class_="px-headline", dir="auto"))
        remarks = [refusal] if refusal else []
        remarks += [same] if same else []
        remarks += [*_first(near), *found.remarks]
        if remarks:
            lines = [element("li", remark) for remark in remarks]
            show(element("ul", *lines, class_="px-remarks"))
        show(_facts(found))
        show(_begins(found))
        if is_open(each):
            _fields(each)


def is_open(each: Entry) -> bool:
    """Return whether the fields of an entry are shown: at once where one article lacks much."""
    is_alone = len(collecting.desk().entries) == 1 and not each.candidate.article.outlet
    return state.kept(f"{_OPEN}-{each.number}", is_alone)


def _head(each: Entry) -> None:
    with st.container(
        horizontal=True, vertical_alignment="top", gap="small", key=f"head-{each.number}"
    ):
        st.checkbox(
            words_collect.TAKE.format(number=each.number),
            value=each.is_in,
            key=collecting.take_key(each.number),
            on_change=_take,
            args=(each.number,),
            width="stretch",
        )
        st.button(
            words_collect.DONE if is_open(each) else words_collect.CORRECT,
            key=f"open-{each.number}",
            on_click=state.keep,
            args=(f"{_OPEN}-{each.number}", not is_open(each)),
        )


def _take(number: int) -> None:
    is_in = bool(state.kept(collecting.take_key(number), True))
    collecting.take([number], is_in=is_in)


def _first(near: tuple[str, ...]) -> tuple[str, ...]:
    rest = len(near) - MAX_NEAR
    more = (words_collect.MORE_NEAR.format(number=words.plural(rest, "other")),) if rest > 0 else ()
    return (*near[:MAX_NEAR], *more)


def _facts(found: Look) -> Html:
    pairs = [_pair(Fact("Length", found.size, ""))]
    pairs += [_pair(each) for each in found.facts]
    return element("dl", *pairs, class_="px-facts px-found")


def _pair(fact: Fact) -> Html:
    how = element("span", fact.how, class_="px-why") if fact.how else ""
    return element(
        "div", element("dt", fact.label), element("dd", fact.value, how), class_="px-fact"
    )


def _begins(found: Look) -> Html:
    return joined(
        element("p", found.begins, class_="px-begins", dir="auto"),
        html.paragraph(found.cleaning, kind="px-hint"),
    )


def _fields(each: Entry) -> None:
    with st.container(key=f"fields-{each.number}"), st.grid(2, min_column_width=260):
        for name, label in words_collect.FIELDS.items():
            with st.container(key=f"field-{each.number}-{name}"):
                if name == "rights":
                    _rights(each)
                else:
                    _field(each, name, label)
    show(html.paragraph(words_collect.RIGHTS_NOTE, kind="px-hint"))


def _field(each: Entry, name: str, label: str) -> None:
    key = collecting.field_key(each.number, name)
    st.text_input(
        label,
        value=each.value(name),
        key=key,
        placeholder=words_collect.FIELD_HELP.get(name),
        on_change=_correct,
        args=(each.number, name),
    )
    if problem := _problem(name, each.value(name)):
        show(element("p", problem, class_="px-message", role="status"))


def _rights(each: Entry) -> None:
    st.selectbox(
        words_collect.FIELDS["rights"],
        ["", *Rights],
        index=["", *Rights].index(each.value("rights")) if _is_rights(each) else 0,
        format_func=words_collect.RIGHTS.__getitem__,
        key=collecting.field_key(each.number, "rights"),
        on_change=_correct,
        args=(each.number, "rights"),
    )


def _is_rights(each: Entry) -> bool:
    return each.value("rights") in set(Rights)


def _correct(number: int, name: str) -> None:
    collecting.correct([number], name, state.chosen(collecting.field_key(number, name)))


def _problem(name: str, value: str) -> str:
    try:
        library.checked_field(name, value)
    except InputError as err:
        return str(err)
    return ""
