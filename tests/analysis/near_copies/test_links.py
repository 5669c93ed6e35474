import pytest

from analysis.near_copies import LinkKind, Signed, links, signature
from analysis.near_copies import candidates as near_candidates
from analysis.types import Article
from tests.analysis.near_copies.reports import report

TEXT = report(1)


def _article(name, text, **known):
    return Article(id=name, text=text, **known)


def _links(*articles):
    return links([Signed(each, signature(each.text)) for each in articles])


def test_another_text_of_one_address_is_a_version_whatever_became_of_it():
    (link,) = _links(
        _article("a", TEXT, url="https://post.example/storm-1"),
        _article("b", report(2), url="http://www.post.example/storm-1/?utm_source=x"),
    )
    assert (link.left_id, link.right_id, link.kind) == ("a", "b", LinkKind.VERSION)
    assert link.likeness == 0


def test_the_front_page_of_a_site_is_the_address_of_no_article():
    pair = [_article(n, report(i), url="https://post.example/") for i, n in enumerate("ab")]
    assert _links(*pair) == ()


def test_a_short_first_report_inside_a_long_update_is_found():
    long = " ".join((report(3, 60), TEXT, report(4, 60)))
    (link,) = _links(
        _article("update", long, outlet="The Post", published="2024-03-02T09:00:00"),
        _article("first", TEXT, outlet="The  POST", published="2024-03-01"),
    )
    assert (link.left_id, link.right_id, link.kind) == ("first", "update", LinkKind.VERSION)
    assert link.likeness == 1
    assert link.overlap == pytest.approx(236 / 1676, abs=0.002)  # 240 - 4 runs of 140 * 12 - 4


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ({"outlet": "A"}, {"outlet": "B"}, LinkKind.COPY),
        ({"outlet": "A"}, {}, LinkKind.COPY),
        ({}, {}, LinkKind.COPY),
        ({"outlet": "A"}, {"outlet": "A"}, LinkKind.VERSION),
        (
            {"outlet": "A", "published": "2024-03-01"},
            {"outlet": "A", "published": "2024-03-08"},
            LinkKind.VERSION,
        ),
        (
            {"outlet": "A", "published": "2024-03-01"},
            {"outlet": "A", "published": "2024-03-09"},
            LinkKind.COPY,
        ),
        (
            {"url": "https://post.example/a-1"},
            {"url": "https://m.post.example/a-2"},
            LinkKind.VERSION,
        ),
        (
            {"url": "https://post.example/a-1"},
            {"url": "https://times.example/a-1"},
            LinkKind.COPY,
        ),
    ],
)
def test_publisher_and_time_tell_versions_from_copies(left, right, kind):
    changed = TEXT.replace("harbour", "port")
    (link,) = _links(_article("a", TEXT, **left), _article("b", changed, **right))
    assert link.kind is kind
    assert 0.5 < link.likeness < 1


def test_a_copy_with_half_of_its_own_is_a_copy_and_one_with_little_of_it_is_none():
    most = " ".join((report(1, 15), report(5, 5)))
    little = " ".join((report(1, 4), report(6, 16)))
    (link,) = _links(_article("a", TEXT), _article("b", most), _article("c", little))
    assert (link.left_id, link.right_id) == ("a", "b")
    assert link.likeness == pytest.approx(176 / 236, abs=0.02)


def test_different_reports_are_not_linked():
    assert _links(*(_article(str(n), report(n)) for n in range(10, 30))) == ()


def test_short_texts_are_linked_only_if_they_are_equal():
    text = "A ferry ran aground near the pier on Monday, and all on board were rescued."
    found = _links(
        _article("a", text),
        _article("b", text.upper()),
        _article("c", text + " Nobody was hurt."),
        _article("d", f"{text} {report(7)}"),
    )
    assert [(link.left_id, link.right_id) for link in found] == [("a", "b")]
    assert found[0].likeness == found[0].overlap == 1


def test_no_articles_and_texts_without_words_have_no_links():
    assert links([]) == ()
    assert _links(_article("a", TEXT)) == ()
    assert _links(_article("a", "…"), _article("b", "!")) == ()


def test_a_signature_made_in_another_way_is_made_anew():
    pair = [_article("a", TEXT), _article("b", TEXT)]
    assert len(links([Signed(each, b"\x00old") for each in pair])) == 1


def test_a_crowd_of_one_text_is_linked_with_its_first_only(monkeypatch):
    monkeypatch.setattr(near_candidates, "CROWD", 2)
    for text in (TEXT, "Rain fell."):
        found = _links(*(_article(name, text) for name in "abcde"))
        pairs = {link.left_id + link.right_id for link in found}
        assert pairs == {"ab", "ac", "bc", "ad", "bd", "ae", "be"}
