import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.collect.candidate import Candidate, Origin, Refused, ToFetch, Way
from analysis.collect.messages import End, Unit, from_line, to_line
from analysis.errors import InputError
from analysis.stories import Known
from analysis.types import Article, Basis, Block, BlockKind

WORDS = st.text(max_size=20)
ORIGINS = st.builds(Origin, st.sampled_from(Way), WORDS, st.none() | WORDS)
ARTICLES = st.builds(
    Article,
    id=WORDS,
    text=WORDS,
    title=st.none() | WORDS,
    outlet_basis=st.sampled_from(Basis),
    layout=st.lists(
        st.builds(Block, st.integers(0, 9), st.integers(0, 9), st.sampled_from(BlockKind), WORDS),
        max_size=3,
    ).map(tuple),
)
KNOWN = st.builds(Known, WORDS, WORDS, st.sampled_from(Basis), st.none() | WORDS)
MESSAGES = st.one_of(
    st.builds(
        Candidate,
        ARTICLES,
        ORIGINS,
        st.lists(KNOWN, max_size=2).map(tuple),
        st.lists(WORDS, max_size=2).map(tuple),
    ),
    st.builds(ToFetch, WORDS, st.none() | WORDS, st.none(), st.none() | WORDS, ORIGINS),
    st.builds(Refused, WORDS, WORDS),
    st.builds(Unit, st.integers(0), WORDS, st.integers(0)),
    st.just(End()),
)


@given(MESSAGES)
@settings(max_examples=100, deadline=None)
def test_every_message_comes_through_as_it_was(message):
    line = to_line(message)
    assert from_line(line) == message
    assert line.count("\n") == 1
    assert line.isascii()


@pytest.mark.parametrize("line", ["", "{", "[]", "{}", '{"x": {}}', '{"unit": {}}', "[" * 99_999])
def test_what_is_no_message_is_refused(line):
    with pytest.raises(InputError, match="answered in a way it never does"):
        from_line(line)
