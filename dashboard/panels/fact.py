"""Same fact, different words: one statement as each text tells it, and the way to correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.types import AnnotatedArticle, Span
from dashboard import data, edits, state, words_facts
from dashboard.components import fact, html
from dashboard.components.markup import show
from dashboard.components.reader import Place
from dashboard.edits import Key
from dashboard.prepare import facts

if TYPE_CHECKING:
    import pandas as pd

READ_PAGE = "views/read.py"

Cell = dict[str, object]
"""One text's cell of a fact: a row of the table of facts."""


def draw(view: data.View, table: pd.DataFrame) -> None:
    """Draw the panel for the facts of ``table``."""
    chosen = _chosen(facts.labels(table))
    rows = facts.of_fact(table, chosen)
    told = [row for row in rows if row["status"] not in facts.ABSENT]
    articles = {each.article.id: each for each in view.whole.articles}
    texts = [articles[str(row["article_id"])] for row in told]
    unique = facts.only_here([(t, _span(row)) for t, row in zip(texts, told, strict=True)])
    # In full, and as it is called now: the list above keeps the words its choice had.
    show(html.takeaway(str(rows[0]["name"])))
    show(html.paragraph(words_facts.UNIQUE_WORDS, kind="px-hint"))
    for row, text, marks in zip(told, texts, unique, strict=True):
        with st.container(key=f"telling-{text.article.id}", border=True):
            show(fact.telling(row, text, marks))
            _open(view, text, str(row["sentence_ids"]).split()[0])
    for row in rows[len(told) :]:
        with st.container(key=f"telling-{row['outlet']}", border=True):
            show(fact.missing(row))
            if isinstance(row["nearest_sentence"], str):
                _open(view, articles[str(row["article_id"])], row["nearest_sentence"])
    with st.expander(words_facts.CHANGE, key="fact-change"):
        _rename(view, told)
        _take_out(view, told)
        _bring_in(view, told, rows[len(told) :])


def decided(view: data.View) -> None:
    """List what readers decided about facts, each with the way to undo it."""
    lines = edits.fact_lines(view.whole)
    if lines:
        st.subheader(words_facts.EDITS, anchor=False)
    for number, line in lines:
        with st.container(horizontal=True, vertical_alignment="center", key=f"fact-edit-{number}"):
            show(html.paragraph(line))
            st.button("Undo", key=f"fact-undo-{number}", on_click=edits.undo, args=(number,))


def _chosen(labels: dict[str, str]) -> str:
    """Show the list of facts and the steps through it, and return the chosen one."""
    ids = list(labels)
    state.check_url("fact", labels.values())
    state.keep_known("fact", ids)
    with st.container(horizontal=True, vertical_alignment="bottom", key="fact-steps"):
        chosen = st.selectbox(
            "Statement",
            ids,
            format_func=labels.__getitem__,
            key="fact",
            width=560,
            bind="query-params",
        )
        place = ids.index(chosen)
        for label, by, shortcut in (("Previous", -1, "Alt+K"), ("Next", 1, "Alt+J")):
            step = place + by
            st.button(
                label,
                key=f"fact{by:+d}",
                on_click=state.put,
                args=("fact", ids[step] if 0 <= step < len(ids) else chosen),
                disabled=not 0 <= step < len(ids),
                shortcut=shortcut,
            )
    return chosen


def _open(view: data.View, text: AnnotatedArticle, sentence_id: str) -> None:
    st.page_link(
        READ_PAGE,
        label="Open in article",
        icon=":material/menu_book:",
        query_params={
            "left": data.name_of(view.whole, text.article.id),
            state.SENTENCE: str(Place(text.article.id, sentence_id)),
        },
    )


def _rename(view: data.View, told: list[Cell]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="fact-rename"):
        name = f"fact-name-{told[0]['fact_id']}"
        st.text_input("Call it", value=str(told[0]["name"]), key=name, width=460)
        args = (view.selection.story, [facts.key(row) for row in told], name)
        st.button("Rename", key="fact-call", on_click=_call, args=args)


def _take_out(view: data.View, told: list[Cell]) -> None:
    """Offer to say that one text does not report what the others do."""
    keys = {str(row["outlet"]): facts.key(row) for row in told}
    with st.container(horizontal=True, vertical_alignment="bottom", key="fact-take"):
        st.selectbox("This text says something else", list(keys), key="fact-out")
        args = (view.selection.story, keys)
        st.button("Take it out", key="fact-apart", on_click=_put_apart, args=args)


def _bring_in(view: data.View, told: list[Cell], absent: list[Cell]) -> None:
    """Offer to say that a sentence of another text reports the same."""
    if not absent:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="fact-bring"):
        names = {str(row["outlet"]): row for row in absent}
        outlet = st.selectbox("This text tells it too", list(names), key="fact-in", width=240)
        options = edits.statements_of(view.whole, outlet, names[outlet]["nearest_start"])
        chosen = f"fact-sentence-{outlet}"
        texts = {text: key for key, text in options.items()}
        st.selectbox("in this sentence", list(texts), key=chosen, width=460)
        args = (view.selection.story, facts.key(told[0]), texts, chosen)
        st.button("Link", key="fact-link", on_click=_link, args=args)


# Callbacks read what the lists hold now: their arguments are one run old.


def _call(story: str, statements: list[Key], name: str) -> None:
    edits.name_fact(story, statements, state.chosen(name))


def _put_apart(story: str, statements: dict[str, Key]) -> None:
    edits.take_out_of_fact(story, statements[state.chosen("fact-out")], statements.values())


def _link(story: str, statement: Key, texts: dict[str, Key], chosen: str) -> None:
    edits.link_to_fact(story, statement, texts[state.chosen(chosen)])


def _span(row: Cell) -> Span:
    return Span(int(float(str(row["start"]))), int(float(str(row["end"]))))
