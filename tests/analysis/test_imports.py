"""What is imported when: help and ``import analysis`` must not wait for heavy packages."""

import subprocess
import sys

import pytest

from analysis import choices
from analysis.exports import FORMATS
from analysis.lesson.plans import MINUTES
from analysis.result import TABLES

HEAVY = "numpy pandas pyarrow scipy spacy sqlalchemy streamlit textstat trafilatura".split()


def _loaded(code):
    script = f"import sys\n{code}\nprint(*sorted(set(sys.modules) & set({HEAVY})))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
    return found.stdout.splitlines()[-1].split()


@pytest.mark.parametrize(
    "code",
    [
        "import analysis",
        "import analysis.cli as c; c._parser().format_help()",
        "import analysis.parallel, analysis.jobs, analysis.journal",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code):
    assert _loaded(code) == []


def test_the_library_is_read_without_the_language_model():
    assert "spacy" not in _loaded("import analysis; analysis.load_story")


def test_the_pipeline_is_imported_without_spacy_or_tables():
    assert not {"spacy", "pandas", "sqlalchemy"} & set(_loaded("import analysis.measures"))


def test_a_worker_makes_its_lines_without_tables_or_library():
    code = """
from analysis.jobs import Job, lines_of, prepare
from analysis.pipeline import Options
from analysis.types import Article
prepare()
job = Job((0,), (Article("a", "The rain fell on the town."),), False)
assert len(lines_of(job, Options())) == 1
"""
    assert not {"pandas", "pyarrow", "sqlalchemy"} & set(_loaded(code))


def test_what_is_offered_is_what_there_is():
    assert choices.TABLES == TABLES
    assert choices.EXPORT_FORMATS == FORMATS
    assert choices.LESSON_MINUTES == MINUTES
