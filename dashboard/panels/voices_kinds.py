"""Kinds of speakers: the mix, each share with its range, how varied, who is heard first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import accuracy, data, words, words_voices
from dashboard.components import html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import show
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from dashboard.figures.mix import PartColumns, mix
from dashboard.prepare import framing, sides, voices, voices_kinds
from dashboard.state import Unit

if TYPE_CHECKING:
    import pandas as pd

PARTS = PartColumns("outlet", "kind", "share", "quotes", "n", "key")
DOTS = DotColumns("outlet", "key", "value", "low", "high", "label")


def draw(view: data.View) -> None:
    """Draw the panel."""
    _mix(view)
    _shares(view)
    st.header("How varied", anchor=False)
    _varied(view)
    st.header("Named, unnamed, and in their own words", anchor=False)
    _given(view)
    first = voices_kinds.first(view.table("diversity"))
    if first:
        st.header(words_voices.FIRST, anchor=False)
        show(html.facts(*first))


def _mix(view: data.View) -> None:
    roles = view.table("roles")
    parts, kinds = voices.parts(roles)
    rows = [name for name in view.outlets if name in set(parts["outlet"])]
    show_figure(
        FigureBlock(
            name="roles",
            takeaway=voices.mix_takeaway(roles),
            key=html.fill_key(kinds),
            caveat=f"{words.ROLE_NOTE} {accuracy.roles_note()}",
            panels=[
                Panel(
                    name="bars",
                    title="",
                    alt=voices.mix_takeaway(roles),
                    draw=partial(mix, parts, PARTS, rows=rows, groups=kinds),
                )
            ]
            if rows
            else [],
            points=voices.part_points(parts),
            lists=("Outlet", "Kind of speaker"),
            table=voices.shown_roles(roles),
        )
    )
    few = voices.few(roles, view.outlets)
    if few:
        show(html.paragraph(words_voices.FEW_NOTE, kind="px-hint"))
        show(html.facts(*few))


def _shares(view: data.View) -> None:
    """Draw the share of the most frequent kinds, each with its range."""
    roles = view.table("roles")
    kinds = voices_kinds.top_kinds(roles)
    if not kinds:
        return
    dots = {role: voices_kinds.role_dots(roles, role, view.outlets) for role in kinds}
    labels = {role: words.capital(words.ROLES[role]) for role in kinds}
    show_figure(
        FigureBlock(
            name="role-shares",
            takeaway="Each kind of speaker as a share of all quotes.",
            caveat=f"{words.RANGE_NOTE} {words.HOLLOW_NOTE}",
            panels=_panels(dots, labels),
            points=voices_kinds.role_points(kinds, view.outlets),
            lists=("Outlet", "Kind of speaker"),
            table=voices_kinds.shown_dots({labels[role]: dots[role] for role in kinds}),
        )
    )


def _varied(view: data.View) -> None:
    diversity = view.table("diversity")
    show_figure(
        FigureBlock(
            name="diversity",
            takeaway=voices_kinds.varied_takeaway(diversity),
            caveat=words_voices.DIVERSITY_NOTE,
            panels=[],
            points=[],
            lists=(),
            table=voices_kinds.shown_varied(diversity),
        )
    )
    show(html.facts(*voices_kinds.varied(diversity)))


def _given(view: data.View) -> None:
    """Draw the shares of named speakers, unnamed ones, and words inside marks."""
    diversity = view.table("diversity")
    given = voices_kinds.GIVEN
    dots = {name: voices_kinds.given_dots(diversity, name, view.outlets) for name in given}
    show_figure(
        FigureBlock(
            name="given",
            takeaway=voices_kinds.given_takeaway(diversity),
            caveat=f"{words_voices.GIVEN_NOTE} {words.RANGE_NOTE} {accuracy.quotes_note()}",
            panels=_panels(dots, given),
            points=voices_kinds.given_points(view.outlets),
            lists=("Outlet", "Quotes"),
            table=voices_kinds.shown_dots({given[name]: dots[name] for name in given}),
        )
    )


def _panels(dots: Mapping[str, pd.DataFrame], labels: Mapping[str, str]) -> list[Panel]:
    end = framing.axis_end(list(dots.values()), Unit.SHARE)
    scale = Scale(end, "share of quotes (k of n)", percent=True)
    return [
        Panel(
            name=name,
            title=labels[name],
            alt=sides.alt(labels[name], rows, "share of quotes"),
            draw=partial(k_of_n, rows, DOTS, scale, index=index),
        )
        for index, (name, rows) in enumerate(dots.items())
    ]
