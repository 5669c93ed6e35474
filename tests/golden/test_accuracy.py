import accuracy
import pytest
from gold import load_story, stories

pytestmark = pytest.mark.model


@pytest.mark.parametrize("folder", stories(), ids=lambda folder: folder.name)
def test_published_figures_are_the_measured_ones(folder):
    published = accuracy.section(
        accuracy.PAGE.read_text(encoding="utf-8"), accuracy.TITLES[folder.name]
    )
    measured = accuracy.markdown(accuracy.measured(folder), load_story(folder))
    assert published == measured, "run: python tests/golden/accuracy.py, and read the change"


@pytest.mark.parametrize("folder", stories(), ids=lambda folder: folder.name)
def test_comments_appeals_and_bios_reach_no_count(folder):
    scores = accuracy.measured(folder).scores
    assert scores["must_not: nothing counted"].share == 1.0
