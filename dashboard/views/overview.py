"""Overview: what do we have, and where to look first. No plotly here: it must come up fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import data, reference, state, words
from dashboard.components import frame, headlines, html
from dashboard.components.figure import show_table
from dashboard.components.markup import plain, show
from dashboard.components.timeline import timeline
from dashboard.panels import share
from dashboard.prepare import overview
from dashboard.prepare.timeline import Line, line, undated

if TYPE_CHECKING:
    import pandas as pd


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title("What do we have, and what stands out?")
    frame.small_sample(view.whole)
    frame.refused(view.analysis)
    if not view.outlets:
        frame.message("No outlet is chosen. Choose one or more under \u201cOutlets\u201d.")
        return
    articles = view.table("articles")
    st.header("Headlines, as printed", anchor=False)
    names = {e.article.id: n for n, e in data.articles_by_name(view.whole).items()}
    headlines.show_headlines(articles, data.known(view.analysis), names)
    show(timeline(_line(view, articles), undated(articles)))
    st.header("Look here first", anchor=False)
    if len(view.outlets) == 1:
        frame.message("One outlet is chosen. Choose a second one to compare.")
    _findings(view)
    st.header("In numbers", anchor=False)
    show(headlines.counts(articles, view.table("voices")))
    show_table(headlines.columns(articles), name="articles", about="the articles of this story")
    share.draw(view)


def _line(view: data.View, articles: pd.DataFrame) -> Line | None:
    zone = view.analysis.story.time_zone
    return line(articles, event_zone=zone, reader_zone=state.reader_zone())


def _findings(view: data.View) -> None:
    found = overview.findings(
        view.whole,
        reference.contrast_lists(),
        view.outlets,
        shared_copy=view.selection.shared_copy,
    )
    if not found and len(view.outlets) > 1:
        frame.message("No counts that differ were found in the chosen texts.")
    for number, finding in enumerate(found):
        with st.container(key=f"finding-{number}", border=True):
            show(html.takeaway(finding.text))
            if finding.note:
                show(html.caveat(finding.note))
            with st.container(horizontal=True, key=f"finding-{number}-numbers"):
                for place, (label, query) in enumerate(finding.numbers):
                    st.button(
                        f"Show {plain(label)}",
                        key=f"finding-{number}-{place}",
                        on_click=state.ask,
                        args=(query,),
                    )
    show(html.caveat(f"Widest gaps in the counts, not a judgement. {words.GAP_NOTE}"))


if __name__ == "__main__":
    page()
