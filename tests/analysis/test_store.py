import pytest

from analysis import library, store
from analysis.collect.candidate import Candidate, Origin, Way
from analysis.compare.facts import Alignment
from analysis.corrections import key_of, put_back, read_corrections
from analysis.errors import ModelError, StoryError
from analysis.library import EditKind, edit, history, undo
from analysis.stories import Story
from analysis.types import Article, BlockKind, Quote, QuoteKind, Span
from tests.analysis.factories import annotated

STORY = Story("rain", "Rain", (Article(id="a1", text="Rain fell."),))


@pytest.fixture
def worker(monkeypatch):
    """Count the workers that would have been started, and write what they would write."""
    started = []

    def run(story_id, progress):
        started.append(story_id)
        path = store.kept_at(STORY, read_corrections("rain"))
        store.write(path, [annotated("Rain fell.", (BlockKind.COMMENT, "So what?"))])

    monkeypatch.setattr(store, "_run_worker", run)
    monkeypatch.setattr(store.library, "load_story", lambda _: STORY)
    return started


def test_an_analysis_is_made_once_and_then_read(worker):
    first = store.load_analysis("rain")
    again = store.load_analysis("rain")
    assert worker == ["rain"]
    assert again.articles == first.articles
    assert again.versions["textstat"]


def test_a_correction_makes_it_anew_and_loses_nothing(worker):
    store.load_analysis("rain")
    put_back("rain", "a1", Span(12, 20))
    store.load_analysis("rain")
    assert worker == ["rain", "rain"]


def test_a_corrected_speaker_starts_no_worker_and_what_is_kept_stays_as_found(worker, monkeypatch):
    quote = Quote("q1", QuoteKind.DIRECT, (Span(0, 4),), speaker="Ann Lee", speaker_id="ann-lee")
    made = annotated("Rain fell.", quotes=(quote,))
    monkeypatch.setattr(store, "_run_worker", lambda *_: worker.append("rain"))
    store.write(store.kept_at(STORY, read_corrections("rain")), [made])
    edit("rain", EditKind.SPEAKER, key_of("ann-lee"), "Anna Li")
    loaded = store.load_analysis("rain")
    assert loaded.articles[0].quotes[0].speaker == "Anna Li"
    assert loaded.uncorrected[0].quotes[0].speaker == "Ann Lee"
    assert loaded.table("voices")["speaker"].tolist() == ["Anna Li"]
    undo(history("rain")[0].id)
    assert store.load_analysis("rain").articles == (made,)
    assert worker == []


def test_a_correction_made_meanwhile_is_not_lost(worker, monkeypatch):
    made = []

    def run_and_correct(story_id, progress):
        made.append(story_id)
        store.write(store.kept_at(STORY, read_corrections("rain")), [annotated("Rain fell.")])
        put_back("rain", "a1", Span(len(made), 20)) if len(made) == 1 else None

    monkeypatch.setattr(store, "_run_worker", run_and_correct)
    store.load_analysis("rain")
    assert made == ["rain", "rain"]


def test_the_alignment_of_a_story_is_kept_with_it(tmp_path):
    aligned = Alignment(2, 0.5, ((0, 1, 0.9),), ((0, 1, 0.9),), "by words alone")
    store.write(tmp_path / "kept.jsonl", [annotated("Rain fell.")], aligned)
    assert store.read(STORY, tmp_path / "kept.jsonl").alignment == aligned


def test_links_that_readers_make_reach_the_facts_without_a_worker(worker):
    store.load_analysis("rain")
    edit("rain", EditKind.FACT, key_of("a1", 0), "Rain")
    loaded = store.load_analysis("rain")
    assert loaded.corrections.of(EditKind.FACT) == {("a1", "0"): "Rain"}
    assert worker == ["rain"]


def test_unknown_story_is_an_error():
    with pytest.raises(StoryError, match="No story 'atlantis'"):
        store.load_analysis("atlantis")


def test_a_worker_that_fails_says_why(monkeypatch):
    monkeypatch.setattr(store.library, "load_story", lambda _: STORY)
    with pytest.raises(ModelError, match="The analysis stopped: No story 'rain'"):
        store.load_analysis("rain")


@pytest.mark.model
def test_the_demonstration_story_is_analysed_by_a_real_worker():
    told = []
    result = store.load_analysis("kazakhstan-2022", progress=lambda *each: told.append(each[:2]))
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert len(result.articles) == 5
    assert len(result.table("framing")) > 0
    assert len(result.table("facts")) > 0


@pytest.mark.model
def test_an_own_story_is_analysed_like_one_that_comes_with_parallax():
    found = [
        Candidate(Article("x", text, outlet=outlet), Origin(Way.PASTE, "pasted"))
        for outlet, text in (
            ("The Post", "Rain fell on Norwick. “We saw it,” said Ann Lee."),
            ("The Echo", "The river rose in Norwick on Monday."),
        )
    ]
    story = library.new_story("Flood", article_ids=library.add(found).new)
    result = store.load_analysis(story)
    assert [each.article.outlet for each in result.articles] == ["The Post", "The Echo"]
    assert result.table("quotes")["speaker"].tolist() == ["Ann Lee"]
    assert {each.article.story for each in result.articles} == {"flood"}
