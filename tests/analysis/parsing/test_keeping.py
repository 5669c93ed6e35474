from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.nlp import steps
from analysis.parsing.keeping import from_bytes, to_bytes
from tests.analysis.parsing.test_steps import TEXTS, token_of

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def docs():
    return steps().parsed(TEXTS)


@pytest.fixture(scope="module")
def kept(docs):
    return to_bytes(docs)


def test_what_is_read_again_is_what_was_kept(docs, kept):
    again = from_bytes(kept)
    assert len(again) == len(docs)
    for one, other in zip(docs, again, strict=True):
        assert (other.text, other.heads, other.sent_starts) == (
            one.text,
            one.heads,
            one.sent_starts,
        )
        assert [token_of(token) for token in other] == [token_of(token) for token in one]
        assert [(e.start, e.end, e.label_) for e in other.ents] == [
            (e.start, e.end, e.label_) for e in one.ents
        ]
        assert [chunk.text for chunk in other.noun_chunks] == [c.text for c in one.noun_chunks]


def test_no_texts_are_kept_as_none():
    assert from_bytes(to_bytes([])) == ()


@pytest.mark.parametrize("damage", [b"", b"not a parse", None])
def test_what_cannot_be_read_says_so(kept, damage):
    with pytest.raises(InputError, match="analyse the article again"):
        from_bytes(kept[: len(kept) // 2] if damage is None else damage)


@given(place=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_a_changed_bit_is_noticed(kept, place, bit):
    damaged = bytearray(kept)
    damaged[place % len(kept)] ^= 1 << bit
    with suppress(InputError):  # some bits of the first bytes say nothing of the content
        assert to_bytes(from_bytes(bytes(damaged))) == kept
