from analysis.jobs import MAX_JOB_CHARS, jobs
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


def test_lone_articles_can_be_done_one_by_one_and_a_story_cannot():
    story, lone = jobs([_article(0, "s"), _article(1, "s"), _article(2), _article(3)])
    assert story.parts() == [story]
    assert [part.places for part in lone.parts()] == [(2,), (3,)]
