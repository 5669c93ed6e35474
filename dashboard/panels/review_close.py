"""The log of a review, its signed files, keeping it, and the reviews kept before."""

from __future__ import annotations

import streamlit as st

from analysis.review.listing import frame as rows_of
from analysis.review.signed import Signature, signed_html
from dashboard import data, download, review_house, review_keeping, reviewing
from dashboard import words_review as said
from dashboard.components import html
from dashboard.components.markup import show
from dashboard.prepare import review as prepared
from dashboard.reviewing import Review


def closing(review: Review) -> None:
    """Show the log, the downloads and the button that keeps the review."""
    _log(review)
    st.subheader(said.SIGN, anchor=False)
    found = reviewing.findings()
    signature = Signature(
        review.label,
        review.version,
        reviewing.who(),
        reviewing.now(),
        data.stories().get(review.story, review.story),
        review.material.outlets,
        review_house.profile().name,
    )
    table = rows_of(found, review.log)
    with st.container(horizontal=True, key="review-out"):
        st.download_button(
            said.HTML,
            data=lambda: signed_html(found, review.log, signature).encode("utf-8"),
            file_name="review.html",
            mime="text/html",
            key="review-html",
            on_click="ignore",
        )
        st.download_button(
            said.CSV,
            data=lambda: download.csv_bytes(table),
            file_name="review.csv",
            mime="text/csv",
            key="review-csv",
            on_click="ignore",
        )
        label = said.KEEP_AGAIN if review_keeping.kept_id() else said.KEEP
        st.button(label, key="review-keep", on_click=review_keeping.keep)


def _log(review: Review) -> None:
    decisions = review.log.decisions
    with st.expander(said.LOG.format(number=len(decisions)), key="review-log"):
        if not decisions:
            show(html.paragraph(said.LOG_EMPTY, kind="px-hint"))
            return
        st.button(said.UNDO_LAST, key="review-undo-last", on_click=reviewing.undo)
        caption = said.LOG.format(number=len(decisions))
        show(html.table(list(said.LOG_HEADS), prepared.log_rows(review.log), caption=caption))


def kept(story: str) -> None:
    """Show the reviews that were kept of drafts of this story."""
    found = review_keeping.kept_reviews(story)
    if not found:
        return
    with st.expander(f"{said.KEPT_LIST} ({len(found)})", key="review-kept"):
        for key, each in found.items():
            with st.container(horizontal=True, vertical_alignment="center", key=f"kept-{key}"):
                show(html.paragraph(said.KEPT_ROW.format(label=each.label, version=each.version)))
                st.button(
                    said.OPEN_KEPT,
                    key=f"open-{key}",
                    on_click=review_keeping.open_kept,
                    args=(key, each),
                    disabled=reviewing.running() is not None,
                )
                st.button(
                    said.DELETE, key=f"delete-{key}", on_click=review_keeping.delete, args=(key,)
                )
