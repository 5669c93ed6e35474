"""What the markup says of each line."""

import pytest

from analysis.clean import RULES, clean
from analysis.collect.html import read_page
from analysis.collect.page import hints
from analysis.collect.page.main import MAX_EXTRACTED
from analysis.types import Article

PARAGRAPHS = [
    "The council of Norwick closed the old bridge on Monday after the river rose by two metres.",
    "“We could not wait any longer,” said the mayor, Ann Lee, in front of the town hall.",
    "Engineers will look at the pillars this week, and buses take another way until then.",
    "The bridge was built in 1911 and carries about 4,000 cars a day, the council said.",
]
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


@pytest.fixture
def rules():
    """Return a function: markup of a page -> rule by the text of the block."""

    def read(body, head=""):
        page = read_page(f"<html><head>{head}</head><body>{body}</body></html>")
        return {page.text[b.start : b.end]: b.rule for b in page.layout}

    return read


def test_article_and_its_head_are_told_from_the_page_around_them(rules):
    found = rules(
        "<header role=banner>Norwick Post</header>"
        "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"
        "<article><h1>Bridge closed</h1><p class=standfirst>No one was hurt in the flood</p>"
        "<div class=byline>By Ann Lee</div><time datetime=2024-03-12>12 March 2024</time>"
        "<figure><img><figcaption>The old bridge at noon</figcaption></figure>"
        f"{BODY}<h2>What comes next</h2>{BODY.replace('the', 'this')}</article>"
        "<aside>Weather</aside><form>Search</form><footer>Imprint</footer>"
    )
    assert found["Norwick Post"] == "markup.header"
    assert found["Home World"] == "markup.navigation"
    assert found["Bridge closed"] == "markup.heading"
    assert found["No one was hurt in the flood"] == "markup.standfirst"
    assert found["By Ann Lee"] == "markup.byline"
    assert found["12 March 2024"] == "markup.time"
    assert found["The old bridge at noon"] == "markup.caption"
    assert found[PARAGRAPHS[0]] == "markup.article"
    assert found["What comes next"] == "markup.subheading"
    assert found["Weather"] == "markup.aside"
    assert found["Search"] == "markup.form"
    assert found["Imprint"] == "markup.footer"


@pytest.mark.parametrize(
    ("attribute", "rule"),
    [
        ("class=comments-area", "markup.comments"),
        ("id=disqus_thread", "markup.comments"),
        ("itemprop=comment", "markup.comments"),
        ("class=related-articles", "markup.related"),
        ("class=mostRead", "markup.related"),
        ("class=share-buttons", "markup.share"),
        ("class=newsletter-box", "markup.form"),
        ("class=cookie-banner", "markup.consent"),
        ("class=breadcrumbs", "markup.navigation"),
        ("role=complementary", "markup.aside"),
        ("class=author-bio", "markup.bio"),
        ("hidden", "markup.hidden"),
        ("style='display:none'", "markup.hidden"),
        ("class=lower-part", "markup.outside"),
    ],
)
def test_class_id_and_role_say_what_stands_beside_the_article(rules, attribute, rule):
    found = rules(f"<article><h1>Bridge</h1>{BODY}</article><div {attribute}><p>Other</p></div>")
    assert found["Other"] == rule


def test_a_class_on_the_article_itself_is_no_hint(rules):
    found = rules(f"<div class='page no-comments has-sidebar'><h1>Bridge</h1>{BODY}</div>")
    assert [found[text] for text in PARAGRAPHS] == ["markup.article"] * 4


def test_comments_stay_comments_whatever_stands_in_them(rules):
    found = rules(
        f"<article><h1>Bridge</h1>{BODY}</article><section class=comments>"
        "<h3>2 comments</h3><p>Good riddance.</p><button>Reply</button></section>"
    )
    assert {found[text] for text in ("2 comments", "Good riddance.", "Reply")} == {
        "markup.comments"
    }


def test_lists_quotations_and_tables_of_the_article_are_its_text(rules):
    found = rules(
        f"<article><h1>Bridge</h1>{BODY}<ul><li>Open to buses<li>Closed to cars</ul>"
        "<blockquote><p>We need it back</p></blockquote>"
        f"<p>{PARAGRAPHS[0].replace('Monday', 'Friday')}</p></article>"
    )
    assert found["Open to buses"] == "markup.article"
    assert found["We need it back"] == "markup.article"


def test_a_line_that_is_only_a_link_is_no_text_of_the_article(rules):
    link = "<p><a href=/x>Ferry to run all night</a></p>"
    found = rules(f"<article><h1>Bridge</h1>{BODY}{link}{BODY.replace('the', 'that')}</article>")
    assert found["Ferry to run all night"] == "markup.link"


def test_headline_is_the_heading_that_the_page_names_not_the_name_of_the_site(rules):
    found = rules(
        f"<h1>Norwick Post</h1><div><h2>Old bridge closed after flood</h2>{BODY}</div>",
        "<title>Old bridge closed after flood | Norwick Post</title>",
    )
    assert found["Old bridge closed after flood"] == "markup.heading"
    assert found["Norwick Post"] == "markup.outside"


def test_structured_data_shows_an_article_that_nothing_else_shows(rules):
    rows = "".join(f"<td>{text}</td>" for text in PARAGRAPHS)
    text = " ".join(PARAGRAPHS).replace('"', "")
    data = f'{{"@type": "NewsArticle", "articleBody": "{text}"}}'
    found = rules(
        f"<table><tr>{rows}</tr></table>", f"<script type=application/ld+json>{data}</script>"
    )
    assert list(found.values()) == ["markup.article"]


def test_reports_of_a_live_blog_are_all_text(rules):
    posts = "".join(
        f"<div class=post><h3>{hour}:30</h3><p>{text} It was {hour} o’clock.</p></div>"
        for hour, text in enumerate(PARAGRAPHS * 2, 8)
    )
    found = rules(f"<main><h1>Flood: as it happened</h1>{posts}</main>")
    texts = [rule for text, rule in found.items() if "o’clock" in text]
    assert texts == ["markup.article"] * 8


def test_page_without_an_article_is_left_to_the_line_rules():
    page = read_page("<nav><a href=/>Norwick</a></nav><footer>Imprint</footer>")
    assert page.notices == (
        "no article could be told from the rest of the page; the lines alone decide",
    )
    article = Article(id="x", text=page.text, layout=page.layout)
    assert [b.rule for b in clean(article)] == [
        b.rule for b in clean(Article(id="x", text=page.text))
    ]


def test_every_hint_has_a_reason_to_show():
    given = {value.rule for value in vars(hints).values() if isinstance(value, hints.Hint)}
    assert given == {rule for rule in RULES if rule.startswith("markup.")}


def test_parts_of_a_long_article_with_advertisements_between_are_all_text(rules):
    first = BODY * 3
    last = "The ferry will run twice an hour until the bridge opens again, the council said."
    found = rules(
        f"<main><h1>Bridge</h1><div class=chunk>{first}</div><div class=ad>Buy now</div>"
        f"<div class=chunk><p>{last}</p></div></main>"
        f"<div class=card><p>{last[:-1]} today.</p></div>"
    )
    assert found[last] == "markup.article"
    assert found["Buy now"] == "markup.advert"


def test_a_hidden_copy_of_the_article_stays_hidden(rules):
    whole = " ".join(PARAGRAPHS)
    found = rules(f"<div hidden><p>{whole}</p></div><article><h1>Bridge</h1>{BODY}</article>")
    assert found[whole] == "markup.hidden"
    assert [found[text] for text in PARAGRAPHS] == ["markup.article"] * 4


def test_first_paragraph_marked_as_a_summary_is_text(rules):
    body = BODY.replace("<p>", "<p id=speakable-summary>", 1)
    assert rules(f"<article><h1>Bridge</h1>{body}</article>")[PARAGRAPHS[0]] == "markup.article"


def test_text_in_front_of_the_other_paragraphs_element_is_text(rules):
    others = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:])
    found = rules(f"<div class=post><h1>Bridge</h1>{PARAGRAPHS[0]}<div>{others}</div></div>")
    assert found[PARAGRAPHS[0]] == "markup.article"


def test_page_too_large_for_the_library_is_read_by_where_its_text_stands(rules):
    links = "<li><a href=/x>Other</a>" * (MAX_EXTRACTED // 2)
    found = rules(f"<ul>{links}</ul><article><h1>Bridge</h1>{BODY}</article>")
    assert [found[text] for text in PARAGRAPHS] == ["markup.article"] * 4
    assert found["Bridge"] == "markup.heading"
