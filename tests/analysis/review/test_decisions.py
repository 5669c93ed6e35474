import json

from analysis.review import review
from analysis.review.decisions import (
    Answer,
    Kept,
    Log,
    decision,
    from_record,
    open_findings,
    to_record,
)
from tests.analysis.review.test_engine import SENTENCE, harmed

AT = "2026-11-22T08:00:00+00:00"


def found(*sentences):
    return review(harmed(*sentences), [])


def answered(answer, *sentences, note="", version=1):
    return decision(found(*sentences)[0], answer, who="AL", at=AT, version=version, note=note)


def test_answer_says_who_when_and_on_which_version():
    made = answered(Answer.ACCEPT, SENTENCE, version=2)
    assert (made.who, made.at, made.version) == ("AL", AT, 2)
    assert made.sentence == SENTENCE


def test_answer_holds_for_a_new_version_with_the_same_sentence():
    log = Log((answered(Answer.DISMISS, SENTENCE),))
    second = found("It rained.", SENTENCE, "Two women were killed.")
    assert [each.sentence for each in open_findings(second, log)] == ["Two women were killed."]


def test_note_leaves_a_finding_open():
    log = Log((answered(Answer.NOTE, SENTENCE, note="ask  the\npolice"),))
    assert len(open_findings(found(SENTENCE), log)) == 1
    assert [each.note for each in log.notes()[found(SENTENCE)[0].key]] == ["ask the police"]


def test_undoing_brings_back_what_held_before_and_stays_in_the_log():
    log = Log((answered(Answer.ACCEPT, SENTENCE), answered(Answer.DISMISS, SENTENCE)))
    key = found(SENTENCE)[0].key
    assert log.answers()[key].answer is Answer.DISMISS
    once = log.undone()
    assert once.answers()[key].answer is Answer.ACCEPT
    assert once.undone().answers() == {}
    assert len(once.undone().decisions) == 2


def test_one_answer_is_undone_by_its_place():
    log = Log((answered(Answer.ACCEPT, SENTENCE), answered(Answer.NOTE, SENTENCE, note="why")))
    assert log.undone(0).answers() == {}
    assert log.undone(0).notes() != {}
    assert log.undone(7) == log


def test_nothing_to_undo_changes_nothing():
    assert Log().undone() == Log()


def test_kept_review_comes_back_as_it_was():
    kept = Kept(
        "Harbour", "story-1", 2, "Text", "", "Post", Log((answered(Answer.ACCEPT, SENTENCE),))
    )
    assert from_record(json.loads(json.dumps(to_record(kept)))) == kept
