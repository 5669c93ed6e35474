"""Who is quoted in one outlet's articles, over time and by section."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.compare.units import MIN_ARTICLES
from analysis.measures.base import MIN_QUOTES
from analysis.review.audit import By, source_kinds, source_shares
from analysis.types import AnnotatedArticle
from dashboard import auditing, words
from dashboard import words_review as said
from dashboard.components import frame, html
from dashboard.components.figure import FigureBlock, Panel, show_figure
from dashboard.components.markup import show
from dashboard.figures.k_of_n import DotColumns, Scale, k_of_n
from dashboard.prepare import audit as prepared

DOTS = DotColumns("row", "key", "value", "low", "high", "label")


def audit() -> None:
    """Show the choice of outlet and, once asked, its sources."""
    show(html.paragraph(said.AUDIT_INTRO))
    names = list(auditing.outlets())
    if not names:
        frame.message(said.AUDIT_NONE)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="audit-choice"):
        outlet = st.selectbox(said.AUDIT_OUTLET, names, key="audit-outlet", width=320)
        by = st.segmented_control(
            said.AUDIT_BY, list(By), default=By.MONTH, required=True, key="audit-by"
        )
        st.button(said.AUDIT_COUNT, key="audit-count", on_click=auditing.ask, args=(outlet,))
    if auditing.is_asked(outlet):
        _counted(outlet, _read(outlet), By(by or By.MONTH))


def _read(outlet: str) -> tuple[AnnotatedArticle, ...]:
    place = st.empty()

    def tell(done: int, total: int) -> None:
        text = said.AUDIT_READING.format(done=done + 1, total=total)
        place.progress(done / total, text=text)

    try:
        return auditing.articles(outlet, tell)
    finally:
        place.empty()


def _counted(outlet: str, articles: tuple[AnnotatedArticle, ...], by: By) -> None:
    shares, kinds = source_shares(articles, by), source_kinds(articles, by)
    if not kinds["quotes"].sum():
        number = words.plural(len(articles), "article")
        frame.message(said.AUDIT_EMPTY.format(articles=number))
        return
    frames = {what: prepared.dots(shares, what) for what in prepared.drawn(shares)}
    scale = Scale(prepared.top(list(frames.values())), "share of quotes (k of n)", percent=True)
    show_figure(
        FigureBlock(
            name="audit",
            takeaway=prepared.takeaway(outlet, kinds, by),
            caveat=said.AUDIT_CAVEAT.format(quotes=MIN_QUOTES, articles=MIN_ARTICLES),
            panels=[
                Panel(
                    name=what,
                    title=prepared.label_of(what),
                    alt=f"{prepared.label_of(what)} by {by}: the table below has every number.",
                    draw=partial(k_of_n, rows, DOTS, scale, index=number),
                )
                for number, (what, rows) in enumerate(frames.items())
            ]
            if prepared.has_shares(shares)
            else [],
            points=[],
            lists=(),
            table=prepared.shown(shares, kinds),
            open_table=True,
        )
    )
