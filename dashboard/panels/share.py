"""Take it with you: the report, a workbook, and all tables of the story as files."""

from __future__ import annotations

import streamlit as st

from analysis.exports import exported
from analysis.report import report_html
from dashboard import data, reference, words_share
from dashboard.components import html
from dashboard.components.markup import show


def draw(view: data.View) -> None:
    """Draw the block; a file is made when its button is pressed, not before."""
    story = view.whole
    lists = reference.contrast_lists()
    files = (
        (
            "report",
            words_share.REPORT,
            words_share.REPORT_HELP,
            "html",
            lambda: report_html(story, lists=lists).encode(),
        ),
        (
            "workbook",
            words_share.WORKBOOK,
            words_share.WORKBOOK_HELP,
            "xlsx",
            lambda: exported(story, "xlsx"),
        ),
        (
            "tables",
            words_share.TABLES,
            words_share.TABLES_HELP,
            "zip",
            lambda: exported(story, "zip"),
        ),
    )
    st.header(words_share.TITLE, anchor=False)
    with st.container(horizontal=True, key="share"):
        for name, label, about, suffix, make in files:
            st.download_button(
                label,
                data=make,
                file_name=f"{story.story.id}-{name}.{suffix}",
                mime=_TYPES[suffix],
                key=f"share-{name}",
                on_click="ignore",
                help=about,
            )
    show(html.caveat(words_share.ABOUT))


_TYPES = {
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
