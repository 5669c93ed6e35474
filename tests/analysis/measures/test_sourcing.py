import math

import pytest

from analysis.measures import sourcing
from analysis.types import BlockKind, QuoteKind, Role, Span, Status
from tests.analysis.factories import annotated, prose, quote


def _value(measure, *quotes):
    return next(iter(measure(annotated(prose(2), quotes=quotes))))


SIX = (
    quote(1),
    quote(2, role=Role.SECURITY),
    quote(3, role=Role.CITIZEN, speaker="a resident", named=False),
    quote(4, role=Role.ANONYMOUS, speaker="officials", named=False),
    quote(5, role=Role.UNKNOWN, speaker=None, named=False),
    quote(6, role=Role.EXPERT),
)


def test_scare_quotes_are_not_quotes():
    row = _value(sourcing.quotes, quote(1), quote(2, kind=QuoteKind.SCARE))
    assert (row.value, row.n, row.low, row.status) == (1.0, 20, None, Status.OK)


def test_no_quotes_is_a_zero_count():
    row = _value(sourcing.quotes)
    assert (row.value, row.n, row.status) == (0.0, 20, Status.ZERO)


def test_quotes_in_captions_are_left_out():
    article = annotated((BlockKind.CAPTION, "“Stay,” he said."), prose(1), quotes=(quote(1),))
    assert next(iter(sourcing.quotes(article))).value == 0.0


def test_a_quote_without_content_is_left_out():
    empty = annotated("", quotes=(quote(1, Span(0, 0)),))
    assert sourcing.counted_quotes(empty) == ()


@pytest.mark.parametrize(
    ("measure", "k", "n"),
    [
        (sourcing.named_share, 3, 6),
        (sourcing.unnamed_share, 2, 6),
        (sourcing.anonymous_share, 1, 6),
        (sourcing.unresolved_share, 1, 6),
        (sourcing.official_share, 2, 5),  # the unknown role is missing, not unofficial
    ],
)
def test_shares_count_quotes(measure, k, n):
    row = _value(measure, *SIX)
    assert row.value == pytest.approx(k / n)
    assert (row.n, row.status) == (n, Status.OK)
    assert row.low < row.value < row.high


@pytest.mark.parametrize(
    "role",
    [Role.GOVERNMENT, Role.SECURITY, Role.FOREIGN_GOVERNMENT, Role.INTERGOVERNMENTAL],
)
def test_states_forces_and_bodies_of_states_are_official(role):
    assert _value(sourcing.official_share, quote(1, role=role)).value == 1.0


@pytest.mark.parametrize("role", [Role.OPPOSITION, Role.MEDIA, Role.ANONYMOUS, Role.OTHER])
def test_other_roles_are_not_official(role):
    assert _value(sourcing.official_share, quote(1, role=role)).value == 0.0


def test_four_quotes_are_too_few_for_a_share_but_not_for_a_count():
    four = SIX[:4]
    assert _value(sourcing.named_share, *four).status is Status.TOO_FEW
    assert _value(sourcing.speaker_roles, *four).status is Status.TOO_FEW
    assert _value(sourcing.quotes, *four).status is Status.OK


def test_wilson_limits_of_three_named_in_five():
    row = _value(sourcing.named_share, *SIX[:2], *SIX[3:])
    assert (row.low, row.high) == pytest.approx((0.231, 0.882), abs=5e-4)


def test_effective_roles_of_one_role_is_one():
    row = _value(sourcing.speaker_roles, *(quote(i) for i in range(6)))
    assert (row.value, row.n, row.low, row.status) == (1.0, 6, None, Status.OK)


def test_effective_roles_of_two_even_roles():
    # H = ln 2, and Miller-Madow adds (2 - 1) / (2 * 6) = 1/12.
    even = [quote(i, role=(Role.CITIZEN, Role.EXPERT)[i % 2]) for i in range(6)]
    row = _value(sourcing.speaker_roles, *even)
    assert row.value == pytest.approx(2 * math.exp(1 / 12))


def test_roles_that_are_not_known_give_no_number():
    row = _value(sourcing.speaker_roles, quote(1, role=Role.UNKNOWN))
    assert (row.value, row.n, row.status) == (None, 0, Status.NOT_APPLICABLE)
