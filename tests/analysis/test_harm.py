import pytest

from analysis.errors import LexiconError
from analysis.harm import HarmRole, harm, load_harm
from analysis.lexicons import versions

HEAD = """
version = "1"
[[kinds]]
id = "guards"
label = "guards"
words = ["guard"]
[[kinds]]
id = "people"
label = "people"
words = ["guard", "man"]
[[events]]
key = "kill"
label = "killing"
group = "death"
transitive = ["kill"]
reason = "a reason"
source = "a source"
[sets]
plans = ["bill", "plan"]
"""


def _load(tmp_path, entries=""):
    path = tmp_path / "harm.toml"
    path.write_text(HEAD + entries, encoding="utf-8")
    return load_harm(path)


def _word(**fields):
    rows = {"event": "kill", "lemma": "gun", "role": "transitive", "reason": "r", **fields}
    lines = [f'{k} = "{v}"' if isinstance(v, str) else f"{k} = {v}" for k, v in rows.items() if v]
    return "\n".join(["[[words]]", *lines])


def test_plain_words_of_an_event_need_no_entry(tmp_path):
    (word,) = _load(tmp_path).words["kill"]
    assert (word.event, word.role) == ("kill", HarmRole.TRANSITIVE)


def test_a_guarded_entry_takes_the_place_of_the_plain_one(tmp_path):
    made = _load(tmp_path, _word(lemma="kill", not_object=["@plans"]))
    assert [word.not_object for word in made.words["kill"]] == [("bill", "plan")]


def test_the_first_kind_that_holds_a_word_decides(tmp_path):
    assert _load(tmp_path).kind_of == {"guard": "guards", "man": "people"}


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (_word(event="sing"), r"'gun': event 'sing' is not declared; known: \['kill'\]"),
        (_word(role="verb"), "'gun': 'role' must be one of"),
        (_word(reason=""), "with a 'reason'"),
        (_word(objekt=["x"]), r"unknown field \['objekt'\]"),
        (_word(object=["@crowds"]), r"word set '@crowds' is not in \[sets\]; known: \['plans'\]"),
        ('[[events]]\nkey = "hit"\nlabel = "hitting"', r"'hit': missing \['group', 'reason'"),
    ],
)
def test_a_broken_entry_is_named_with_what_to_do(tmp_path, entry, problem):
    with pytest.raises(LexiconError, match=problem):
        _load(tmp_path, entry)


def test_a_list_without_events_is_refused(tmp_path):
    path = tmp_path / "harm.toml"
    path.write_text('version = "1"', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"there is no \[\[events\]\] entry"):
        load_harm(path)


def test_every_event_of_the_projects_list_can_be_found_by_a_word():
    made = harm()
    used = {word.event for words in made.words.values() for word in words}
    assert used == set(made.events)
    assert versions()["harm"] == made.version


def test_every_event_has_reason_and_source():
    assert all(event.reason and event.source for event in harm().events.values())
