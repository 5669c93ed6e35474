import pytest

from analysis.clean.splits import dateline_end

HEAD = "Council closes bridge"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town said in a speech that the work would begin in the spring of next year."


@pytest.mark.parametrize(
    "dateline",
    [
        "NORWICK --",
        "NORWICK —",
        "NORWICK, Norland (AP) —",
        "NEW NORWICK, N.L. -",
        "Norland (NNW) —",
        "NORWICK, Jan 11 (Reuters) -",
        "NORWICK, Jan. 11 (Xinhua) --",
        "NORWICK, January 11. /TASS/.",
        "(Reuters) -",
        "Norwick, Norland –",
        "NORWICK, 8 January – Norwick Today.",
        "NORWICK, January 8 - KazTAG.",
        "NORWICK – Reuters.",
    ],
)
def test_datelines_in_front_of_the_first_sentence(labelled, dateline):
    assert labelled(HEAD, f"{dateline} {ONE}", TWO)[1:3] == [
        ("dateline", "dateline.place", dateline),
        ("body", "body.text", ONE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NATO – the alliance of thirty states – met on Tuesday.",
        "The mayor – Ada Holm – met the council.",
        "COVID-19 cases rose.",
        "It rained -- and then it stopped.",
        "“NORWICK — we love you,” she said.",
        "Norwick",
        "",
    ],
)
def test_other_dashes_are_no_datelines(text):
    assert dateline_end(text, first=True) is None


@pytest.mark.parametrize("start", ["Silence.", "Rain fell.", "Holm won."])
def test_a_short_first_sentence_behind_the_dash_is_text(labelled, start):
    assert labelled(HEAD, f"NORWICK, 8 January – {start} {ONE}", TWO)[1] == (
        "dateline", "dateline.place", "NORWICK, 8 January –"
    )  # fmt: skip


def test_later_paragraphs_need_an_agency():
    assert dateline_end("NORWICK -- The council met.", first=False) is None
    assert dateline_end("NORWICK (AP) -- The council met.", first=False) == 16


@pytest.mark.parametrize(
    ("prompt", "rule"),
    [
        ("Learn more about the bridge here.", "furniture.link_sentence"),
        ("Read the full report here.", "furniture.link_sentence"),
        ("Click here for photos.", "furniture.link_label"),
        ("Sign up for our newsletter.", "furniture.subscribe_sentence"),
    ],
)
def test_a_link_prompt_that_ends_a_paragraph_is_cut_off(labelled, prompt, rule):
    assert labelled(HEAD, f"{ONE} {prompt}", TWO)[1:3] == [
        ("body", "body.text", ONE),
        ("boilerplate", rule, prompt),
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Here they stood.", "Read it, she said.", "“Click here,” the page said.", "More came."],
)
def test_other_last_sentences_stay(kinds, sentence):
    assert kinds(HEAD, f"{ONE} {sentence}", TWO)[f"{ONE} {sentence}"] == "body"
