"""The drawer on the right: the sentences behind a number, one after another, and in the text."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from analysis.markup import Html, element, joined
from analysis.render import Mark, marked
from analysis.result import StoryAnalysis
from dashboard import data, reference, speakers, state, words, words_voices
from dashboard.components import html
from dashboard.components.markup import show
from dashboard.components.reader import Place
from dashboard.evidence_rows import citation_of, evidence_rows
from dashboard.query import Query

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[Hashable, object]
"""One line of the evidence table."""

READ_PAGE = "views/read.py"

MAX_ROWS = 200
"""Matches listed in the drawer; a longer list is in the CSV."""


def open_asked() -> None:
    """Open the drawer if a number was asked for in this run."""
    query = state.take_asked()
    if query is not None:
        view = data.current()
        rows = evidence_rows(view, query).head(MAX_ROWS).reset_index(drop=True)
        _drawer(view.whole, query, rows)


@st.dialog("The sentences behind the number", position="right", width="medium")
def _drawer(analysis: StoryAnalysis, query: Query, rows: pd.DataFrame) -> None:
    show(html.paragraph(query.title, kind="px-drawer-title"))
    if len(rows) == 0:
        show(_nothing(query))
        return
    last = len(rows) - 1
    step = min(state.evidence_step(), last)
    current = rows.iloc[step].to_dict()
    with st.container(horizontal=True, vertical_alignment="center", key="evidence-steps"):
        _step_button("Previous", -1, last, disabled=step == 0, shortcut="Alt+K")
        _step_button("Next", +1, last, disabled=step == last, shortcut="Alt+J")
        show(element("span", f"{step + 1} of {len(rows)}", class_="px-count", aria_live="polite"))
    said = speakers.of_quote(analysis, current)
    show(_focus(current, said))
    st.page_link(
        READ_PAGE,
        label="Open in article",
        icon=":material/menu_book:",
        query_params=_link(analysis, query, current),
    )
    if said:
        st.page_link(
            "views/voices.py",
            label="Wrong speaker?",
            query_params={"section": words_voices.WHO, "speaker": said.name},
        )
    with st.expander("Cite this sentence", key=f"cite-{step}"):
        # The box has a button that copies; nothing in it is read as markup.
        st.code(citation_of(analysis, current), language=None, wrap_lines=True)
    show(_listing(analysis, rows, step))


def _link(analysis: StoryAnalysis, query: Query, row: Row) -> dict[str, str]:
    """Return the link to the sentence in its article, with only its word list marked."""
    lists = {each.id: each.label for each in reference.contrast_lists()}
    link = {
        "left": data.name_of(analysis, str(row["article_id"])),
        state.SENTENCE: str(Place(str(row["article_id"]), str(row["sentence_id"]))),
    }
    if query.contrast in lists:
        return {**link, "list": lists[query.contrast]}
    return link if query.sentence else {**link, "layers": "Voices"}


def _step_button(label: str, by: int, last: int, *, disabled: bool, shortcut: str) -> None:
    st.button(
        label,
        key=f"evidence-step{by:+d}",
        on_click=state.move_evidence,
        args=(by, last),
        disabled=disabled,
        shortcut=shortcut,
    )


def kwic(row: Row) -> Html:
    """Return one match in its sentence, the matched words marked."""
    left, node, right = (str(row[part]) for part in ("left", "node", "right"))
    text = f"{left}{node}{right}"
    mark = Mark(len(left), len(left) + len(node), "frame", "side-1")
    return marked(text, [mark])


def _focus(row: Row, said: speakers.Said | None) -> Html:
    known = [
        ("Outlet", row["outlet"]),
        ("Whose words", words.USES.get(str(row["use"])) or words.VOICES.get(str(row["voice"]), "")),
        ("Speaker", row["speaker"]),
        *(said.facts if said else ()),
        ("Rule", row["rule"]),
    ]
    return element(
        "div",
        element("blockquote", kwic(row), class_="px-kwic px-focus", dir="auto"),
        html.facts(*((name, value) for name, value in known if isinstance(value, str) and value)),
    )


def _listing(analysis: StoryAnalysis, rows: pd.DataFrame, step: int) -> Html:
    """Return all rows; each can be cited, and each has an address of its own."""
    items = [
        element(
            "li",
            element("span", f"{row['outlet']} ", class_="px-where"),
            kwic(row),
            _copies(analysis, row, place + 1),
            class_="px-kwic px-current" if place == step else "px-kwic",
            aria_current="true" if place == step else None,
        )
        for place, row in enumerate(rows.to_dict("records"))
    ]
    head = element("p", f"All {words.plural(len(rows), 'match', 'matches')}", class_="px-hint")
    return joined(head, element("ol", *items, class_="px-list"))


def _copies(analysis: StoryAnalysis, row: Row, number: int) -> Html:
    """Return the buttons of one row; the link opens the sentence in its article."""
    place = Place(str(row["article_id"]), str(row["sentence_id"]))
    link = urlencode({"story": analysis.story.id, state.SENTENCE: str(place)})
    about = f"of match {number}"
    return element(
        "span",
        html.copying("Copy citation", citation_of(analysis, row), about=about),
        html.copying_link("Copy link", f"read?{link}", about=about),
        class_="px-copies",
    )


def _nothing(query: Query) -> Html:
    """Return a plain zero: what was looked for, and with which words."""
    terms = sorted(
        {
            term.lemma
            for contrast in (*reference.contrast_lists(), *reference.wording_lists())
            if contrast.id == query.contrast
            for term in contrast.terms
            if query.side in (None, term.side)
        }
    )
    looked = f" Words looked for: {', '.join(terms)}." if terms else ""
    return html.paragraph(f"0 found.{looked}")
