from analysis.review import review
from analysis.review.decisions import Answer, Log, decision
from analysis.review.signed import Signature, signed_html
from tests.analysis.review.test_engine import SENTENCE, harmed

AT = "2026-11-22T08:00:00+00:00"
SIGNED = Signature("The port", 2, "Ann <Lee>", AT, "Harbour", ("Post", "Courier"), "Desk")


def page(*decisions, sentence=SENTENCE):
    return signed_html(review(harmed(sentence), []), Log(decisions), SIGNED)


def answer(kind, note=""):
    return decision(review(harmed(SENTENCE), [])[0], kind, who="AL", at=AT, version=1, note=note)


def test_head_says_what_was_signed_by_whom_when_and_which_version():
    html = page()
    assert "Review of version 2, signed by Ann &lt;Lee&gt;" in html
    assert "2026-11-22 08:00 UTC" in html
    assert "0 of 1 finding" in html
    assert "Harbour: Post and Courier" in html


def test_file_runs_and_loads_nothing():
    html = page()
    assert "default-src &#39;none&#39;" in html
    assert "<script" not in html
    assert 'href="#what"' in html


def test_answer_and_note_stand_beside_the_finding_and_in_the_log():
    html = page(answer(Answer.DISMISS), answer(Answer.NOTE, "asked the police"))
    assert "dismissed: nothing will be changed" in html
    assert "Note: asked the police" in html
    assert html.count("asked the police") == 2


def test_undone_answer_stays_in_the_log_only():
    undone = Log((answer(Answer.ACCEPT),)).undone()
    html = signed_html(review(harmed(SENTENCE), []), undone, SIGNED)
    assert "accept (undone)" in html
    assert "accepted: will be seen to" not in html


def test_markup_in_a_draft_is_inert():
    html = page(sentence="<img src=x onerror=alert(1)> Two men were killed.")
    assert "<img" not in html
