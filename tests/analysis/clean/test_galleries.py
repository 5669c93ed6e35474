import pytest

from analysis.clean.galleries import is_counter

HEAD = "Council closes bridge"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town said in a speech that the work would begin in the spring of next year."


def picture(n, *, heading=True):
    head = [f"Days of rain {'again ' * n}"] if heading else []
    return [
        *head,
        f"The river rises for the {n}. time in a week, and people leave.",
        "Image: A/AFP",
    ]


def test_headings_and_captions_of_a_gallery_are_gallery(kinds):
    found = kinds(HEAD, ONE, *picture(1), *picture(2), *picture(3), "3 photos1 | 3", TWO)
    assert found[ONE] == "body"
    assert found[TWO] == "body"
    assert found["The river rises for the 2. time in a week, and people leave."] == "gallery"
    assert found["Days of rain again"] == "gallery"
    assert found["Image: A/AFP"] == "credit"
    assert found["3 photos1 | 3"] == "boilerplate"


def test_the_first_picture_takes_as_many_lines_as_the_others(kinds):
    first = "People have left the town in the rain, and the water is still on its way to the north."
    found = kinds(HEAD, ONE, TWO, first, *picture(1)[1:], *picture(2), *picture(3), "1 / 3", TWO)
    assert found[first] == "gallery"
    assert found[ONE] == "body"


def test_two_pictures_between_paragraphs_are_no_gallery(kinds):
    found = kinds(HEAD, ONE, "Image: A/AFP", TWO, "Image: B/AFP", ONE)
    assert found[TWO] == "body"


@pytest.mark.parametrize(
    "text", ["4 images1 | 4", "1 / 7", "1 of 12", "Photo 3 of 9", "12", "5 photos"]
)
def test_counters(text):
    assert is_counter(text)


@pytest.mark.parametrize("text", ["", "7 people died", "images", "1 in 7 voters", "3 of them"])
def test_other_lines_are_no_counters(text):
    assert not is_counter(text)
