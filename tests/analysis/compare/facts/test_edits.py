from analysis.compare.facts.edits import fact_edits, link, name_fact, take_out
from analysis.corrections import read_corrections
from analysis.library import EditKind, undo

ONE, OTHER, THIRD = ("a", "10"), ("b", "2"), ("b", "30")


def _links(story="flood"):
    return read_corrections(story).of(EditKind.LINK)


def test_two_statements_are_linked_whatever_their_order():
    link("flood", OTHER, ONE)
    assert _links() == {("a", "10", "b", "2"): "linked"}
    link("flood", ONE, OTHER)
    assert len(fact_edits("flood")) == 1


def test_a_statement_is_taken_out_from_each_of_the_others_but_not_from_itself():
    take_out("flood", ONE, [ONE, OTHER, THIRD])
    assert _links() == {("a", "10", "b", "2"): "apart", ("a", "10", "b", "30"): "apart"}


def test_a_pair_has_one_decision_the_last_one():
    link("flood", ONE, OTHER)
    take_out("flood", ONE, [OTHER])
    assert _links() == {("a", "10", "b", "2"): "apart"}


def test_statements_of_one_article_are_ordered_by_place_not_by_letters():
    link("flood", THIRD, OTHER)
    assert list(_links()) == [("b", "2", "b", "30")]


def test_the_first_statement_carries_the_name_and_an_earlier_one_is_taken_back():
    name_fact("flood", [OTHER], "Old")
    name_fact("flood", [ONE, OTHER], " The dam broke ")
    assert read_corrections("flood").of(EditKind.FACT) == {ONE: "The dam broke"}
    name_fact("flood", [ONE, OTHER], " ")
    assert read_corrections("flood").of(EditKind.FACT) == {}


def test_decisions_are_listed_latest_first_and_can_be_undone():
    link("flood", ONE, OTHER)
    name_fact("flood", [ONE], "The dam broke")
    listed = fact_edits("flood")
    assert [each.kind for each in listed] == [EditKind.FACT, EditKind.LINK]
    undo(listed[0].id)
    assert [each.kind for each in fact_edits("flood")] == [EditKind.LINK]


def test_one_undo_takes_back_a_deed_of_several_decisions():
    take_out("flood", ONE, [OTHER, THIRD])
    undo(fact_edits("flood")[0].id)
    assert fact_edits("flood") == ()
    name_fact("flood", [OTHER], "Old")
    name_fact("flood", [ONE, OTHER], "New")
    undo(fact_edits("flood")[0].id)
    assert read_corrections("flood").of(EditKind.FACT) == {OTHER: "Old"}
