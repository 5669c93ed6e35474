from dataclasses import replace

import pytest

from analysis.measures import measure
from analysis.review.level import reading_level
from analysis.review.wire import shared_copy
from analysis.types import BlockKind
from tests.analysis.factories import prose
from tests.analysis.review.drafts import beside, draft, other

SHARED = (
    "Workers at the harbour stopped the cranes on Monday morning after talks about their pay "
    "had failed for the third time in a row."
)


def measured(each):
    return replace(each, measures=measure(each))


def test_reading_level_is_told_with_n_and_that_of_the_others():
    mine, theirs = measured(draft(prose(20))), measured(other("Post", prose(20)))
    (found,) = reading_level(beside(mine, theirs))
    assert "n = 20 sentences" in found.reason
    assert found.is_weak
    assert found.elsewhere[0].note.startswith("grade ")


def test_reading_level_of_a_short_draft_is_not_told():
    (found,) = reading_level(beside(measured(draft(prose(2)))))
    assert "too few" in found.reason


def test_reading_level_of_a_draft_without_text_is_left_out():
    assert list(reading_level(beside(measured(draft((BlockKind.HEADLINE, "Harbour")))))) == []


def test_shared_copy_without_a_credit_is_told():
    (found,) = shared_copy(beside(draft(SHARED), other("Post", SHARED)))
    assert found.n == 24
    assert "Post; this draft credits no agency" in found.reason


@pytest.mark.parametrize(
    "mine",
    [draft((BlockKind.BYLINE, "By Reuters"), SHARED), draft("Cranes stood still on Monday.")],
    ids=["credited", "nothing shared"],
)
def test_credited_or_own_copy_is_not_told(mine):
    assert list(shared_copy(beside(mine, other("Post", SHARED)))) == []


def test_agency_that_the_other_credits_is_named():
    theirs = other("Post", (BlockKind.BYLINE, "By Reuters"), SHARED)
    (found,) = shared_copy(beside(draft(SHARED), theirs))
    assert "Post, which credits Reuters" in found.reason
