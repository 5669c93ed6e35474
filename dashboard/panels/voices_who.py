"""Who is who: every speaker with aliases and role, and the way to correct any of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import accuracy, data, speakers, state, words, words_voices
from dashboard.components import html
from dashboard.components.figure import show_table
from dashboard.components.markup import show
from dashboard.prepare import voices_who
from dashboard.prepare.voices_who import NOT_FOUND

if TYPE_CHECKING:
    import pandas as pd
    from streamlit.delta_generator import DeltaGenerator

WIDTH = 280


def draw(view: data.View) -> None:
    """Draw the panel; it holds all outlets, because a correction holds for all."""
    show(html.paragraph(words_voices.CORRECT))
    aliases = view.whole.table("aliases")
    names = voices_who.names(aliases)
    if names:
        speaker = _chosen(names)
        rows = voices_who.of_speaker(aliases, speaker)
        show(html.facts(*voices_who.facts(rows)))
        about = f"How {names[speaker]} is mentioned in each outlet."
        show_table(voices_who.shown(rows), name="aliases", about=about, is_open=True)
        _correct(view, speaker, names, rows)
    show(html.caveat(accuracy.speakers_note()))
    _made(view)


def _chosen(names: Mapping[str, str]) -> str:
    state.check_url("speaker", list(names.values()))
    state.keep_known("speaker", names)
    return st.selectbox(
        "Speaker",
        list(names),
        format_func=names.__getitem__,
        key="speaker",
        width=400,
        bind="query-params",
    )


def _correct(view: data.View, speaker: str, names: Mapping[str, str], rows: pd.DataFrame) -> None:
    st.header("Correct", anchor=False)
    others = voices_who.choices(names, speaker)
    if speaker != NOT_FOUND:
        _name(view, speaker, names[speaker], others)
        _role(view, speaker, rows)
        _mention(view, speaker, others, rows)
    _quote(view, speaker, others)


def _name(view: data.View, speaker: str, name: str, others: list[str]) -> None:
    """Offer to rename a speaker or to merge it with another one."""
    story = view.selection.story
    with _line("name"):
        new = f"who-called-{speaker}"
        st.text_input("Name", value=name, key=new, width=WIDTH)
        st.button("Rename", key="who-rename", on_click=_call, args=(story, speaker, new))
    if not others:
        return
    with _line("merge"):
        same = f"who-same-{speaker}"
        st.selectbox("The same as", others, key=same, width=WIDTH)
        st.button("Merge the two", key="who-join", on_click=_call, args=(story, speaker, same))


def _role(view: data.View, speaker: str, rows: pd.DataFrame) -> None:
    """Offer to set the kind of speaker."""
    with _line("role"):
        kind = f"who-kind-{speaker}"
        st.selectbox(
            "Kind of speaker",
            list(words.ROLES),
            index=list(words.ROLES).index(str(rows["role"].iloc[0])),
            format_func=words.ROLES.__getitem__,
            key=kind,
            width=WIDTH,
        )
        args = (view.selection.story, speaker, kind)
        st.button("Set the kind", key="who-set", on_click=_set_role, args=args)


def _mention(view: data.View, speaker: str, others: list[str], rows: pd.DataFrame) -> None:
    """Offer to give one way of mentioning this speaker to somebody else, or to nobody."""
    mentions = voices_who.mentions(rows)
    if not mentions:
        return
    with _line("mention"):
        said = f"who-words-{speaker}"
        st.selectbox("These words", mentions, key=said, width=WIDTH)
        meant = _meant(others, f"words-{speaker}")
        args = (view.selection.story, speaker, said, meant)
        st.button("Give the words", key="who-give", on_click=_give_mention, args=args)


def _quote(view: data.View, speaker: str, others: list[str]) -> None:
    """Offer to give one quote to somebody else, or to nobody."""
    quotes = voices_who.quotes_of(view.whole.table("quotes"), speaker)
    with _line("quote"):
        said = f"who-said-{speaker}"
        st.selectbox("This quote", list(quotes), key=said, width=WIDTH)
        meant = _meant(others, f"quote-{speaker}")
        args = (view.selection.story, quotes, said, meant)
        st.button("Give the quote", key="who-hand", on_click=_give_quote, args=args)


def _line(name: str) -> DeltaGenerator:
    return st.container(horizontal=True, vertical_alignment="bottom", key=f"who-{name}")


def _meant(others: list[str], name: str) -> str:
    """Ask who is meant: nobody, a speaker of the story, or a name typed in; return the key."""
    key = f"who-is-{name}"
    choices = [words_voices.NOBODY, *others]
    st.selectbox("Spoken by", choices, key=key, width=WIDTH)
    st.text_input("or by somebody else", key=f"{key}-new", width=WIDTH)
    return key


def _chosen_name(key: str) -> str:
    chosen = state.chosen(key)
    return state.chosen(f"{key}-new").strip() or ("" if chosen == words_voices.NOBODY else chosen)


def _call(story: str, speaker: str, key: str) -> None:
    speakers.call(story, speaker, state.chosen(key))


def _set_role(story: str, speaker: str, key: str) -> None:
    speakers.set_role(story, speaker, state.chosen(key))


def _give_mention(story: str, speaker: str, said: str, meant: str) -> None:
    speakers.give_mention(story, speaker, state.chosen(said), _chosen_name(meant))


def _give_quote(story: str, quotes: Mapping[str, tuple[str, int]], said: str, meant: str) -> None:
    speakers.give_quote(story, *quotes[state.chosen(said)], _chosen_name(meant))


def _made(view: data.View) -> None:
    """List the corrections in force, each with the way to undo it."""
    st.header(words_voices.MADE, anchor=False)
    corrections = speakers.corrections(view.whole)
    if not corrections:
        show(html.paragraph(words_voices.NONE_MADE))
    before = voices_who.names(view.whole.table("aliases")) | speakers.names_before(view.whole)
    quotes = voices_who.quote_words(view.whole.table("quotes"))
    for each in corrections:
        text = voices_who.line(each, before, quotes)
        with st.container(horizontal=True, vertical_alignment="center", key=f"made-{each.edit_id}"):
            show(html.paragraph(text if each.applies else f"{words_voices.NOT_APPLIED} {text}"))
            st.button(
                "Undo",
                key=f"who-undo-{each.edit_id}",
                on_click=speakers.undo,
                args=(each.edit_id,),
            )
