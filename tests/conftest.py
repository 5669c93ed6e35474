"""What every test shares: a library and cache of its own, and the trained pipeline once."""

import pytest

from analysis.nlp import steps


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory, monkeypatch):
    """Keep tests away from what people made on this machine."""
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def nlp():
    return lambda text: steps().parsed([text])[0]
