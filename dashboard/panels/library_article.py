"""One article: what is known of it and how, its text, and what people decided about it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import library
from analysis.library import FIELDS, Edit
from analysis.markup import Html, element
from dashboard import deeds, shelf, state, words
from dashboard import words_library as said
from dashboard import words_library_safe as of_safety
from dashboard.components import frame, html
from dashboard.components.markup import plain, show
from dashboard.deeds import Outcome
from dashboard.panels import library_notes, library_remove
from dashboard.prepare import library_edits as told
from dashboard.prepare import library_items as items
from dashboard.prepare.library_items import Item

OPENED = "kept"
"""Key and URL parameter of the article that is open."""


def opened() -> str:
    """Return the name of the article that is open, by the page or by its address."""
    with st.container(key="kept-id"):
        return st.text_input("Article id", key=OPENED, bind="query-params").strip()


def open_article(name: str) -> None:
    """Open an article, or none."""
    state.put(OPENED, name)
    deeds.forget()


def draw(name: str) -> None:
    """Draw the article, or say that it is gone."""
    st.button(said.BACK, key="kept-back", on_click=open_article, args=("",))
    item = shelf.item(name)
    if item is None:
        frame.message(said.GONE)
        return
    edits = shelf.edits_of(item)
    titles = library.story_titles()
    st.header(plain(item.headline), anchor=False)
    is_binned = told.is_binned(item, edits)
    if is_binned:
        frame.message(said.BINNED_NOW)
    if item.damage:
        frame.message(said.DAMAGE.format(what=item.damage))
    else:
        show(html.facts(*_facts(item, titles)))
        _correct(item)
        show(_text(item))
    library_notes.draw(item)
    _history(edits, titles)
    library_remove.draw(item, is_binned=is_binned)


def _facts(item: Item, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    facts = [(label, items.field(item, name)) for name, label in said.FIELDS.items()]
    facts.append((said.STORIES_FACT, items.in_stories(item, titles)))
    facts.append((said.SIZE_FACT, words.plural(items.size(item.article), "word")))
    return [*facts, *_coming(item)]


def _coming(item: Item) -> list[tuple[str, str]]:
    """Return when and from where the article came."""
    if item.added_at is None:
        return [(said.FROM_FACT, said.COMES_WITH)]
    who = item.added_by or of_safety.NOBODY
    facts = [(said.ADDED_FACT, said.BY.format(day=told.moment_of(item.added_at), who=who))]
    if origin := item.origin:
        text = said.WAYS[origin.way].format(name=origin.name)
        part = said.PART.format(origin=text, part=origin.part) if origin.part else text
        facts.append((said.FROM_FACT, part))
    return facts


def _text(item: Item) -> Html:
    text = element(
        "p", item.article.text, class_="px-piece", dir="auto", lang=item.article.language
    )
    return html.folded(said.TEXT, words.plural(items.size(item.article), "word"), text)


def _correct(item: Item) -> None:
    """Show a field for each thing that is known, and one button that keeps what was changed."""
    with st.expander(said.CORRECT, key="kept-correct"):
        show(html.paragraph(said.CORRECT_HINT, kind="px-hint"))
        with st.grid(2, min_column_width=280):
            for name, label in said.FIELDS.items():
                _field(item, name, label)
        st.button(said.SAVE, key="kept-save", on_click=_save, args=(item,))


def _field(item: Item, name: str, label: str) -> None:
    value, key = getattr(item.article, name) or "", _key(item, name)
    if name == "rights":
        options = list(dict.fromkeys([*said.RIGHTS, value]))
        place = options.index(value)
        shown = {each: said.RIGHTS.get(each, each) for each in options}
        st.selectbox(label, options, index=place, format_func=shown.__getitem__, key=key)
    else:
        st.text_input(label, value=value, key=key, help=said.FIELD_HELP.get(name))


def _key(item: Item, name: str) -> str:
    """Return the key of a field: another one as soon as another value is kept."""
    value = getattr(item.article, name) or ""
    return f"kept-{name}-{item.name}-{zlib.crc32(value.encode('utf-8', 'surrogatepass'))}"


def _save(item: Item) -> None:
    written = {name: " ".join(state.chosen(_key(item, name)).split()) for name in FIELDS}
    changed = {
        name: value
        for name, value in written.items()
        if value != " ".join((getattr(item.article, name) or "").split())
    }
    names = words.listed([said.FIELDS[name].lower() for name in changed])
    text = said.SAVED.format(fields=names, headline=item.headline)

    def corrected() -> Outcome:
        if not changed:
            return Outcome(said.NOTHING_CHANGED)
        ref = item.ref
        act = library.set_fields([ref.id], changed, story=ref.story, author=state.author())
        return Outcome(text, act)

    deeds.do(corrected)


def _history(edits: Sequence[Edit], titles: Mapping[str, str]) -> None:
    """List what was decided about the article, each with the way to take it back."""
    st.subheader(said.EDITS, anchor=False)
    lines = told.edit_lines(edits, titles)
    if not lines:
        show(html.paragraph(said.NO_EDITS))
    acts: set[str] = set()
    for number, line in enumerate(lines):
        with st.container(horizontal=True, vertical_alignment="center", key=f"edit-{number}"):
            show(html.paragraph(line.text))
            if line.is_undone:
                show(element("span", f" {said.TAKEN_BACK} ", class_="px-tag"))
            elif line.act not in acts:
                n_edits = shelf.n_of_deed(line.act)
                many = said.UNDO_ALL.format(number=f"{n_edits:,}")
                label = many if n_edits > 1 else said.UNDO
                args = (line.act, line.text)
                st.button(label, key=f"undo-{number}", on_click=deeds.undo, args=args)
            acts.add(line.act)
