"""The detector with its model in a file answers as py3langid's own."""

import tempfile
from pathlib import Path

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from analysis.collect.language_model import identifier


@pytest.fixture(scope="module")
def own():
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "SHOUTED ENGLISH WORDS OF NO GREAT SENSE",
        "Der Fluss stieg am Montag, und die Bewohner der Stadt wurden gewarnt.",
        "Река поднялась в понедельник, и жителей города предупредили.",
        "河水星期一上涨，市政府提前向居民发出了警告",
        "1 2 3 \ud800 ½",
    ],
)
def test_every_language_has_the_probability_that_py3langid_gives_it(own, text):
    assert identifier().rank(text) == own.rank(text)


def test_its_files_are_gone(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert identifier().rank("Hello, how are you today?")[0][0] == "en"
    assert list(Path(tmp_path).iterdir()) == []
