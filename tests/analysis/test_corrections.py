from analysis.corrections import Corrections, key_of, put_back, read_corrections, take_back
from analysis.library import EVERY_STORY, EditKind, edit
from analysis.types import Span


def test_put_backs_are_kept_per_story_and_article():
    put_back("flood", "a", Span(10, 20))
    put_back("flood", "a", Span(2, 5))
    put_back("fire", "a", Span(0, 1))
    assert read_corrections("flood").put_backs == {"a": (Span(2, 5), Span(10, 20))}


def test_a_put_back_can_be_undone():
    put_back("flood", "a", Span(10, 20))
    take_back("flood", EditKind.PUT_BACK, "a", 10, 20)
    assert read_corrections("flood") == Corrections()


def test_own_word_lists_hold_for_every_story():
    edit(EVERY_STORY, EditKind.LIST, key_of("rain"), "id = 'rain'")
    assert read_corrections("flood").lists == {"rain": "id = 'rain'"}


def test_decisions_about_findings_are_parted_by_kind_and_key():
    edit("flood", EditKind.ROLE, key_of("ann-lee"), "expert")
    edit("flood", EditKind.ALIAS, key_of("ann-lee", 'the "boss", she said'), "Bo Ek")
    found = read_corrections("flood")
    assert found.of(EditKind.ROLE) == {("ann-lee",): "expert"}
    assert found.of(EditKind.ALIAS) == {("ann-lee", 'the "boss", she said'): "Bo Ek"}
    assert found.of(EditKind.FACT) == {}


def test_only_what_changes_the_articles_is_known_before_the_analysis():
    put_back("flood", "a", Span(2, 5))
    edit("flood", EditKind.ROLE, key_of("ann-lee"), "expert")
    assert read_corrections("flood").before == ([("a", (Span(2, 5),))], [])
