import re
from collections import Counter

import pytest

from analysis.extract.wordings import EXEMPT, searched_wordings, wordings

TERMS = [(each, term) for each in wordings() for term in each.terms]

VERDICTS = re.compile(
    r"\b(left-wing|right-wing|bias(ed)?|slant(ed)?|propaganda|misleading|objective|neutral|honest"
    r"|fake|liberal|conservative|correct|wrong|good|bad)\b",
    re.IGNORECASE,
)
"""Words of judgement that no label of ours may use."""

by_list = pytest.mark.parametrize("each", wordings(), ids=lambda each: each.id)


def test_two_lists_come_with_the_project():
    assert [(each.id, each.lexicon) for each in wordings()] == [
        ("certainty", "certainty/certainty"),
        ("loaded", "loaded/loaded"),
    ]


def test_every_kind_but_the_exempt_phrases_is_looked_for():
    assert [(row.contrast, row.side) for row in searched_wordings()] == [
        ("certainty", "hedge"),
        ("certainty", "booster"),
        ("certainty", "evidential"),
        ("certainty", "presupposing"),
        ("certainty", "implicative"),
        ("loaded", "intensifier"),
        ("loaded", "euphemism"),
        ("loaded", "dysphemism"),
        ("loaded", "one_sided"),
        ("loaded", "evaluative"),
    ]


@by_list
def test_kinds_are_distinct_and_all_used(each):
    ids = [side.id for side in each.sides]
    assert len(set(ids)) == len(ids)
    assert {term.side for term in each.terms} == set(ids)


@by_list
def test_labels_pass_no_verdict(each):
    texts = [each.label, each.question, *(side.label for side in each.sides)]
    assert [text for text in texts if VERDICTS.search(text)] == []


@by_list
def test_no_entry_stands_twice(each):
    guards = ("subject", "not_subject", "object", "not_object", "modifier", "not_modifier")
    seen = Counter(
        (term.lemma, term.pos, *(getattr(term, guard) for guard in guards)) for term in each.terms
    )
    assert [key[0] for key, times in seen.items() if times > 1] == []


@by_list
def test_one_word_has_one_kind(each):
    kinds: dict[tuple[str, str], set[str]] = {}
    for term in each.terms:
        if not (term.subject or term.object or term.modifier):
            for pos in term.pos:
                kinds.setdefault((term.lemma, pos), set()).add(term.side)
    assert [lemma for lemma, sides in kinds.items() if len(sides) > 1] == []


@by_list
def test_an_exempt_phrase_is_longer_than_the_word_it_takes_out(each):
    assert [t.lemma for t in each.terms if t.side == EXEMPT and len(t.lemma.split()) < 2] == []


def test_every_reason_is_a_full_sentence():
    short = [t.lemma for _, t in TERMS if len(t.reason.split()) < 4 or not t.reason.endswith(".")]
    assert short == []


def test_every_source_names_an_entry_a_section_or_a_year():
    named = re.compile(r"entry|section|chapter|\(\d{4}\)")
    assert [t.lemma for _, t in TERMS if not named.search(t.source)] == []
