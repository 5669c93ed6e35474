"""Review: a draft beside the story's articles and a house's rules, and a desk's own sources."""

from __future__ import annotations

import streamlit as st

from analysis.errors import ParallaxError
from dashboard import data, reviewing, state
from dashboard import words_review as said
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.panels import review_audit, review_close, review_draft, review_findings
from dashboard.panels.review_profile import profile


def page() -> None:
    """Draw the page."""
    reviewing.absorb()
    top = st.container()
    parts = {said.DRAFT_PART: _draft, said.AUDIT_PART: review_audit.audit}
    state.check_url("review", list(parts))
    part = st.pills(
        said.PART,
        list(parts),
        default=said.DRAFT_PART,
        required=True,
        key="review",
        bind="query-params",
        label_visibility="collapsed",
    )
    with top:
        st.title(said.AUDIT_TITLE if part == said.AUDIT_PART else said.TITLE)
    try:
        parts[part or said.DRAFT_PART]()
    except ParallaxError as err:
        frame.message(str(err))


def _draft() -> None:
    story = state.kept("story", "")
    if story not in data.stories():
        frame.no_story()
        return
    show(html.paragraph(said.INTRO))
    show(html.paragraph(said.PRIVACY, kind="px-notice"))
    review_draft.entry(story)
    review_draft.progress()
    profile()
    review_close.kept(story)
    review = reviewing.current()
    if review is not None:
        review_findings.findings(review)
        review_close.closing(review)


if __name__ == "__main__":
    page()
