import json
import re
from dataclasses import replace

from analysis.review import review
from analysis.review.decisions import Answer, Log, decision
from analysis.review.listing import by_rule, frame, lines, summary
from analysis.review.sarif import FINGERPRINT, to_sarif
from tests.analysis.review.test_engine import harmed
from tests.analysis.review.test_voices import quoting

TEXT = ("It rained.\r\nTwo men were killed.",)


def both():
    mine = harmed(*TEXT)
    return mine, review(mine, [quoting("Post")])


def test_sarif_has_what_version_2_1_0_asks_for():
    mine, found = both()
    log = json.loads(json.dumps(to_sarif(found, mine.text, "drafts/my draft.txt")))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Parallax review"
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert set(result) >= {"ruleId", "message", "level", "locations"}
        assert result["level"] in {"none", "note", "warning", "error"}
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert re.fullmatch(r"[0-9a-f]{16}(-\d+)?", result["partialFingerprints"][FINGERPRINT])
        assert result["message"]["text"]
        (place,) = result["locations"]
        location = place["physicalLocation"]["artifactLocation"]
        assert location == {"uri": "drafts/my%20draft.txt", "index": 0}


def test_sarif_region_counts_lines_and_columns_from_one():
    mine, found = both()
    results = to_sarif(found, mine.text, "draft.txt")["runs"][0]["results"]
    by_id = {each["ruleId"]: each for each in results}
    region = by_id["harm.agentless"]["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 2,
        "startColumn": 14,
        "endLine": 2,
        "endColumn": 20,
        "charOffset": 25,
        "charLength": 6,
        "snippet": {"text": "killed"},
    }
    assert "region" not in by_id["voices.speaker"]["locations"][0]["physicalLocation"]


def test_sarif_of_nothing_is_a_run_without_results():
    (run,) = to_sarif((), "", "draft.txt")["runs"]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_lines_group_by_rule_and_show_sentence_evidence_and_guidance():
    _, found = both()
    text = "\n".join(lines(found))
    assert "Harm without the one who did it (1)" in text
    assert "[check] Two men were killed." in text
    assert "The whole draft" in text
    assert "Post: The harbour is closed, Ann Lee said. | Ann Lee" in text
    assert "See https://" in text


def test_summary_counts_by_severity():
    _, found = both()
    assert summary(found) == "3 findings: 0 must, 3 check, 0 notes"
    assert summary(()) == "0 findings: 0 must, 0 check, 0 notes"


def test_rows_carry_what_was_decided():
    _, found = both()
    first = found[0]
    log = Log((decision(first, Answer.DISMISS, who="AL", at="2026", version=1, note="seen"),))
    rows = frame(found, log)
    assert list(rows["answer"]) == ["dismiss", "open", "open"]
    assert rows["note"][0] == "seen"
    assert list(frame(()).columns) == list(rows.columns)


def test_groups_keep_the_order_of_the_rules():
    _, found = both()
    assert list(by_rule(found)) == ["harm.agentless", "voices.speaker", "voices.role"]


def test_sentence_that_may_not_be_reprinted_stays_out_of_files():
    made = quoting("Post")
    made = replace(made, article=replace(made.article, rights="link"))
    found = review(harmed(*TEXT), [made])
    for written in ("\n".join(lines(found)), frame(found).to_csv()):
        assert "The harbour is closed" not in written
        assert "Post: (the text may not be reprinted)" in written
    speaker = next(each for each in found if each.rule == "voices.speaker")
    assert speaker.elsewhere[0].sentence == "The harbour is closed, Ann Lee said."
