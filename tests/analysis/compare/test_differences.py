from dataclasses import replace

import pandas as pd
import pytest

from analysis.compare.differences import OVERLAP, Asked, differences
from analysis.result import StoryAnalysis
from analysis.schema import table
from analysis.stories import Story
from tests.dashboard.invented import article, story, two_outlets


class Tables(StoryAnalysis):
    """An analysis whose tables are given."""

    def __init__(self, **tables: pd.DataFrame) -> None:
        super().__init__(Story("s", "S", ()), ())
        self._made.update({**_empty(), **tables})

    @property
    def without_shared(self) -> StoryAnalysis:
        return self


def _empty():
    return {name: table(name, []) for name in ("framing", "diversity", "roles", "ledger", "facts")}


def _framing(*rows):
    return table(
        "framing",
        [
            {
                "outlet": outlet, "articles": 1, "contrast": "troops", "side": "peacekeeping",
                "voice": "outlet", "k": k, "n": n, "share": k / n, "low": low, "high": high,
                "status": status, "hits": k, "words": 300, "unit": "sentence",
            }
            for outlet, k, n, low, high, status in rows
        ],
    )  # fmt: skip


def test_widest_gap_is_told_in_counts_alone():
    found = differences(
        Tables(
            framing=_framing(
                ("A", 6, 31, 0.09, 0.36, "ok"),
                ("B", 0, 19, 0.0, 0.05, "zero"),
                ("C", 2, 20, 0.03, 0.3, "ok"),
            )
        )
    )
    assert [each.text for each in found] == [
        "In this article, A uses peacekeeping or stabilising words on its own account in "
        "6 of 31 sentences; B in 0 of 19."
    ]
    assert found[0].note == ""
    assert [number.asked for number in found[0].numbers] == [
        Asked("A", contrast="troops", side="peacekeeping", voice="outlet"),
        Asked("B", contrast="troops", side="peacekeeping", voice="outlet"),
    ]


def test_overlapping_ranges_are_told():
    rows = _framing(("A", 2, 20, 0.03, 0.3, "ok"), ("B", 1, 20, 0.01, 0.24, "ok"))
    assert differences(Tables(framing=rows))[0].note == OVERLAP


def test_same_shares_are_no_difference():
    rows = _framing(("A", 2, 20, 0.03, 0.3, "ok"), ("B", 1, 10, 0.01, 0.4, "ok"))
    assert differences(Tables(framing=rows)) == ()


def test_too_little_text_is_left_out():
    rows = _framing(("A", 6, 7, 0.5, 0.9, "too_few"), ("B", 0, 19, 0.0, 0.05, "zero"))
    assert differences(Tables(framing=rows)) == ()


def _ledger(*rows):
    return table(
        "ledger",
        [
            {
                "thing": "killed", "article_id": outlet, "outlet": outlet, "sentence_id": "s3",
                "start": 0, "end": 1, "words": words, "bound": "exact", "flagged": flagged,
                "status": status, "against": against,
            }
            for outlet, words, status, against, flagged in rows
        ],
    )  # fmt: skip


def test_numbers_that_share_nothing_are_told_as_printed():
    rows = _ledger(
        ("A", "at least 164", "conflict", "B", False), ("B", "18", "conflict", "A", False)
    )
    found = differences(Tables(ledger=rows))
    assert [each.text for each in found] == ["Deaths: A prints “at least 164”; B “18”."]
    assert found[0].numbers[0].asked == Asked("A", sentence=("A", "s3"))


@pytest.mark.parametrize(
    "rows",
    [
        [("A", "164", "same", "B", False), ("B", "164", "same", "A", False)],
        [("A", "164", "conflict", "B", True), ("B", "18", "conflict", "A", True)],
    ],
    ids=["fitting", "in captions"],
)
def test_other_numbers_are_not_told(rows):
    assert differences(Tables(ledger=_ledger(*rows))) == ()


def _facts(*statuses):
    return table(
        "facts",
        [
            {
                "fact_id": "A:1", "name": "The bridge fell.", "named_by_reader": False,
                "n_outlets": 2, "outlet": outlet, "article_id": outlet, "status": status,
                "flagged": False, "denied": False,
            }
            for outlet, status in statuses
        ],
    )  # fmt: skip


def test_statement_that_one_text_lacks_is_told():
    rows = _facts(("A", "stated"), ("B", "attributed"), ("C", "absent"))
    found = differences(Tables(facts=rows))
    assert [each.text for each in found] == [
        "2 of 3 texts report “The bridge fell.”; it was not found in C."
    ]
    assert found[0].numbers[0].asked == Asked(fact="A:1")


def test_text_that_appeared_earlier_lacks_nothing():
    rows = _facts(("A", "stated"), ("B", "stated"), ("C", "absent_but_earlier"))
    assert differences(Tables(facts=rows)) == ()


def _diversity(*rows):
    return table(
        "diversity",
        [
            {
                "outlet": outlet, "n": n, "seen": 1, "drawn": 5, "quotes": n, "unresolved": 0,
                "named": named, "unnamed": 0, "direct": 0, "status": "ok",
            }
            for outlet, n, named in rows
        ],
    )  # fmt: skip


def test_voices_are_told_from_five_quotes_on():
    enough = differences(Tables(diversity=_diversity(("A", 18, 17), ("B", 10, 6))))
    assert [each.text for each in enough] == [
        "A names the speaker of 17 of 18 quotes; B of 6 of 10."
    ]
    few = differences(Tables(diversity=_diversity(("A", 18, 17), ("B", 4, 0))))
    assert few == ()


def test_kinds_take_turns_and_their_number_is_bound():
    tables = Tables(
        framing=_framing(("A", 6, 31, 0.09, 0.36, "ok"), ("B", 0, 19, 0.0, 0.05, "zero")),
        diversity=_diversity(("A", 18, 17), ("B", 10, 6)),
        facts=_facts(("A", "stated"), ("B", "stated"), ("C", "absent")),
    )
    assert [each.kind for each in differences(tables)] == ["words", "voices", "facts"]
    assert len(differences(tables, at_most=1)) == 1


def test_invented_story_tells_its_word():
    found = differences(two_outlets())
    assert found[0].kind == "words"
    assert "Harbour Post" in found[0].text


def test_one_article_has_no_difference():
    assert differences(story(article("Harbour Post", "post", hits=["peacekeepers"]))) == ()


def test_shared_copy_is_counted_once():
    made = two_outlets()
    assert differences(made) == differences(replace(made, alignment=None))


def test_only_the_chosen_outlets_are_compared():
    rows = _framing(
        ("A", 6, 31, 0.09, 0.36, "ok"),
        ("B", 0, 19, 0.0, 0.05, "zero"),
        ("C", 2, 20, 0.03, 0.3, "ok"),
    )
    (found,) = differences(Tables(framing=rows), outlets=["B", "C"])
    assert [number.asked.outlet for number in found.numbers] == ["C", "B"]
    assert differences(Tables(framing=rows), outlets=["B"]) == ()
