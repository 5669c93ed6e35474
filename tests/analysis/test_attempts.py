"""What is tried after a job that could not be done, without any process."""

import pytest

from analysis.attempts import MAX_TRIES, Attempts, done_here
from analysis.jobs import jobs
from analysis.types import Article

BROKEN = "the analysis broke down on it (KeyError); please report it"


def _articles(*texts, story=None):
    return [Article(id=f"a{n}", text=text, story=story) for n, text in enumerate(texts)]


def _work(job, options):
    """Break down on some texts, on others only in company; say how many were together."""
    texts = [article.text for article in job.articles]
    if "bad" in texts or (len(texts) > 1 and "shy" in texts):
        raise KeyError(texts[0])
    return [f"{text} {len(texts)}" for text in texts]


def _found(articles):
    """Return the line of each place, or why there is none."""
    found = {}
    for done in done_here(jobs(articles), _work, ""):
        lines = done.lines or [done.refusal] * len(done.job.places)
        found |= dict(zip(done.job.places, lines, strict=True))
    return found


def test_lone_articles_are_tried_singly_and_the_bad_one_is_named():
    assert _found(_articles("one", "bad", "three")) == {0: "one 1", 1: BROKEN, 2: "three 1"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("one", "two"), {0: "one 2", 1: "two 2"}),
        (("one", "bad", "three"), {0: "one 2", 1: BROKEN, 2: "three 2"}),
        (("one", "shy", "three"), {0: "one 1", 1: "shy 1", 2: "three 1"}),
        # The rest breaks down once more, and none of it alone.
        (("bad", "shy", "three"), {0: BROKEN, 1: "shy 1", 2: "three 1"}),
        (("bad", "two"), {0: BROKEN, 1: "two 1"}),
        (("bad", "bad"), {0: BROKEN, 1: BROKEN}),
        (("bad",), {0: BROKEN}),
    ],
)
def test_a_story_is_done_without_what_is_bad_in_it(texts, expected):
    assert _found(_articles(*texts, story="s")) == expected


def test_places_are_those_of_the_articles_where_a_story_does_not_begin_with_the_first():
    lone, story = _articles("one", "bad"), _articles("two", "bad", "three", story="s")
    assert _found([*lone, *story]) == {0: "one 1", 1: BROKEN, 2: "two 2", 3: BROKEN, 4: "three 2"}


def test_an_article_is_refused_when_it_has_ended_a_second_worker():
    [job] = jobs(_articles("one"))
    attempts = Attempts()
    assert attempts.after_loss(job, "killed") == ([], [job])
    [refused], following = attempts.after_loss(job, "killed")
    assert (refused.refusal, following) == (f"killed, {MAX_TRIES} times; left out", [])


def test_lone_articles_whose_worker_ended_are_tried_singly_at_once():
    [job] = jobs(_articles("one", "two"))
    assert Attempts().after_loss(job, "killed") == ([], job.singles())


def test_a_story_is_tried_as_it_is_again_before_it_is_taken_apart():
    [job] = jobs(_articles("one", "two", story="s"))
    attempts = Attempts()
    assert attempts.after_loss(job, "killed") == ([], [job])
    assert attempts.after_loss(job, "killed") == ([], job.singles())
