import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from analysis.collect import Refused
from analysis.report import report_html
from analysis.stories import Story
from analysis.types import Figure
from tests.analysis.report.stories import full, with_rights
from tests.dashboard.invented import article, story

DAY = date(2026, 11, 22)

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</svg><iframe src=//evil.test>",
    "<link rel=stylesheet href=//evil.test/a.css>",
    "![x](//evil.test/a.png)",
    "url(//evil.test/a.png)",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- comment",
    "]]><![CDATA[",
    "&lt;b&gt; &amp;amp;",
    "<base href=//evil.test>",
    "<meta http-equiv=refresh content=0;url=//evil.test>",
    "=1+1",
    "\u202ereversed",
    "nul\x00esc\x1b[31m",
)


class Page(HTMLParser):
    """The elements of a page, its words, and what it would load."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.loads: list[str] = []
        self.handlers: list[str] = []
        self.words: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name == "href" and value.startswith("#"):
                self.targets.append(value[1:])
            if name in {"src", "srcset", "data", "poster", "style"} or tag in {"link", "base"}:
                self.loads.append(f"{tag} {name}={value}")
            if name.startswith("on"):
                self.handlers.append(name)

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(self.words)


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(report_html(full(), made=DAY))


def test_page_runs_nothing_and_loads_nothing(page):
    assert page.tags["script"] == page.tags["iframe"] == page.tags["img"] == page.tags["link"] == 0
    assert page.loads == []
    assert page.handlers == []


def test_policy_allows_only_the_own_style_sheet():
    markup = report_html(full(), made=DAY)
    style = re.search(r"<style>(.*?)</style>", markup, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', markup)[1]
    told = policy.replace("&#39;", "'")
    assert told == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_style_sheet_asks_for_nothing():
    markup = report_html(full(), made=DAY)
    style = re.search(r"<style>(.*?)</style>", markup, re.DOTALL)[1]
    assert "url(" not in style
    assert "@import" not in style


def test_page_has_language_and_title():
    markup = report_html(full(), made=DAY)
    assert '<html lang="en">' in markup
    assert "<title>The harbour · Parallax report</title>" in markup


def test_ids_are_unique_and_every_link_has_its_place(page):
    assert [each for each, n in Counter(page.ids).items() if n > 1] == []
    assert set(page.targets) - set(page.ids) == set()


def test_every_count_of_words_leads_to_its_sentence():
    markup = report_html(full(), made=DAY)
    group = re.search(r'<a class="n" href="#(w\d+-\d+)-1"[^>]*>5 of', markup)[1]
    place = markup.index(f'id="{group}-1"')
    assert "<mark>peacekeepers</mark>" in markup[place : place + 600]


@pytest.mark.parametrize(
    "title",
    [
        "Headlines, as printed",
        "Where the counts differ",
        "Words for the same things",
        "Names for the same thing",
        "Distinctive words",
        "Voices",
        "Who did what to whom",
        "Numbers",
        "Tone and reading level",
        "What was set aside",
        "How this was counted",
        "How to cite, and rights",
        "Evidence",
    ],
)
def test_page_has_the_section(page, title):
    assert title in page.text


def test_same_story_gives_the_same_file():
    assert report_html(full(), made=DAY) == report_html(full(), made=DAY)


def test_comments_set_aside_are_not_in_the_report(page):
    assert "Invaders, all of them!" not in page.text


def test_notices_and_refused_articles_are_told():
    made = full()
    first = replace(made.articles[0], notices=("Not English: not scored.",))
    told = replace(
        made, articles=(first, made.articles[1]), refused=(Refused("c.txt", "It is empty."),)
    )
    words = Page(report_html(told, made=DAY)).text
    assert "Harbour Post: Not English: not scored." in words
    assert "Not read: c.txt. It is empty." in words


def test_one_outlet_has_no_differences():
    alone = story(article("Harbour Post", "post", hits=["peacekeepers"]))
    words = Page(report_html(alone, made=DAY)).text
    assert "Where the counts differ" not in words


def test_story_without_quotes_says_so():
    bare = replace(article("Harbour Post", "post"), quotes=(), voices=())
    words = Page(report_html(story(bare), made=DAY)).text
    assert "No quotes and no reported speech were found in these texts." in words


def test_report_passes_no_verdict(page):
    banned = r"\b(biased?|slanted|neutral|objective|propaganda|honest|misleading)\b"
    assert re.findall(banned, page.text, re.IGNORECASE) == []


def test_full_rights_reprint_the_article():
    words = Page(report_html(with_rights("full"), made=DAY)).text
    first = full().articles[0]
    filler = first.sentences[8].span.of(first.text)
    assert "The articles" in words
    assert words.count(filler) > 5


@pytest.mark.parametrize("rights", ["excerpt", None, "unheard of"])
def test_other_rights_never_reprint_the_whole_article(rights):
    made = with_rights(rights)
    words = Page(report_html(made, made=DAY)).text
    first = made.articles[0]
    whole = [s for s in first.sentences if s.span.of(first.text) in words]
    assert len(whole) < len(first.sentences)


def test_link_rights_reprint_no_sentence():
    made = with_rights("link")
    words = Page(report_html(made, made=DAY)).text
    first, second = made.articles
    body = [s.span.of(first.text) for s in first.sentences if s.block == "body"]
    assert not [each for each in body if each in words and each not in second.text]
    assert "peacekeepers arrived" not in words
    assert "The text may not be reprinted here." in words
    assert "5 of" in words


def _hostile(payload: str):
    made = full()
    first, second = made.articles
    named = replace(
        first.article,
        outlet=f"O {payload}",
        title=f"T {payload}",
        byline=f"B {payload}",
        genre=f"G {payload}",
        url=f"javascript:{payload}",
        language=payload,
    )
    quote = replace(
        first.quotes[0],
        speaker=f"S {payload}",
        speaker_id=payload,
        id=payload,
        cue_lemma=f"V {payload}",
    )
    hits = tuple(replace(hit, term=f"W {payload}") for hit in first.terms)
    figure = Figure(
        *first.figures[0].span,
        12.0,
        12.0,
        first.figures[0].bound,
        f"U {payload}",
        "killed",
        f"P {payload}",
        first.figures[0].voice,
    )
    telling = replace(first.agency[0], victim=f"H {payload}")
    labels = tuple(
        replace(each, label=f"L{n} {payload}", referent=f"R {payload}")
        for n, each in enumerate(first.labels)
    )
    changed = replace(
        first,
        labels=labels,
        article=named,
        quotes=(quote,),
        voices=(replace(first.voices[0], quote_id=payload),),
        terms=hits,
        figures=(figure,),
        agency=(telling,),
        notices=(f"N {payload}",),
    )
    head = Story("harbour", f"Y {payload}", (named, second.article), summary=f"M {payload}")
    return replace(
        made, story=head, articles=(changed, second), versions={f"contrasts/{payload}": payload}
    )


@pytest.fixture(scope="module")
def plain() -> Page:
    return Page(report_html(_hostile("plain"), made=DAY))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_stay_words_in_every_field(plain, payload):
    found = Page(report_html(_hostile(payload), made=DAY))
    assert found.tags == plain.tags
    assert found.ids == plain.ids
    assert found.loads == found.handlers == []
    shown = re.sub("[\x00\x1b\u202e]", lambda m: f"\u27e8U+{ord(m[0]):04X}\u27e9", payload)
    told = " ".join(found.text.split())
    expected = " ".join(shown.split())
    for mark in ("L1", *"OTBGSVWUPHNYMR"):
        assert f"{mark} {expected}" in told, mark


def test_only_web_addresses_become_links():
    made = full()
    first = made.articles[0]
    bad = replace(first, article=replace(first.article, url="javascript:alert(1)"))
    good = replace(first, article=replace(first.article, url="https://example.org/a"))
    assert 'href="javascript' not in report_html(story(bad), made=DAY)
    assert 'href="https://example.org/a"' in report_html(story(good), made=DAY)
