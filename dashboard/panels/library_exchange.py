"""A story as one file for another copy of Parallax, and such a file taken in."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from analysis import library
from analysis.library import Imported
from dashboard import deeds, state, words
from dashboard import words_library as said
from dashboard import words_library_safe as of_safety
from dashboard import words_library_stories as of_stories
from dashboard.components import html
from dashboard.components.markup import plain, show
from dashboard.deeds import Outcome
from dashboard.uploads import on_disk

SUFFIX = ".zip"

_STORY, _RIGHTS, _FILE, _ROUND = "export-story", "export-rights", "_export_file", "import-round"
_MANY = 10**6


def draw() -> None:
    """Draw both ways."""
    entries = {each.id: each for each in library.stories() if each.n_articles}
    st.header(of_safety.EXPORT, anchor=False)
    show(html.paragraph(of_safety.EXPORT_INTRO))
    if entries:
        titles = {each: " ".join(entry.title.split()) for each, entry in entries.items()}
        _export(titles, {each: entry.n_articles for each, entry in entries.items()})
    else:
        show(html.paragraph(of_stories.NO_STORIES))
    st.header(of_safety.IMPORT, anchor=False)
    show(html.paragraph(of_safety.IMPORT_INTRO))
    upload = st.file_uploader(
        of_safety.IMPORT_FILE, type=SUFFIX, key=f"import-file-{state.number(_ROUND)}"
    )
    if upload and st.button(of_safety.IMPORT_DO, key="import-do"):
        if deeds.do(lambda: _imported(upload.getvalue())):
            state.step(_ROUND, 1, _MANY)
        st.rerun()


def _export(titles: dict[str, str], sizes: dict[str, int]) -> None:
    state.keep_known(_STORY, titles)
    story = st.selectbox(
        said.STORY, list(titles), format_func=titles.__getitem__, key=_STORY, width=460
    )
    st.checkbox(of_safety.EXPORT_RIGHTS, value=True, key=_RIGHTS, help=of_safety.EXPORT_RIGHTS_HELP)
    st.button(of_safety.EXPORT_DO, key="export-do", on_click=_exported, args=(titles, sizes))
    made: tuple[str, bytes] | None = state.kept(_FILE, None)
    if made and made[0] == story:
        name = f"{story}{SUFFIX}"
        st.download_button(
            plain(of_safety.EXPORT_GET.format(name=name)),
            data=made[1],
            file_name=name,
            mime="application/zip",
            key="export-get",
            on_click="ignore",
        )


def _exported(titles: dict[str, str], sizes: dict[str, int]) -> None:
    """Make the file and keep it until another one is made."""
    story, respect = state.chosen(_STORY), state.is_on(_RIGHTS)

    def exported() -> Outcome:
        with TemporaryDirectory(prefix="parallax-") as folder:
            path = Path(folder) / f"story{SUFFIX}"
            with_text = library.export_story(story, path, respect_rights=respect)
            state.keep(_FILE, (story, path.read_bytes()))
        left = sizes[story] - with_text
        without = of_safety.EXPORTED_WITHOUT.format(number=f"{left:,}") if left else ""
        number = words.plural(with_text, "article")
        text = of_safety.EXPORTED.format(title=titles[story], number=number, without=without)
        return Outcome(text)

    deeds.do(exported)


def _imported(data: bytes) -> Outcome:
    with on_disk(data, SUFFIX) as path:
        found = library.import_story(path, author=state.author())
    return Outcome(told(found, library.story_titles()), found.act, found.story)


def told(found: Imported, titles: dict[str, str]) -> str:
    """Return what a story file brought in, in words."""
    n_without, n_conflicts = len(found.without_text), len(found.conflicts)
    without = words.plural(n_without, "article")
    conflicts = words.plural(n_conflicts, "decision")
    return of_safety.IMPORTED.format(
        title=titles.get(found.story, found.story),
        new=words.plural(len(found.new), "new article"),
        known=f"{len(found.known):,}",
        without=of_safety.IMPORTED_WITHOUT.format(number=without) if n_without else "",
        conflicts=of_safety.IMPORTED_CONFLICTS.format(number=conflicts) if n_conflicts else "",
    )
