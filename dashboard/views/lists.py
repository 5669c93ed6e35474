"""Word lists: what is looked for, with reasons and sources, and a reader's own lists."""

from __future__ import annotations

import streamlit as st

from analysis import library, list_forms, own_lists
from analysis.errors import LexiconError, ParallaxError
from analysis.lexicons import Contrast
from analysis.markup import joined
from analysis.preview import preview
from dashboard import data, reference, state, words_lists
from dashboard.components import frame, html, word_lists
from dashboard.components.markup import show
from dashboard.prepare import lists

COUNTER = "own-list"
"""Counts the lists saved in this session: a saved form and a kept file leave empty ones behind."""

MANY = 10**6


def page() -> None:
    """Draw the page."""
    view = data.current()
    st.title(words_lists.TITLE)
    show(html.paragraph(words_lists.INTRO))
    st.header(words_lists.OWN, anchor=False)
    show(html.paragraph(words_lists.OWN_INTRO))
    own, problems = own_lists.read_own(own_lists.kept())
    for problem in problems.values():
        frame.message(words_lists.NOT_SEARCHED.format(problem=problem))
    _edited(view, {each.id: each for each in own})
    _imported(view, {each.id for each in own})
    _changes()
    st.header(words_lists.ALL, anchor=False)
    _all()


def _edited(view: data.View, own: dict[str, Contrast]) -> None:
    """Show the form for a new list or a kept one, its preview, and what can be done with it."""
    names = {"": words_lists.NEW, **{key: each.label for key, each in own.items()}}
    chosen = st.selectbox(
        words_lists.WHICH, list(names), format_func=names.__getitem__, key="own", width=360
    )
    kept = own.get(chosen)
    start = list_forms.form_of(kept) if kept else list_forms.Form()
    if start is None:
        frame.message(words_lists.ADVANCED)
    else:
        _form(view, start, kept, own)
    if kept:
        _kept_buttons(kept)


def _form(
    view: data.View, start: list_forms.Form, kept: Contrast | None, own: dict[str, Contrast]
) -> None:
    key = f"own-{kept.id}-{kept.version}" if kept else f"own-{state.number(COUNTER)}"
    form, places = word_lists.form(start, key)
    names = {each.label for each in own.values() if each is not kept}
    problems = list_forms.problems(form, names)
    is_asked = st.button(words_lists.SAVE, key=f"{key}-save")
    word_lists.tell(problems, places, is_asked=is_asked)
    list_id = kept.id if kept else list_forms.new_id(form.name, {*own, *own_lists.taken_ids()})
    text = list_forms.toml_of(form, list_id, lists.next_version(kept.version) if kept else "1")
    if is_asked and not problems:
        _save(text, form.name)
    wrong_words = [field for field in problems if field.startswith("words-")]
    if not wrong_words:
        _tried(view, list_forms.toml_of(list_forms.named(form), list_id))
    elif not any(side.words.strip() for side in form.sides):
        show(html.paragraph(words_lists.NO_PREVIEW, kind="px-hint"))


def _tried(view: data.View, text: str) -> None:
    try:
        contrast = own_lists.parse_own(text, words_lists.NEW)
    except LexiconError as err:
        frame.message(str(err))
    else:
        _preview(view, contrast)


def _save(text: str, name: str) -> None:
    try:
        own_lists.save(text, name)
    except LexiconError as err:
        frame.message(str(err))
        return
    state.step(COUNTER, 1, MANY)
    st.rerun()


def _preview(view: data.View, contrast: Contrast) -> None:
    st.subheader(words_lists.PREVIEW, anchor=False)
    found = preview(contrast, view.analysis.articles)
    show(
        word_lists.previewed(found, contrast, data.outlets_of(view.analysis, view.selection.order))
    )


def _kept_buttons(kept: Contrast) -> None:
    with st.container(horizontal=True, key="own-buttons"):
        st.download_button(
            words_lists.EXPORT,
            data=own_lists.kept()[kept.id].encode("utf-8"),
            file_name=f"{kept.id}.toml",
            mime="application/toml",
            key="own-export",
            on_click="ignore",
        )
        st.button(words_lists.DELETE, key="own-delete", on_click=own_lists.remove, args=(kept.id,))


def _imported(view: data.View, own: set[str]) -> None:
    """Show the way in for a file, what is wrong with it, or what it would match."""
    with st.expander(words_lists.IMPORT, key="own-import"):
        file = st.file_uploader(
            words_lists.IMPORT, type="toml", key=f"own-file-{state.number(COUNTER)}"
        )
        if file is None:
            return
        try:
            text = own_lists.text_of(file.getvalue(), file.name)
            contrast = own_lists.parse_own(text, file.name)
        except ParallaxError as err:
            frame.message(str(err))
            return
        if contrast.id in own:
            show(html.paragraph(words_lists.REPLACES))
        _preview(view, contrast)
        if st.button(words_lists.KEEP, key="own-keep"):
            _save(text, file.name)


def _changes() -> None:
    """List the latest changes to the reader's lists, each with the way to undo it."""
    made = lists.changes(own_lists.changes())
    if made:
        st.subheader(words_lists.CHANGES, anchor=False)
    for change in made:
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"change-{change.edit_id}"
        ):
            show(html.paragraph(change.text))
            st.button(
                words_lists.UNDO,
                key=f"undo-{change.edit_id}",
                on_click=library.undo,
                args=(change.edit_id,),
            )


def _all() -> None:
    wanted = st.text_input(words_lists.FIND, key="find-list", width=360)
    found = lists.found(reference.contrast_lists(), wanted)
    if not found:
        frame.message(words_lists.NONE_FOUND)
    for pack, members in lists.by_pack(found).items():
        st.subheader(pack, anchor=False)
        is_open = bool(wanted.strip())
        show(joined(*(word_lists.folded(each, is_open=is_open) for each in members)))


if __name__ == "__main__":
    page()
