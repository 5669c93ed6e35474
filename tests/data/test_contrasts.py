import re
from collections import Counter

import pytest

from analysis import paths
from analysis.lexicons import contrasts, load_contrast

FILES = sorted((paths.LEXICONS / "contrasts").rglob("*.toml"))
TERMS = [(contrast, term) for contrast in contrasts() for term in contrast.terms]

VERDICTS = re.compile(
    r"\b(left-wing|right-wing|bias(ed)?|slant(ed)?|propaganda|misleading|objective|neutral|honest"
    r"|fake|liberal|conservative|correct|wrong|good|bad)\b",
    re.IGNORECASE,
)
"""Words of judgement that no label of ours may use."""


def test_every_contrast_lies_in_a_pack():
    assert [path.name for path in FILES if path.parent.name == "contrasts"] == []
    assert len(contrasts()) == len(FILES)


def test_the_pack_on_unrest_has_the_contrasts_of_the_demonstration_story():
    assert [c.id for c in contrasts() if c.pack == "unrest"] == [
        "crowd",
        "event",
        "force",
        "government",
        "movement",
        "troops",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_contrast_is_named_like_its_file(path):
    assert load_contrast(path).id == path.stem


@pytest.mark.parametrize("contrast", contrasts(), ids=lambda contrast: contrast.id)
def test_sides_are_distinct_and_all_used(contrast):
    ids = [side.id for side in contrast.sides]
    assert len(set(ids)) == len(ids)
    assert {term.side for term in contrast.terms} == set(ids)


@pytest.mark.parametrize("contrast", contrasts(), ids=lambda contrast: contrast.id)
def test_labels_pass_no_verdict(contrast):
    texts = [contrast.label, contrast.question, *(side.label for side in contrast.sides)]
    assert [text for text in texts if VERDICTS.search(text)] == []


@pytest.mark.parametrize("contrast", contrasts(), ids=lambda contrast: contrast.id)
def test_no_entry_stands_twice(contrast):
    guards = ("subject", "not_subject", "object", "not_object", "modifier", "not_modifier")
    seen = Counter(
        (term.lemma, term.pos, *(getattr(term, guard) for guard in guards))
        for term in contrast.terms
    )
    assert [key[0] for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("contrast", contrasts(), ids=lambda contrast: contrast.id)
def test_one_word_has_one_side_unless_guards_tell_its_uses_apart(contrast):
    free: dict[str, set[str]] = {}
    for term in contrast.terms:
        if not (term.subject or term.object or term.modifier):
            free.setdefault(term.lemma, set()).add(term.side)
    assert [lemma for lemma, sides in free.items() if len(sides) > 1] == []


def test_every_reason_is_a_full_sentence_that_says_what_the_word_adds():
    short = [t.lemma for _, t in TERMS if len(t.reason.split()) < 6 or not t.reason.endswith(".")]
    assert short == []


def test_every_source_names_an_entry_a_section_or_a_year():
    named = re.compile(r"entry|section|chapter|article|guidance|\(\d{4}\)")
    assert [t.lemma for _, t in TERMS if not named.search(t.source)] == []


def test_lemmas_and_guards_are_written_as_the_matcher_compares_them():
    odd = [
        word
        for _, term in TERMS
        for word in (*term.subject, *term.object, *term.modifier, *term.not_subject)
        if word != word.lower() or not word.strip()
    ]
    assert odd == []


def test_hyphens_stand_as_words_of_their_own():
    assert [t.lemma for _, t in TERMS if re.search(r"\w-\w", t.lemma)] == []
