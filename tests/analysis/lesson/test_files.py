import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from analysis import cli, library
from analysis.collect import Collected
from analysis.lesson import sessions
from analysis.lesson.files import key_html, pack_html, worksheet_html
from analysis.lesson.handed_in import FORMAT
from analysis.library import engine
from tests.analysis.lesson import made

MADE = {"worksheet": worksheet_html, "key": key_html, "pack": pack_html}


class Links(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found += [
            v for k, v in attrs if k in {"src", "href", "action", "style"} or k[:2] == "on"
        ]


@pytest.mark.parametrize("name", MADE)
def test_files_load_and_run_nothing_but_their_own(name):
    page = MADE[name](made.lesson())
    assert Links(page).found == []
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith(("default-src &#39;none&#39;", "default-src 'none'"))
    for tag in ("style", "script"):
        for content in re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            assert digest in policy.replace("&#43;", "+").replace("&#x2B;", "+")
    assert ("<script>" in page) == (name == "pack")


def test_the_worksheet_names_nobody_and_the_key_everybody():
    lesson = made.lesson()
    body = worksheet_html(lesson)
    assert "example.org" not in body
    assert "Ana Quill" not in body
    named = "The outlets, by name: Harbour Post, Town Courier."
    assert named in body
    assert "Harbour Post" not in body.replace(named, "")
    assert all(f"<td>{text.outlet}" in key_html(lesson) for text in lesson.texts)


def test_every_sentence_to_mark_is_numbered_and_asked_in_both_forms():
    lesson = made.lesson()
    for passage in lesson.asked:
        assert f'<th scope="row">{passage.id}</th>' in worksheet_html(lesson)
        assert f'name="voice-{passage.id}"' in pack_html(lesson)


@pytest.mark.parametrize("make", [worksheet_html, pack_html])
def test_rights_keep_sentences_out_of_files(make):
    story = made.story(made.article("Harbour Post", "post", rights="excerpt"))
    lesson = made.lesson_of(story, minutes=45, seed="s")
    page = make(lesson)
    (text,) = lesson.texts
    left_out = [each for each in text.passages if not each.printed]
    assert left_out
    assert not any(each.text in page for each in left_out)
    assert "not printed here" in page


def test_hostile_words_stay_words():
    article = made.article(
        "Harbour Post", "post", extra=("A <script>alert(1)</script> came \x07 in.",)
    )
    page = pack_html(made.lesson_of(made.story(article), minutes=45, seed="s"))
    assert page.count("<script>") == 1
    assert "&lt;script&gt;" in page
    assert "\x07" not in page


@pytest.fixture
def as_story(monkeypatch):
    """Let the command line read the invented story."""
    result = made.story()
    collected = Collected(())
    for name in ("commands_lesson.analysis_of", "commands.analysis_of"):
        monkeypatch.setattr(f"analysis.{name}", lambda _: (result, collected))
    yield
    engine.close_all()


def handed_in(tmp_path, lesson, number, value):
    answers = [
        {"id": f"answer-{n}", "task": "own", "subject": each.id, "value": value(n)}
        for n, each in enumerate(lesson.asked)
    ]
    path = tmp_path / f"{number}.json"
    found = {
        "format": FORMAT,
        "version": 1,
        "lesson": lesson.id,
        "story": "harbour",
        "minutes": 45,
        "seed": lesson.seed,
        "articles": [text.article_id for text in lesson.texts],
        "name": f"Pupil {number}",
        "pupil": f"pupil-of-file-{number}",
        "answers": answers,
    }
    path.write_text(json.dumps(found), encoding="utf-8")
    return str(path)


def test_command_writes_worksheet_key_and_pack(as_story, tmp_path):
    out = tmp_path / "sheet.html"
    assert cli.main(["lesson", "worksheet", "harbour", "--seed", "s1", "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == worksheet_html(made.lesson())
    key = (tmp_path / "sheet-key.html").read_text(encoding="utf-8")
    assert key == key_html(made.lesson())
    out = tmp_path / "pack.html"
    assert cli.main(["lesson", "pack", "harbour", "--minutes", "90", "-o", str(out)]) == 0
    assert 'data-minutes="90"' in out.read_text(encoding="utf-8")


def test_command_tells_agreement_from_files(as_story, tmp_path, capsys):
    lesson = made.lesson()
    files = [
        handed_in(tmp_path, lesson, 1, lambda n: "yes" if n % 2 else "no"),
        handed_in(tmp_path, lesson, 2, lambda n: "yes" if n % 2 or n < 4 else "no"),
    ]
    assert cli.main(["lesson", "agreement", *files, "--format", "json"]) == 0
    told = capsys.readouterr()
    rows = {row["question"]: row for row in json.loads(told.out)}
    assert (rows["own"]["agreeing_pairs"], rows["own"]["pairs"]) == (18, 20)
    assert rows["own"]["status"] == "ok"
    assert rows["voice"]["status"] == "too_few"
    assert "2 pupils, 40 answers" in told.err
    assert cli.main(["lesson", "agreement", *files, "--sentences", "--format", "csv"]) == 0
    assert capsys.readouterr().out.count("\n") == 21


def test_command_names_the_file_that_is_no_answers(as_story, tmp_path, capsys):
    path = tmp_path / "wrong.json"
    path.write_text("{}", encoding="utf-8")
    assert cli.main(["lesson", "agreement", str(path)]) == 1
    assert "wrong.json: this is no file of answers" in capsys.readouterr().err


def test_commands_list_export_and_delete_classes(as_story, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code = sessions.open_lesson(made.lesson()).classroom.code
    assert cli.main(["lesson", "classes"]) == 0
    assert code in capsys.readouterr().out
    assert cli.main(["lesson", "key", code]) == 0
    key = capsys.readouterr().out.strip().partition("class-key=")[2]
    assert library.class_for_teacher(key).code == code
    assert cli.main(["lesson", "export", code]) == 0
    assert (tmp_path / f"class-{code}.zip").is_file()
    assert cli.main(["lesson", "delete", code]) == 0
    assert library.classes() == ()
    assert cli.main(["lesson", "delete", code]) == 1
    assert "no class with the code" in capsys.readouterr().err
