import pytest

from analysis.errors import ModelError
from analysis.jobs import MAX_JOB_CHARS, Done, jobs, tried
from analysis.types import Article


def _article(n, story=None, length=10):
    return Article(id=f"a{n}", text="x" * length, story=story)


def test_a_story_is_one_job_and_lone_articles_share_one():
    given = [_article(0), _article(1, "s"), _article(2), _article(3, "s")]
    assert [(job.places, job.is_story) for job in jobs(given)] == [
        ((1, 3), True),
        ((0, 2), False),
    ]


def test_a_job_of_lone_articles_ends_before_it_is_too_long():
    half = MAX_JOB_CHARS // 2
    given = [_article(n, length=half) for n in range(5)]
    assert [job.places for job in jobs(given)] == [(0, 1), (2, 3), (4,)]


def test_an_article_longer_than_a_job_stands_alone():
    given = [_article(0), _article(1, length=MAX_JOB_CHARS + 1), _article(2)]
    assert [job.places for job in jobs(given)] == [(0,), (1,), (2,)]


def test_what_is_done_is_not_done_again_but_a_story_only_whole():
    given = [_article(0), _article(1), _article(2, "s"), _article(3, "s"), _article(4, "t")]
    assert [job.places for job in jobs(given, done=[0, 2, 4])] == [(2, 3), (1,)]
    assert list(jobs(given, done=range(5))) == []


def test_a_job_is_taken_apart_with_the_place_of_each_article():
    story, lone = jobs([_article(0, "s"), _article(1), _article(2, "s"), _article(3)])
    assert [part.places for part in story.singles()] == [(0,), (2,)]
    assert not any(part.is_story for part in story.singles())
    assert [part.articles for part in lone.singles()] == [(_article(1),), (_article(3),)]


def test_a_story_without_some_of_its_articles_is_a_story():
    [story] = jobs([_article(n, "s") for n in range(3)])
    rest = story.only({0, 2})
    assert (rest.places, rest.is_story) == ((0, 2), True)
    assert [article.id for article in rest.articles] == ["a0", "a2"]


def _raising(err):
    def work(job, options):
        raise err

    return work


def test_lines_of_a_job_that_was_done():
    [job] = jobs([_article(0)])
    assert tried(job, lambda job, options: [options], "null") == Done(job, ("null",))


@pytest.mark.parametrize("err", [KeyError("x"), RecursionError(), MemoryError()])
def test_a_breakdown_is_the_reason_of_a_refusal(err):
    [job] = jobs([_article(0)])
    name = type(err).__name__
    assert tried(job, _raising(err), "") == Done(
        job, refusal=f"the analysis broke down on it ({name}); please report it"
    )


@pytest.mark.parametrize("err", [ModelError("no model"), KeyboardInterrupt()])
def test_what_is_no_texts_fault_is_raised(err):
    [job] = jobs([_article(0)])
    with pytest.raises(type(err)):
        tried(job, _raising(err), "")
