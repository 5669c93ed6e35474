"""The batch that this server was started with: opened once, for all sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from analysis import paths
from analysis.batch.manifest import MANIFEST
from analysis.corpus import Cell, Corpus, Period

if TYPE_CHECKING:
    import pandas as pd

MAX_SERIES = 64
"""Series kept in memory; one of 20 outlets over two years of weeks takes under 1 MB."""


@dataclass(frozen=True, slots=True)
class Batch:
    """An open batch, and what is asked of it once."""

    corpus: Corpus
    name: str
    mark: str
    """Another one whenever the folder was made anew."""
    outlets: tuple[str, ...]
    """Those with most articles first."""
    measures: tuple[str, ...]
    uses: Mapping[str, int]
    span: tuple[date, date] | None

    @property
    def articles(self) -> int:
        """Return the number of articles."""
        return self.corpus.manifest.articles

    def series(self, measure: str, voice: str, period: Period) -> pd.DataFrame:
        """Return one measure of every outlet over time, from memory if it was asked before."""
        return _series(self.corpus, self.mark, measure, voice, period)

    def sentences(self, cell: Cell, measure: str, voice: str, most: int) -> pd.DataFrame:
        """Return the sentences behind one number, at most so many."""
        return self.corpus.sentences(cell, measure, voice=voice, limit=most)


def batch() -> Batch | None:
    """Return the batch as its folder is now; nothing if the server was started without one."""
    folder = paths.batch()
    return _opened(str(folder), _mark(folder)) if folder else None


def _mark(folder: Path) -> str:
    try:
        told = (folder / MANIFEST).stat()
    except OSError:
        return ""  # opening the folder says what is wrong with it
    return f"{folder} {told.st_mtime_ns} {told.st_size}"


@st.cache_resource(max_entries=1, show_spinner="Opening the batch")
def _opened(folder: str, mark: str) -> Batch:
    corpus = Corpus(Path(folder))
    return Batch(
        corpus,
        Path(folder).name,
        mark,
        corpus.outlets(),
        corpus.measures(),
        corpus.uses(),
        corpus.span(),
    )


@st.cache_data(max_entries=MAX_SERIES, show_spinner="Counting")
def _series(_corpus: Corpus, mark: str, measure: str, voice: str, period: Period) -> pd.DataFrame:
    return _corpus.series(measure, voice=voice, period=period)
