from analysis.lexicons import contrasts
from analysis.report import where
from analysis.report.parts import Charts, Paragraph
from analysis.report.source import source_of
from analysis.schema import records
from analysis.types import AnnotatedArticle
from tests.analysis.factories import annotated
from tests.dashboard.invented import FORCE, PEACE, story

(TROOPS,) = [each for each in contrasts() if each.id == "troops"]
SIDES = [side for side in TROOPS.sides if side.id in {PEACE[1], FORCE[1]}]


def _article() -> AnnotatedArticle:
    return annotated(
        "The peacekeepers came. It rained. \u201cThe invaders came,\u201d he said.",
        quoted=["\u201cThe invaders came,\u201d"],
        hits={PEACE: ["peacekeepers"], FORCE: ["invaders"]},
        outlet="Post",
    )


def _blocks():
    source = source_of(story(_article()), [TROOPS])
    hits = {}
    for row in records(source.table("terms")):
        hits.setdefault(("troops", str(row["side"]), str(row["outlet"])), []).append(row)
    return list(where.blocks(source, TROOPS, SIDES, hits))


def test_each_use_is_a_mark_at_its_place_hollow_in_others_words():
    charts, _ = _blocks()
    svg = str(charts.charts[0].svg)
    assert svg.count("<path") == 2
    assert svg.count("hollow") == 1
    assert '<svg x="0%"' in svg
    assert '<svg x="100%"' in svg
    assert "Post: 2 uses" in svg


def test_key_names_the_sides():
    charts, _ = _blocks()
    assert isinstance(charts, Charts)
    assert [meaning.lower() for _, meaning in charts.key] == [s.label.lower() for s in SIDES]
    assert len({str(sample) for sample, _ in charts.key}) == 2


def test_first_use_and_caveat_stand_below():
    _, note = _blocks()
    assert isinstance(note, Paragraph)
    assert note.line[0].startswith("First use, as a share of the way through the article: Post 0%.")
    assert "someone else's words" in note.line[0]


def test_list_without_uses_draws_nothing():
    source = source_of(story(_article()), [TROOPS])
    assert list(where.blocks(source, TROOPS, SIDES, {})) == []
