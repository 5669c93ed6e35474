"""Where the library lies, backing it up, bringing a backup back, and checking it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from analysis import library
from analysis.errors import InputError
from analysis.library import place
from analysis.markup import Html
from dashboard import deeds, state, words
from dashboard import words_library_safe as of_safety
from dashboard.components import frame, html
from dashboard.components.markup import plain, show
from dashboard.deeds import Outcome
from dashboard.panels import library_exchange
from dashboard.uploads import on_disk

MAX_UPLOAD = 500
"""Largest backup that a browser sends, in MB; it goes through memory."""

MAX_LISTED = 5
"""Backups of the folder that are offered."""

SUFFIX = ".sqlite"

_FROM, _SURE, _ROUND = "restore-from", "restore-sure", "restore-round"
_MANY = 10**6


def draw() -> None:
    """Draw the part."""
    st.header(of_safety.PLACE, anchor=False)
    text = of_safety.PLACE_TEXT.format(where=library.where(), folder=place.backups().name)
    show(html.paragraph(text))
    st.header(of_safety.BACKUP, anchor=False)
    show(html.paragraph(of_safety.BACKUP_INTRO))
    st.button(of_safety.BACKUP_DO, key="backup-do", on_click=_back_up)
    files = backups()
    _downloads(files)
    st.header(of_safety.RESTORE, anchor=False)
    show(html.paragraph(of_safety.RESTORE_INTRO))
    _restore(files)
    library_exchange.draw()
    st.header(of_safety.CHECK, anchor=False)
    show(html.paragraph(of_safety.CHECK_INTRO))
    if st.button(of_safety.CHECK_DO, key="check-do"):
        _check()


def backups() -> dict[str, Path]:
    """Return the latest backups of the folder by their file names, the latest first."""
    found = [each for each in place.backups().glob(f"*{SUFFIX}") if each.is_file()]
    latest = sorted(found, key=lambda each: each.stat().st_mtime, reverse=True)[:MAX_LISTED]
    return {each.name: each for each in latest}


def _back_up() -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")

    def backed_up() -> Outcome:
        made = library.backup(place.backups() / f"backup-{stamp}{SUFFIX}")
        text = of_safety.BACKED_UP.format(
            name=made.path.name,
            articles=words.plural(made.articles, "article"),
            edits=words.plural(made.edits, "edit"),
            sha256=made.sha256,
        )
        return Outcome(text)

    deeds.do(backed_up)


def _downloads(files: dict[str, Path]) -> None:
    if files:
        show(html.paragraph(of_safety.BACKUPS_THERE, kind="px-where"))
    for name, path in files.items():
        st.download_button(
            plain(of_safety.BACKUP_GET.format(name=name)),
            data=path.read_bytes,
            file_name=name,
            mime="application/vnd.sqlite3",
            key=f"get-{name}",
            on_click="ignore",
        )


def _restore(files: dict[str, Path]) -> None:
    options = [of_safety.RESTORE_UPLOAD, *files]
    state.keep_known(_FROM, options)
    chosen = st.selectbox(of_safety.RESTORE_FROM, options, key=_FROM, width=460)
    upload = None
    if chosen == of_safety.RESTORE_UPLOAD:
        upload = st.file_uploader(
            of_safety.RESTORE_FILE,
            type=SUFFIX,
            key=f"restore-file-{state.number(_ROUND)}",
            max_upload_size=MAX_UPLOAD,
        )
        show(html.paragraph(of_safety.LARGE_FILE.format(most=MAX_UPLOAD), kind="px-hint"))
    if not upload and chosen not in files:
        return
    st.checkbox(of_safety.RESTORE_SURE, key=_SURE)
    if st.button(of_safety.RESTORE_DO, key="restore-do"):
        if deeds.do(lambda: _restored(files.get(chosen), upload.getvalue() if upload else b"")):
            state.step(_ROUND, 1, _MANY)
        st.rerun()


def _restored(path: Path | None, data: bytes) -> Outcome:
    """Bring back a backup of the folder, or the one that a browser sent."""
    if not state.is_on(_SURE):
        raise InputError(of_safety.RESTORE_NOT_SURE)
    if path:
        found = library.restore(path)
    else:
        with on_disk(data, SUFFIX) as upload:
            found = library.restore(upload)
    before = of_safety.RESTORED_BEFORE.format(name=found.before.name) if found.before else ""
    articles, edits = words.plural(found.articles, "article"), words.plural(found.edits, "edit")
    return Outcome(of_safety.RESTORED.format(articles=articles, edits=edits, before=before))


def _check() -> None:
    """Read everything now, and list what is not as it was written."""
    with st.spinner(of_safety.CHECK_DO):
        damages = library.check()
    if not damages:
        frame.message(of_safety.CHECK_WHOLE)
        return
    frame.message(of_safety.CHECK_DAMAGED.format(number=words.plural(len(damages), "damage")))
    rows: list[list[Html | str]] = [[each.where, each.what] for each in damages]
    show(html.table(of_safety.CHECK_HEADS, rows, caption=of_safety.CHECK))
