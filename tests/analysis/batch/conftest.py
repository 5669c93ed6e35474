"""Tables of invented articles, and the stub in place of the trained pipeline."""

import json
from pathlib import Path

import pytest

STUB = "stub_analysis:analyse"


@pytest.fixture(autouse=True)
def _stub(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent / "stub"))


@pytest.fixture
def table(tmp_path):
    """Write rows as JSON lines and return the path."""

    def write(*rows, name="news.jsonl"):
        path = tmp_path / name
        lines = [json.dumps({"outlet": "The Example", **row}) for row in rows]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def rows():
    """Return so many plain rows."""

    def make(n, prefix="a", **more):
        return [{"id": f"{prefix}{i}", "text": f"The table number {i}.", **more} for i in range(n)]

    return make
