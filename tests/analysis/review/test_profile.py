import pytest

from analysis.errors import InputError, LexiconError
from analysis.review.finding import Severity
from analysis.review.house import house_terms
from analysis.review.profile import Allowed, load_profile, parse_profile, shipped
from analysis.types import BlockKind, QuoteKind
from tests.analysis.review.drafts import beside, draft, said, with_quotes

HEAD = 'id = "desk"\nname = "Desk"\nversion = "1"\n'
RULE = (
    '[[rules]]\nid = "mob"\nterms = ["mob", "angry crowd*"]\nallowed = "{allowed}"\n'
    'severity = "check"\nreason = "It looks down on people."\nprefer = ["crowd"]\n'
)


def profile(allowed="quoted", more=""):
    return parse_profile(HEAD + RULE.format(allowed=allowed) + more, "desk.toml")


@pytest.mark.parametrize("name", ["agency", "public-broadcaster", "school-paper"])
def test_examples_are_valid_and_every_rule_has_a_reason_and_guidance(name):
    made = load_profile(shipped()[name])
    assert made.id == name
    assert "example" in made.name
    assert made.rules
    assert all(rule.reason and rule.guidance for rule in made.rules)


def test_rule_is_read_whole():
    (rule,) = profile().rules
    assert rule.terms == ("mob", "angry crowd*")
    assert rule.allowed is Allowed.QUOTED
    assert rule.severity is Severity.CHECK
    assert rule.prefer == ("crowd",)


def test_check_can_be_made_stricter_or_left_out():
    more = '[[checks]]\nid = "sources.one"\nseverity = "must"\n'
    more += '[[checks]]\nid = "harm.agentless"\nseverity = "off"\n'
    checks = profile(more=more).checks
    assert checks["sources.one"].severity is Severity.MUST
    assert checks["harm.agentless"].severity is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id = ", "desk.toml: not valid TOML"),
        (HEAD + "colour = 1\n", "unknown field"),
        ('id = "desk"\nversion = "1"\n', "'name' is missing or empty"),
        (
            HEAD + RULE.format(allowed="sometimes"),
            "desk.toml:4: [[rules]] 1: 'allowed' is 'sometimes'",
        ),
        (HEAD + RULE.format(allowed="never") * 2, "'mob' twice"),
        (HEAD + RULE.format(allowed="never").replace('"mob", ', '"*o", '), "fewer than 3 letters"),
        (HEAD + RULE.format(allowed="never").replace('["mob", "angry crowd*"]', "[]"), "0 words"),
        (
            HEAD + RULE.format(allowed="never") + 'guidance = "javascript:x"\n',
            "begins with https://",
        ),
        (HEAD + '[[checks]]\nid = "nothing"\nseverity = "off"\n', "write one of: claims."),
        (HEAD + '[[checks]]\nid = "sources.one"\nseverity = "loud"\n', "write one of: note, check"),
    ],
)
def test_message_names_the_place_and_what_to_write(text, message):
    with pytest.raises(LexiconError) as told:
        parse_profile(text, "desk.toml")
    assert message in str(told.value)


def test_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "desk.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="save it as UTF-8"):
        load_profile(path)


OWN, REPORTED, QUOTED = "A mob came.", "He said a mob came.", "\u201cA mob\u201d came."


def uses(allowed, sentence, **marks):
    found = house_terms(beside(draft(sentence, **marks)), profile(allowed))
    return len(list(found))


@pytest.mark.parametrize(
    ("allowed", "own", "reported", "quoted"),
    [("never", 1, 1, 1), ("quoted", 1, 1, 0), ("attributed", 1, 0, 0), ("own", 0, 0, 1)],
)
def test_term_is_told_in_the_voices_in_which_the_house_does_not_have_it(
    allowed, own, reported, quoted
):
    assert uses(allowed, OWN) == own
    assert uses(allowed, REPORTED, paraphrased=["a mob came"]) == reported
    assert uses(allowed, QUOTED, quoted=["A mob"]) == quoted


def test_marks_around_a_word_alone_are_no_quotation():
    made = draft(QUOTED)
    made = with_quotes(made, said(made, "A mob", kind=QuoteKind.SCARE, speaker=None))
    for allowed, number in (("attributed", 1), ("quoted", 1), ("own", 1)):
        assert len(list(house_terms(beside(made), profile(allowed)))) == number


def test_phrase_with_a_star_and_a_possessive_are_found():
    made = beside(draft("Angry crowds came. The mob's leader left. A mobile rang."))
    found = [each for _, each in house_terms(made, profile())]
    words = [each.span.of(made.draft.text) for each in found]
    assert words == ["Angry crowds", "mob's"]
    assert found[0].n == 2
    assert "The house suggests: crowd." in found[0].reason


def test_captions_are_not_looked_at():
    made = draft((BlockKind.CAPTION, "A mob in the rain"), "It rained.")
    assert list(house_terms(beside(made), profile())) == []
