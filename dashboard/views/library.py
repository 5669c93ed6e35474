"""Library: the articles of the story, what was set aside in each and why, and how to undo it."""

from __future__ import annotations

import streamlit as st

from analysis.render import BLOCK_NAMES
from analysis.types import Span
from dashboard import data, edits, state, words
from dashboard.components import frame, html
from dashboard.components.markup import show


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("What is in this story, and what was set aside?")
    frame.refused(view.analysis)
    show(html.paragraph(words.CLEANING))
    articles = data.articles_by_name(view.analysis, view.selection.order)
    state.check_url("article", list(articles))
    name = st.selectbox("Article", list(articles), key="article", bind="query-params")
    article_id = articles[name].article.id
    show(html.facts(*data.article_facts(view.analysis, article_id)))
    blocks = data.blocks(view.analysis, article_id)
    _put_back(view, article_id)
    st.header("Set aside, never counted", anchor=False)
    is_comment = blocks["kind"] == "comment"
    aside = blocks[blocks["set_aside"] & ~is_comment]
    _blocks(view, aside.to_dict("records"), can_return=True)
    _comments(view, blocks[is_comment].to_dict("records"))
    st.header("Analysed apart", anchor=False)
    flagged = blocks[blocks["kind"].isin(["caption", "gallery"])]
    _blocks(view, flagged.to_dict("records"), can_return=False)


def _comments(view: data.View, rows: list[dict]) -> None:
    """Fold readers' comments: they may be abusive, and this page may be on a classroom's wall."""
    if rows:
        with st.expander(f"Reader comments: {len(rows)} lines. They may hold abuse."):
            _blocks(view, rows, can_return=True)


def _blocks(view: data.View, rows: list[dict], *, can_return: bool) -> None:
    if not rows:
        show(html.paragraph("Nothing in this article."))
    for row in rows:
        left, right = st.columns([3, 1], vertical_alignment="center")
        with left:
            show(html.block(BLOCK_NAMES[row["kind"]], row["rule"], row["why"], row["text"]))
        if can_return:
            with right:
                st.button(
                    "Put back",
                    help="Count this as article text from now on",
                    key=f"return-{row['start']}",
                    on_click=edits.put_back,
                    args=(view.selection.story, row["article_id"], Span(row["start"], row["end"])),
                )


def _put_back(view: data.View, article_id: str) -> None:
    """List what a reader put back, each with the way to undo it."""
    spans = edits.put_backs(view.selection.story).get(article_id, ())
    if spans:
        st.header("Put back by a reader", anchor=False)
    for span in spans:
        with st.container(border=True, key=f"back-{span.start}"):
            show(html.paragraph(data.text_of(view.analysis, article_id, span)))
            st.button(
                "Set aside again",
                key=f"undo-{span.start}",
                on_click=edits.undo_put_back,
                args=(view.selection.story, article_id, span),
            )


if __name__ == "__main__":
    page()
