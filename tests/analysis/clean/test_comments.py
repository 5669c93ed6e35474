import pytest

HEAD = "Council closes bridge"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town said in a speech that the work would begin in the spring of next year."
THREE = "Drivers were told to use the ring road, which the police expect to be crowded, it said."


@pytest.mark.parametrize(
    "heading",
    [
        "6 Comment(s)",
        "Comments (12)",
        "Leave a Reply",
        "Post a comment",
        "Reader comments",
        "1 comment",
    ],
)
def test_everything_below_a_comments_heading_is_comment(kinds, heading):
    found = kinds(HEAD, ONE, TWO, heading, "They are all thieves!", "You never told me.", "Reply")
    assert found[heading] == "comment"
    assert found["They are all thieves!"] == "comment"
    assert found["You never told me."] == "comment"
    assert found["Reply"] == "comment"
    assert found[TWO] == "body"


def test_a_counter_above_the_text_starts_no_comments(kinds):
    found = kinds(HEAD, "12 Comments", "By Ann Lee", ONE, TWO)
    assert found["12 Comments"] == "comment"
    assert found[ONE] == "body"
    assert found[TWO] == "body"


REPORTS = [
    f"The {who} of the town said that the road along the river would stay closed until Friday."
    for who in ("head", "warden", "harbour master", "owner")
]
QUOTED = "“The river has never been so high,” said the captain of the ferry from the upper town."


@pytest.mark.parametrize("heading", ["Comments", "3 comments", "Join the conversation"])
def test_the_article_returns_from_a_heading_above_most_of_its_reporting(kinds, heading):
    reports = [*REPORTS[:2], QUOTED]
    found = kinds(HEAD, ONE, TWO, heading, "Days of rain", *reports, "The river was calm.")
    assert [found[x] for x in reports] == ["body"] * 3
    assert found["Days of rain"] == "subhead"
    assert found["The river was calm."] == "body"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([ONE, TWO], [REPORTS[0], QUOTED]),
        ([ONE, TWO, *REPORTS[2:], THREE], [*REPORTS[:2], QUOTED]),
        ([ONE, TWO], ["So sad!", *REPORTS[:2], QUOTED]),
        ([ONE, TWO], ["I saw it.", *REPORTS[:2], QUOTED]),
        ([ONE, TWO], REPORTS[:4]),
        (
            [ONE, TWO],
            [*(f"{n}: {r}" for n, r in zip(("Joe", "Ann B", "Al"), REPORTS, strict=False)), QUOTED],
        ),
        ([ONE, TWO], ["Joe", *REPORTS[:2], QUOTED]),
        ([ONE, TWO], ["Ann B.", *REPORTS[:2], QUOTED]),
        ([ONE, TWO], ["2 hours ago", *REPORTS[:2], QUOTED]),
        ([ONE, TWO], ["Reply", *REPORTS[:2], QUOTED]),
        ([ONE, TWO], ["ann7 says:", *REPORTS[:2], QUOTED]),
        ([ONE, TWO], ["ann7 • 2 years ago", *REPORTS[:2], QUOTED]),
        ([ONE, TWO], [*REPORTS[:2], QUOTED, *(f"It was cold in street {n}." for n in range(4))]),
    ],
)
@pytest.mark.parametrize("heading", ["Comments", "3 comments"])
def test_in_doubt_everything_below_the_heading_is_comment(kinds, heading, above, below):
    found = kinds(HEAD, *above, heading, *below)
    assert {found[line] for line in below} == {"comment"}
    assert {found[line] for line in above if line not in below} == {"body"}


def test_readers_who_retell_the_news_under_their_names_stay_readers(kinds):
    posts = ["Joe", REPORTS[0], "Maria", "It is a disgrace.", "Pete", REPORTS[1], "Like", "ann7"]
    found = kinds(HEAD, ONE, TWO, "Comments", *posts, REPORTS[2], REPORTS[3])
    assert {found[line] for line in (*posts, *REPORTS)} == {"comment"}


def test_comments_below_an_article_of_one_paragraph(kinds):
    found = kinds(HEAD, ONE, "2 Comments", "Joe", "It is a disgrace.", "Pete", REPORTS[0])
    assert [found[x] for x in ("It is a disgrace.", REPORTS[0])] == ["comment"] * 2
    assert found[ONE] == "body"


def test_a_reader_who_reports_is_still_a_reader(kinds):
    comment = (
        "I told you so: the mayor said last year that the bridge was safe, and you believed her."
    )
    assert kinds(HEAD, ONE, TWO, "2 Comments", comment, comment + " Twice.")[comment] == "comment"


def test_a_thread_of_names_and_time_stamps_is_comment_without_a_heading(kinds):
    posts = []
    for n in (1, 2, 3):
        posts += [f"user{n} says:", f"May {n}, 2022 at 6:34 am", f"They closed it {n} times. Sad."]
    found = kinds(HEAD, ONE, TWO, *posts)
    assert [found[line] for line in posts] == ["comment"] * 9
    assert found[TWO] == "body"


@pytest.mark.parametrize("name", ["Joe S. says:", "ann7 wrote:"])
def test_one_post_in_the_form_of_comment_software_is_comment(kinds, name):
    found = kinds(HEAD, ONE, TWO, "Reply", name, "January 9, 2022 at 5:01 pm", THREE)
    assert [found[x] for x in (name, THREE)] == ["comment"] * 2
    assert found[TWO] == "body"


def test_a_thread_with_name_and_time_on_one_line(kinds):
    posts = [x for n in (2, 3, 4) for x in (f"user{n} • {n} hours ago", f"{n} boats sank there.")]
    assert {kinds(HEAD, ONE, TWO, *posts)[x] for x in posts} == {"comment"}


@pytest.mark.parametrize(
    "posts",
    [
        ["Joe Smith", "2 hours ago", THREE, "Kate B.", "3 hours ago", REPORTS[0]],
        ["Joe Smith", "May 1, 2022 10:12", THREE, "Kate B.", "May 1, 2022 11:12", REPORTS[0]],
        ["Joe Smith", "May 1, 2022", THREE, "Like Reply"],
    ],
)
def test_two_timed_posts_or_one_with_buttons_are_a_thread(kinds, posts):
    found = kinds(HEAD, ONE, TWO, *posts)
    assert {found[line] for line in posts} == {"comment"}


def test_one_name_with_time_is_no_thread(kinds):
    assert kinds(HEAD, ONE, TWO, "Joe Smith", "2 hours ago", THREE)[THREE] == "body"


def test_a_speaker_without_time_stamp_is_no_post(kinds):
    found = kinds(HEAD, ONE, TWO, "The mayor says:", THREE)
    assert found[THREE] == "body"


def test_two_dated_parts_of_a_text_are_no_thread(kinds):
    found = kinds(
        HEAD, ONE, TWO, "Norwick", "May 1, 2022", "It rained.", "Oslo", "May 2, 2022", THREE
    )
    assert found["It rained."] == "body"
    assert found[THREE] == "body"


def test_policy_and_forum_notices(kinds):
    found = kinds(
        HEAD,
        ONE,
        TWO,
        "Join our commenting forum",
        "Join lively conversations and see what other readers say",
        "Comment policy: be kind",
        "This comment was removed by a moderator",
    )
    assert list(found.values()) == [
        "headline",
        "body",
        "body",
        "boilerplate",
        "boilerplate",
        "comment",
        "comment",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry declined to comment.",
        "Comments on the plan are due in May.",
        "Comments made by the mayor drew anger.",
        "Comments posted in May were read aloud.",
        "Responses to the plan were mixed.",
        "34 responses to the plan were read aloud.",
        "By posting a video she made the cracks known.",
        "To comment on the plan, people can write to the town.",
        "Community standards fell after the flood.",
        "He did not reply.",
        "No comment.",
    ],
)
def test_sentences_about_comments_are_body_and_end_nothing(kinds, sentence):
    found = kinds(HEAD, ONE, TWO, sentence, "It was quiet.", "We slept.")
    assert [found[x] for x in (sentence, "It was quiet.", "We slept.")] == ["body"] * 3
