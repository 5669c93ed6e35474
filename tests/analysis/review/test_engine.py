from dataclasses import replace

import pytest

from analysis.review import (
    NO_PROFILE,
    RULES,
    Severity,
    exit_severity,
    findings_of,
    parse_profile,
    review,
)
from analysis.review.guidance import guidance
from analysis.types import AgencyForm
from tests.analysis.review.drafts import beside, draft, other, telling

HEAD = 'id = "desk"\nname = "Desk"\nversion = "1"\n'
SENTENCE = "Two men were killed."


def harmed(*sentences):
    mine = draft(" ".join(sentences))
    found, start = [], 0
    while (start := mine.text.find("killed", start)) >= 0:
        made = telling(mine, "killed", AgencyForm.AGENTLESS_PASSIVE)
        found.append(replace(made, start=start, end=start + 6))
        start += 1
    return replace(mine, agency=tuple(found))


def keys(mine, profile=NO_PROFILE):
    found = findings_of(beside(mine), profile)
    return [each.key for each in found if each.rule == "harm.agentless"]


def test_finding_carries_sentence_reason_guidance_and_n():
    (found,) = review(harmed(SENTENCE), [])
    assert found.sentence == SENTENCE
    assert found.severity is Severity.CHECK
    assert found.guidance == guidance()["accuracy"].link
    assert (found.n, found.title) == (0, "Harm without the one who did it")


def test_key_stays_when_the_sentence_moves_or_its_marks_change():
    before = keys(harmed(SENTENCE))
    assert keys(harmed("It rained all day.", SENTENCE)) == before
    assert keys(harmed("Two  men were killed!")) == before


def test_key_is_another_when_the_words_change():
    assert keys(harmed("Two women were killed.")) != keys(harmed(SENTENCE))


def test_repeated_sentence_has_two_keys():
    first, second = keys(harmed(SENTENCE, SENTENCE))
    assert second == f"{first}-2"


@pytest.mark.parametrize("severity", ["note", "must"])
def test_profile_sets_severity_reason_and_guidance(severity):
    text = HEAD + f'[[checks]]\nid = "harm.agentless"\nseverity = "{severity}"\n'
    text += 'reason = "Ask twice."\nguidance = "https://desk.example/"\n'
    (found,) = findings_of(beside(harmed(SENTENCE)), parse_profile(text, "desk.toml"))
    assert found.severity == severity
    assert found.reason.endswith("Ask twice.")
    assert found.guidance == "https://desk.example/"


def test_profile_leaves_a_check_out():
    text = HEAD + '[[checks]]\nid = "harm.agentless"\nseverity = "off"\n'
    assert findings_of(beside(harmed(SENTENCE)), parse_profile(text, "desk.toml")) == ()


def test_strictest_severity_decides():
    (found,) = review(harmed(SENTENCE), [])
    assert exit_severity([]) is None
    notes = [replace(found, severity=Severity.NOTE)]
    assert exit_severity(notes) is Severity.NOTE
    assert exit_severity([*notes, found]) is Severity.CHECK


def test_empty_draft_and_other_languages_give_nothing():
    assert review(draft(""), [other("Post", "All quiet.")]) == ()


def test_every_rule_has_its_own_id_and_known_guidance():
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(rule.guidance is None or rule.guidance in guidance() for rule in RULES)
    assert all(rule.title and rule.about.endswith(".") for rule in RULES)


def test_guidance_says_how_it_is_known():
    assert {each.basis for each in guidance().values()} <= {"unverified", "read"}
    assert all(each.link.startswith("https://") for each in guidance().values())
