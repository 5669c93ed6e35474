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


def test_the_article_returns_after_two_reporting_paragraphs(kinds):
    found = kinds(HEAD, ONE, TWO, "3 comments", "So sad!", TWO.replace("mayor", "head"), THREE, ONE)
    assert found["So sad!"] == "comment"
    assert found[THREE] == "body"


def test_one_reporting_paragraph_right_below_a_bare_link_shows_the_article_goes_on(kinds):
    found = kinds(HEAD, ONE, TWO, "Join the conversation", THREE, "The river was calm.")
    assert found[THREE] == "body"
    assert found["The river was calm."] == "body"


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
