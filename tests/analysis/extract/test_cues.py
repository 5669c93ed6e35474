import pytest

from analysis.errors import LexiconError
from analysis.extract import cues
from analysis.extract.cues import cue_lemma, cue_lexicon
from analysis.types import CueClass


def _token(nlp, text, word):
    return next(t for t in nlp(text) if t.text == word)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The minister said that taxes rose.", "said", CueClass.NEUTRAL),
        ("The minister claimed that taxes rose.", "claimed", CueClass.CLAIMING),
        ("The minister confirmed that taxes rose.", "confirmed", CueClass.CONFIRMING),
        ("The minister admitted that taxes rose.", "admitted", CueClass.CONCEDING),
        ("The minister warned that taxes rose.", "warned", CueClass.EMOTIVE),
        ("The minister believes that taxes rose.", "believes", CueClass.HEDGED),
        ("The minister ordered them to leave.", "ordered", CueClass.ORDERING),
        ("The minister ate an apple.", "ate", CueClass.NONE),
        ("According to the minister, taxes rose.", "According", CueClass.NEUTRAL),
        ("The claim that taxes rose was false.", "claim", CueClass.CLAIMING),
    ],
)
def test_cue_class_by_verb_and_noun(nlp, text, word, expected):
    assert cue_lexicon().cue_class(_token(nlp, text, word)) is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "guarded"),
    [
        ("Two men were admitted to hospital.", "admitted", True),
        ("He admitted to the fraud.", "admitted", False),
        ("The jury found him guilty.", "found", True),
        ("The study found that sleep helps.", "found", False),
        ("He was charged with murder.", "charged", True),
        ("The bill added two new taxes.", "added", True),
        ("The minister added that taxes rose.", "added", False),
    ],
)
def test_surroundings_in_which_a_verb_reports_nothing(nlp, text, word, guarded):
    assert cue_lexicon().is_guarded(_token(nlp, text, word)) is guarded


@pytest.mark.model
def test_particle_belongs_to_the_lemma(nlp):
    assert cue_lemma(_token(nlp, "She pointed out that taxes rose.", "pointed")) == "point out"


def _write(folder, name, extra=""):
    (folder / f"{name}.toml").write_text(
        f'id = "{name}"\nversion = "1"\nlanguage = "en"\nlabel = "x"\nsource = "x"\n'
        f'verbs = ["say"]\nnouns = ["word"]\n{extra}'
    )


@pytest.fixture
def own_lists(tmp_path, monkeypatch):
    (tmp_path / "cues").mkdir()
    monkeypatch.setattr(cues.paths, "LEXICONS", tmp_path)
    cue_lexicon.cache_clear()
    yield tmp_path / "cues"
    cue_lexicon.cache_clear()


def test_verb_in_two_classes_is_refused(own_lists):
    _write(own_lists, "claiming")
    _write(own_lists, "neutral")
    with pytest.raises(LexiconError, match="'say' is already in class 'claiming'"):
        cue_lexicon()


def test_unknown_class_is_refused(own_lists):
    _write(own_lists, "loud")
    with pytest.raises(LexiconError, match="'loud' is no cue class"):
        cue_lexicon()


def test_guard_without_reason_is_refused(own_lists):
    _write(own_lists, "neutral", '[[guards]]\nverb = "say"\n')
    with pytest.raises(LexiconError, match="reason"):
        cue_lexicon()
