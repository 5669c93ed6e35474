"""What cleaning set aside in the articles of the story, why, and how to put it back."""

from __future__ import annotations

import streamlit as st

from analysis.render import BLOCK_NAMES
from analysis.result import StoryAnalysis
from analysis.types import Span
from dashboard import data, deeds, edits, state, words
from dashboard import words_library_safe as of_safety
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.deeds import Outcome


def draw() -> None:
    """Draw the part: the pieces of one article of the chosen story."""
    show(html.paragraph(words.CLEANING))
    story = state.chosen("story")
    if not story or not data.stories():
        frame.no_story()
        return
    analysis = data.load(story)
    frame.refused(analysis)
    articles = data.articles_by_name(analysis, state.Order.NAME)
    state.check_url("article", list(articles))
    state.keep_known("article", articles)
    name = st.selectbox(of_safety.WHICH_ARTICLE, list(articles), key="article", bind="query-params")
    article_id = articles[name].article.id
    show(html.facts(*data.article_facts(analysis, article_id)))
    blocks = data.blocks(analysis, article_id)
    _put_back(analysis, article_id)
    st.header("Set aside, never counted", anchor=False)
    is_comment = blocks["kind"] == "comment"
    aside = blocks[blocks["set_aside"] & ~is_comment]
    _blocks(story, aside.to_dict("records"), can_return=True)
    _comments(story, blocks[is_comment].to_dict("records"))
    st.header("Analysed apart", anchor=False)
    flagged = blocks[blocks["kind"].isin(["caption", "gallery"])]
    _blocks(story, flagged.to_dict("records"), can_return=False)


def _comments(story: str, rows: list[dict]) -> None:
    """Fold readers' comments: they may be abusive, and this page may be on a classroom's wall."""
    if rows:
        with st.expander(f"Reader comments: {len(rows)} lines. They may hold abuse."):
            _blocks(story, rows, can_return=True)


def _blocks(story: str, rows: list[dict], *, can_return: bool) -> None:
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
                    on_click=_return,
                    args=(story, row["article_id"], Span(row["start"], row["end"])),
                )


def _put_back(analysis: StoryAnalysis, article_id: str) -> None:
    """List what a reader put back, each with the way to undo it."""
    story = analysis.story.id
    spans = edits.put_backs(story).get(article_id, ())
    if spans:
        st.header("Put back by a reader", anchor=False)
    for span in spans:
        with st.container(border=True, key=f"back-{span.start}"):
            show(html.paragraph(data.text_of(analysis, article_id, span)))
            st.button(
                "Set aside again",
                key=f"undo-{span.start}",
                on_click=_set_aside,
                args=(story, article_id, span),
            )


def _return(story: str, article_id: str, span: Span) -> None:
    author = state.author()
    deeds.do(
        lambda: Outcome(of_safety.RETURNED, edits.put_back(story, article_id, span, author=author))
    )


def _set_aside(story: str, article_id: str, span: Span) -> None:
    author = state.author()
    deeds.do(
        lambda: Outcome(
            of_safety.SET_ASIDE, edits.undo_put_back(story, article_id, span, author=author)
        )
    )
