import io
import json
import sys

import pytest

from analysis import library, paths
from analysis.collect import Candidate, Origin, Way
from analysis.errors import ModelError
from analysis.review import findings_of, parse_profile, worker
from analysis.types import Article

CANARY = "zanzibarite"
DRAFT = Article(
    "x",
    f"Port workers walk out\n\nTwo men were killed at the {CANARY} pier on Monday. A mob blocked "
    "the gate, and the port stayed closed for the rest of the day.",
)
OTHERS = (
    "Strike shuts port\n\nThe port is closed, Mayor Ann Lee said on Monday. Police killed two men.",
    "Workers leave the docks\n\n\u201cWe had no choice,\u201d said Ann Lee, the mayor.",
)
HOUSE = (
    'id = "desk"\nname = "Desk"\nversion = "1"\n[[rules]]\nid = "mob"\nterms = ["mob"]\n'
    'allowed = "quoted"\nseverity = "must"\nreason = "It looks down on people."\n'
)


@pytest.fixture
def story():
    """Keep two short articles as a story; return its id."""
    kept = [
        Candidate(Article(f"a{n}", text, outlet=name), Origin(Way.PASTE, "pasted"))
        for n, (text, name) in enumerate(zip(OTHERS, ("Post", "Courier"), strict=True))
    ]
    return library.add(kept, title="The port").story


def on_disk() -> bytes:
    return b"".join(p.read_bytes() for p in paths.home().rglob("*") if p.is_file())


@pytest.mark.model
def test_draft_is_read_beside_the_story_and_leaves_no_trace(story, capfd):
    told = []
    read = worker.run(DRAFT, story, progress=lambda *how: told.append(how))
    found = findings_of(read.material, parse_profile(HOUSE, "desk.toml"))
    rules = {each.rule for each in found}
    assert {"house.mob", "harm.agentless", "voices.speaker"} <= rules
    assert [each.article.label for each in read.material.others] == ["Post", "Courier"]
    assert told[-1][:2] == (3, 3)
    assert CANARY.encode() not in on_disk()
    printed = capfd.readouterr()
    assert CANARY not in printed.out + printed.err


def test_unknown_story_is_said_in_words():
    with pytest.raises(ModelError, match="nowhere"):
        worker.run(DRAFT, "nowhere")


def test_fault_says_nothing_of_the_draft(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps({"story": "nowhere"})))
    assert worker.main() == 1
    assert "nowhere" in json.loads(capsys.readouterr().out)["error"]


def test_process_that_ends_early_is_told(monkeypatch):
    monkeypatch.setattr(worker, "MODULE", "analysis.no_such_module")
    with pytest.raises(ModelError) as told:
        worker.run(DRAFT, "nowhere")
    assert str(told.value) == worker.STOPPED
