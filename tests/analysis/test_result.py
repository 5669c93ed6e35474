import pytest

from analysis import result
from analysis.compare.facts import Alignment
from analysis.errors import InputError
from analysis.result import TABLES, StoryAnalysis
from analysis.stories import Story
from analysis.types import BlockKind
from tests.analysis.compare.facts.invented import article
from tests.analysis.factories import annotated

ARTICLE = annotated(
    "The peacekeepers came <script>alert(1)</script>.",
    (BlockKind.COMMENT, "So what?"),
    hits={("troops", "peace"): ["peacekeepers"]},
    outlet="<b>The Post</b>",
)
RESULT = StoryAnalysis(Story("rain", "Rain & shine", ()), (ARTICLE,))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_made(name):
    assert list(RESULT.table(name).columns)


def test_unknown_table_lists_the_known_ones():
    with pytest.raises(InputError, match="no table 'bias'; there are: articles, blocks"):
        RESULT.table("bias")


def test_evidence_takes_names_as_keywords():
    assert RESULT.evidence(contrast="troops")["node"].tolist() == ["peacekeepers"]


def test_evidence_by_an_unknown_keyword_lists_the_known_ones():
    with pytest.raises(InputError, match="cannot be chosen by 'bias'; there are: contrast"):
        RESULT.evidence(bias="left")


def test_notebook_list_is_escaped_and_says_what_is_missing():
    html = RESULT._repr_html_()
    assert "<h3>Rain &amp; shine</h3>" in html
    assert "&lt;b&gt;The Post&lt;/b&gt;" in html
    assert "<td>not known</td>" in html


def test_show_marks_the_article_and_folds_what_was_set_aside():
    html = RESULT.show("a1")._repr_html_()
    assert "<script" not in html
    assert "peacekeepers" in html
    assert "reader comment" in html


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [(("b",), "no article 'b'; there are: a1"), (("a1", ["Bias"]), "no layer 'Bias'")],
)
def test_show_names_what_there_is(arguments, problem):
    with pytest.raises(InputError, match=problem):
        RESULT.show(*arguments)


def _told_twice():
    story = (article("A", "The crowd took the hall."), article("B", "People took the hall."))
    aligned = Alignment(2, 0.5, ((0, 1, 0.9),), ())
    return StoryAnalysis(Story("hall", "Hall", ()), story, alignment=aligned)


def test_facts_are_compared_and_each_opens_its_statements():
    result = _told_twice()
    assert result.table("facts")["status"].tolist() == ["stated", "stated"]
    rows = result.fact_evidence("a:0")
    assert rows["node"].tolist() == ["The crowd took the hall.", "People took the hall."]
    assert result.fact_evidence("a:0", outlet="B")["outlet"].tolist() == ["B"]


def test_an_unknown_fact_is_an_error():
    with pytest.raises(InputError, match="no fact 'z:9'"):
        _told_twice().fact_evidence("z:9")


def test_shared_passages_are_looked_for_once(monkeypatch):
    asked = []
    found = result.shared_passages
    monkeypatch.setattr(result, "shared_passages", lambda a: asked.append(a) or found(a))
    copy = "Two ships ran aground near the old lighthouse early on Sunday after a long storm."
    story = StoryAnalysis(Story("s", "S", ()), (article("A", copy), article("B", copy)))
    assert len(story.table("wire")) == 1
    assert story.without_shared is not story
    assert len(asked) == 1
