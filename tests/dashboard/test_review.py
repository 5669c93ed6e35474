"""The page "Review": a draft in, findings answered, a new version, keeping only when asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis import paths
from analysis.collect import Candidate, Origin, Paste, Refused, Way
from analysis.errors import InputError
from analysis.review.worker import Read
from analysis.types import Article
from dashboard import review_house, review_run, reviewing, words_review
from dashboard.prepare import review as prepared
from dashboard.review_run import State, one_article
from tests.analysis.review.drafts import beside
from tests.analysis.review.test_engine import SENTENCE, harmed
from tests.analysis.review.test_profile import HEAD, RULE
from tests.analysis.review.test_voices import quoting
from tests.dashboard.invented import app, shown

CANARY = "zanzibarite"
FIRST = f"{SENTENCE} A mob came to the {CANARY} pier."
SECOND = f"It rained. {SENTENCE} Nobody came to the {CANARY} pier."
ACCEPT, DISMISS, NOTE, UNDO = "accept-", "dismiss-", "note-", "undo-"


class QuickRun:
    """A review that is done at once, found by plain text search."""

    problem = "The review stopped"

    def __init__(self, given, story, without):
        self.state = State(2, 2, is_done=True)
        text = given.text if isinstance(given, Paste) else given.data.decode()
        self.found = None
        if "refuse" not in text:
            article = Article("found", text)
            self.found = (article, Read(beside(harmed(text), quoting("Post")), ("Courier",)))

    def wait(self):
        return True

    def stop(self):
        """Nothing to stop."""


@pytest.fixture(autouse=True)
def _story(harbour, monkeypatch):
    monkeypatch.setattr(reviewing, "Run", QuickRun)
    monkeypatch.setattr(reviewing, "outlets", lambda _: ["Courier", "Post"])


def read(text=FIRST, at=None):
    at = at or app("review")
    at.text_area(key=reviewing.PASTED).set_value(text)
    return at.button(key="review-read").click().run()


def keys(at, kind):
    return [each.key for each in at.button if each.key and each.key.startswith(kind)]


def press(at, kind, number=0):
    return at.button(key=keys(at, kind)[number]).click().run()


def test_page_says_where_a_draft_goes_and_finds_nothing_without_one():
    at = app("review")
    assert not at.exception
    assert words_review.PRIVACY in shown(at)
    assert keys(at, ACCEPT) == []


def test_empty_field_is_told():
    at = app("review").button(key="review-read").click().run()
    assert words_review.NOTHING_GIVEN in shown(at)


def test_draft_that_cannot_be_read_is_told():
    assert "The review stopped" in shown(read("refuse this"))


def test_findings_are_shown_by_rule_with_sentence_reason_and_evidence():
    at = read()
    assert not at.exception
    text = shown(at)
    for words in (
        "<mark>killed</mark>",
        "does not say who did it",
        "Ann Lee",
        "The harbour is closed, Ann Lee said.",
        "SPJ Code of Ethics",
        "Left out because it is the draft itself: Courier.",
        "3 findings: 0 must, 3 check, 0 notes; 0 decided",
    ):
        assert words in text
    assert len(keys(at, ACCEPT)) == 3


def test_answer_moves_a_finding_and_is_undone():
    at = press(read(), DISMISS)
    assert "1 decided" in shown(at)
    assert len(keys(at, ACCEPT)) == 2
    at.pills(key="review-show").set_value(words_review.DECIDED).run()
    assert "Dismissed: nothing will be changed" in shown(at)
    at = press(at, UNDO)
    assert "0 decided" in shown(at)


def test_last_decision_is_undone_from_the_log_and_stays_in_it():
    at = press(read(), ACCEPT)
    at.button(key="review-undo-last").click().run()
    assert len(keys(at, ACCEPT)) == 3
    assert "accept (undone)" in shown(at)


def test_note_stands_with_label_beside_its_finding():
    at = read()
    at.text_input(key="who").set_value("AL").run()
    at = press(at, NOTE)
    (field,) = [each for each in at.text_area if str(each.key).startswith("note-")]
    field.set_value("asked the police").run()
    at.button(key=f"save-{field.key}").click().run()
    assert "Note (AL, " in shown(at)
    assert "asked the police" in shown(at)
    assert len(keys(at, ACCEPT)) == 3


def test_new_version_keeps_the_decisions_on_sentences_that_stay():
    at = press(read(), ACCEPT)
    at = read(SECOND, at)
    assert "Version 2 of" in shown(at)
    assert "1 decided" in shown(at)
    assert len(keys(at, ACCEPT)) == 2


def test_decision_on_a_sentence_that_is_gone_stays_in_the_log():
    at = press(read(), ACCEPT)
    at = read("All is quiet.", at)
    assert "1 decision of an earlier version" in shown(at)
    assert SENTENCE in shown(at)


def test_same_text_again_is_the_same_version():
    assert "Version 1 of" in shown(read(FIRST, read()))


def profile(at, text):
    at.text_area(key=review_house.PROFILE_TEXT).set_value(text).run()
    return at


def test_profile_is_tried_at_once():
    at = profile(read(), HEAD + RULE.format(allowed="quoted"))
    assert "1 finding of the house, of 4 findings" in shown(at)
    assert "It looks down on people." in shown(at)


def test_broken_profile_is_told_and_the_last_good_one_holds():
    at = profile(read(), HEAD + RULE.format(allowed="quoted"))
    at = profile(at, HEAD + RULE.format(allowed="sometimes"))
    assert "&#x27;allowed&#x27; is &#x27;sometimes&#x27;" in shown(at)
    assert "4 findings" in shown(at)


def test_example_fills_the_field():
    at = read()
    at.selectbox(key=review_house.PROFILE_START).set_value("agency").run()
    assert 'id = "agency"' in at.text_area(key=review_house.PROFILE_TEXT).value
    assert "News agency (example): 4 rules" in shown(at)


def on_disk():
    return b"".join(p.read_bytes() for p in paths.home().rglob("*") if p.is_file())


def test_draft_stays_out_of_disk_address_and_printed_words_until_it_is_kept(capfd, caplog):
    at = press(read(), ACCEPT)
    assert CANARY.encode() not in on_disk()
    assert CANARY not in str(at.query_params)
    printed = capfd.readouterr()
    assert CANARY not in printed.out + printed.err + caplog.text
    at.button(key="review-keep").click().run()
    assert words_review.KEPT in shown(at)
    assert CANARY.encode() in on_disk()


def test_kept_review_is_opened_with_its_decisions_and_deleted_for_good():
    at = press(read(), ACCEPT)
    at.button(key="review-keep").click().run()
    other = app("review")
    other.button(key=keys(other, "open-")[0]).click().run()
    assert "Version 1 of" in shown(other)
    assert "1 decided" in shown(other)
    other.button(key=keys(other, "delete-")[0]).click().run()
    assert words_review.DELETED in shown(other)
    assert CANARY.encode() not in on_disk()


def test_kept_review_does_not_show_its_draft_in_the_history():
    at = press(read(), ACCEPT)
    at.button(key="review-keep").click().run()
    at = app("library", shelf="History")
    assert not at.exception
    assert "1 review of a draft" in shown(at)
    assert CANARY not in shown(at)


def test_another_session_sees_nothing_of_a_draft():
    read()
    assert CANARY not in shown(app("review"))


def test_beginning_another_draft_drops_the_first():
    at = read().button(key="review-new").click().run()
    assert keys(at, ACCEPT) == []
    assert at.text_area(key=reviewing.PASTED).value == ""


def test_markup_in_a_draft_is_inert():
    at = read(f"<img src=x onerror=alert(1)> ![x](http://evil.test/a.png) {SENTENCE}")
    assert not at.exception
    assert "<img" not in shown(at)


def test_only_one_article_can_be_a_draft():
    origin = Origin(Way.FILE, "a.txt")
    one = Candidate(Article("a", "Text."), origin)
    assert one_article([one]).text == "Text."
    with pytest.raises(InputError, match="2 articles"):
        one_article([one, replace(one)])
    with pytest.raises(InputError, match="no words"):
        one_article([Refused("a", "no words")])


def test_run_reports_a_problem_and_can_be_stopped(monkeypatch):
    def broken(*_, **__):
        message = "The story is gone"
        raise InputError(message)

    monkeypatch.setattr(review_run.worker, "run", broken)
    origin = Origin(Way.PASTE, "pasted")
    found = [Candidate(Article("a", "Text."), origin)]
    monkeypatch.setattr(review_run, "candidates", lambda _: iter(found))
    run = review_run.Run(Paste("Text."), "harbour", None)
    assert run.wait(30)
    assert (run.found, run.problem) == (None, "The story is gone")
    run.stop()


def test_whole_draft_and_place_without_words_are_shown_plainly():
    mine = beside(harmed(SENTENCE), quoting("Post"))
    found = {each.rule: each for each in reviewing.findings_of(mine, review_house.NO_PROFILE)}
    assert "The whole draft" in str(prepared.finding_html(found["voices.speaker"], mine, {}))
    spot = replace(found["harm.agentless"], span=found["harm.agentless"].span._replace(end=14))
    assert "<mark>" not in str(prepared.finding_html(spot, mine, {}))
