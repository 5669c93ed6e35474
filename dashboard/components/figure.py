"""One figure with all that belongs to it: takeaway, caveat, lists for the keyboard, table, CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analysis.markup import Html
from dashboard import download, state, theme, words, words_share
from dashboard.components import html
from dashboard.components.markup import show
from dashboard.components.watcher import theme_kind
from dashboard.figures import pictures
from dashboard.query import Point

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture: its heading, the words that replace it, how to draw it in ``colours``."""

    name: str
    title: str
    alt: str
    draw: Callable[..., go.Figure]


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure of one or more panels, and everything that must stand beside it.

    ``lists`` names the select boxes that reach every point without a mouse; ``table``
    holds the same numbers, with the column names shown to readers.
    """

    name: str
    takeaway: str
    caveat: str
    panels: Sequence[Panel]
    points: Sequence[Point]
    lists: tuple[str, ...]
    table: pd.DataFrame
    key: Html | None = None
    """What shapes, colours and patterns stand for, where the figure does not say it itself."""
    open_table: bool = False
    """Whether the table is the figure itself and stands open."""


def show_figure(block: FigureBlock) -> None:
    """Show the block: sentence, panels, caveat, lists, table and download."""
    show(html.takeaway(block.takeaway))
    if block.key:
        show(block.key)
    _panels(block)
    show(html.caveat(block.caveat))
    if block.points:
        _lists(block)
    if block.panels:
        _picture(block)
    show_table(block.table, name=block.name, about=block.takeaway, is_open=block.open_table)


def show_table(table: pd.DataFrame, *, name: str, about: str, is_open: bool = False) -> None:
    """Show "as table" and the download of the same rows."""
    label = "The numbers" if is_open else "Show as table"
    left, right = st.columns([4, 1], vertical_alignment="top")
    with left, st.expander(label, key=f"{name}-table", expanded=is_open or state.is_paper()):
        # Not st.table: when it scrolls sideways the keyboard cannot reach it (axe), and its
        # cells read Markdown.
        show(html.frame_table(table, caption=about))
    with right:
        st.download_button(
            "CSV",
            data=lambda: download.csv_bytes(table),
            file_name=f"{name}.csv",
            mime="text/csv",
            key=f"{name}-csv",
            on_click="ignore",
            help="Download these rows for a spreadsheet",
        )


def _panels(block: FigureBlock) -> None:
    colours = theme.palette(theme_kind())
    queries = {point.key: point.query for point in block.points}
    saved_as = state.chosen(f"{block.name}-picture")
    several = len(block.panels) > 1
    n_columns = 3 if len(block.panels) % 3 == 0 else 2
    with st.grid(n_columns, min_column_width=250) if several else st.container():
        for panel in block.panels:
            key = f"{block.name}-{panel.name}"
            with st.container(key=f"{key}-panel"):
                if panel.title:
                    show(html.paragraph(panel.title, kind="px-panel-title"))
                figure = panel.draw(colours=colours)
                if state.display() is state.Display.PROJECTOR:
                    figure = theme.enlarged(figure)
                config = theme.CONFIG
                if saved_as in pictures.PICTURE_FORMATS:
                    figure = pictures.to_save(figure, panel.title or block.takeaway, colours)
                    config = pictures.saving(saved_as, f"parallax-{key}")
                st.plotly_chart(
                    figure,
                    key=key,
                    theme=None,
                    config=config,
                    selection_mode="points",
                    on_select=lambda key=key: state.ask_clicked(key, queries),
                    alt=panel.alt,
                )


def _picture(block: FigureBlock) -> None:
    """Offer to save the pictures: the choice of a format puts a button on each of them."""
    saved_as = st.segmented_control(
        words_share.PICTURE, pictures.PICTURE_FORMATS, key=f"{block.name}-picture"
    )
    if saved_as:
        show(html.paragraph(words_share.PICTURE_HINT, kind="px-hint"))


def _lists(block: FigureBlock) -> None:
    """Show the keyboard's way to each number: one list per dimension and one button."""
    show(html.paragraph(words.TAP_HINT if block.panels else words.LIST_HINT, kind="px-hint"))
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{block.name}-lists"):
        left = list(block.points)
        for place, head in enumerate(block.lists):
            names = list(dict.fromkeys(point.labels[place] for point in left))
            chosen = st.selectbox(head, names, key=f"{block.name}-list-{place}", width=280)
            left = [point for point in left if point.labels[place] == chosen]
        st.button(
            "Show the sentences",
            key=f"{block.name}-show",
            on_click=state.ask,
            args=(left[0].query,),
        )
