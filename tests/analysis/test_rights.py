from dataclasses import replace

import pytest

from analysis.rights import Rights, printable, rights_of
from tests.analysis.factories import annotated, prose


def _article(rights, *, hits=()):
    made = annotated(prose(10), hits={("troops", "plain"): hits} if hits else None)
    return replace(made, article=replace(made.article, rights=rights))


@pytest.mark.parametrize(
    ("stated", "rights"),
    [("full", Rights.FULL), ("excerpt", Rights.EXCERPT), ("link", Rights.LINK),
     (None, Rights.EXCERPT), ("all mine", Rights.EXCERPT)],
)  # fmt: skip
def test_rights_that_are_not_stated_allow_excerpts(stated, rights):
    assert rights_of(_article(stated).article) is rights


def test_full_rights_print_every_sentence():
    made = _article("full")
    assert printable(made) == {sentence.id for sentence in made.sentences}


def test_link_rights_print_none():
    assert printable(_article("link")) == frozenset()


def test_excerpts_are_at_most_half_of_the_words():
    # Ten sentences of ten words: five of them.
    assert len(printable(_article("excerpt"))) == 5


def test_excerpts_are_the_sentences_with_most_findings():
    made = annotated(f"{prose(3)} The troops came. {prose(2)}", hits={("a", "b"): {"troops"}})
    chosen = printable(replace(made, article=replace(made.article, rights="excerpt")))
    assert "s4" in chosen


def test_article_of_one_sentence_is_not_printed_whole():
    made = annotated("Only this stands here.")
    assert printable(replace(made, article=replace(made.article, rights="excerpt"))) == frozenset()
