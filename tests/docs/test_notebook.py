"""The example notebook runs from its first cell to its last, and shows what it promises."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from analysis import paths

NOTEBOOK = paths.ROOT / "examples" / "compare.ipynb"

RUN = """
import sys
import nbformat
from nbclient import NotebookClient
from traitlets.config import Config
notebook = nbformat.read(sys.argv[1], 4)
ipc = Config({"ConnectionFileMixin": {"transport": "ipc"}})  # files, no network
NotebookClient(notebook, timeout=1200, kernel_name="python3", config=ipc).execute()
nbformat.write(notebook, sys.argv[2])
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """Return what each code cell shows, by kind, after a run in a process of its own."""
    made = tmp_path_factory.mktemp("notebook") / "run.ipynb"
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(NOTEBOOK), str(made)],
        cwd=paths.ROOT,
        env={**os.environ, "PARALLAX_HOME": str(made.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    cells = json.loads(made.read_text(encoding="utf-8"))["cells"]
    return [cell["outputs"] for cell in cells if cell["cell_type"] == "code"]


def kinds(outputs: list[dict]) -> set[str]:
    return {kind for each in outputs for kind in each.get("data", ())}


@pytest.mark.model
def test_notebook_shows_articles_sentences_tables_figures_and_text(outputs):
    story, found, evidence, table, figure, _, text = outputs
    assert all("text/html" in kinds(each) for each in (story, found, evidence, table, text))
    assert "application/vnd.plotly.v1+json" in kinds(figure)
    assert "mark" in "".join(text[0]["data"]["text/html"])
    shown = figure[0]["data"]["application/vnd.plotly.v1+json"]
    assert shown["config"]["showSendToCloud"] is False
    assert len(shown["data"]) > 0


def test_notebook_is_kept_without_what_it_showed():
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert all(not cell.get("outputs") for cell in cells)
    assert all(not cell.get("execution_count") for cell in cells)
