"""The app on an invented story, in the test's own process."""

from __future__ import annotations

import pytest

from dashboard import data
from tests.dashboard.invented import two_outlets


@pytest.fixture
def library(monkeypatch):
    """Return a function that puts a story, or none, into the app's library."""

    def put(analysis=None):
        data._kept.clear()
        titles = {"harbour": analysis.story.title} if analysis else {}
        monkeypatch.setattr(data, "stories", lambda: titles)
        monkeypatch.setattr(data, "story_now", lambda story_id: story_id)
        monkeypatch.setattr(data, "load_analysis", lambda _, **__: analysis)

    yield put
    data._kept.clear()


@pytest.fixture
def harbour(library):
    """Put the story of two outlets into the library."""
    library(two_outlets())
