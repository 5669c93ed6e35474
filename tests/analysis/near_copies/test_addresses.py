import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.near_copies import canonical_url

STORY = "https://post.example/news/storm-hits-port"


@pytest.mark.parametrize(
    "url",
    [
        STORY,
        "http://post.example/news/storm-hits-port",
        "HTTPS://WWW.Post.Example/news/storm-hits-port/",
        "https://m.post.example/news/storm-hits-port",
        "https://amp.post.example/news/storm-hits-port",
        "https://www.m.post.example:443/news//storm-hits-port",
        "https://post.example/news/storm-hits-port/amp/",
        "https://post.example/news/storm-hits-port.amp",
        "https://post.example/news/storm-hits-port?amp=1",
        "https://post.example/news/storm-hits-port?utm_source=x&utm_medium=social&fbclid=Iw1",
        "https://post.example/news/storm-hits-port?ref=homepage",
        "https://post.example/news/storm-hits-port;jsessionid=1A2B",
        "https://post.example/news/storm-hits-port#comments",
        "https://post.example/news/./old/../storm-hits-port",
        "https://post.example/news/%73torm-hits-port",
        "https://post-example.cdn.ampproject.org/c/s/post.example/news/storm-hits-port",
        "https://www.google.com/amp/s/www.post.example/news/storm-hits-port/amp/",
        "  https://reader@post.example/news/storm-hits-port ",
    ],
)
def test_addresses_of_one_article_become_one(url):
    assert canonical_url(url) == STORY


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://post.example/story?id=1", "https://post.example/story?id=2"),
        ("https://post.example/story", "https://post.example/story?page=2"),
        ("https://post.example/index.php?id=1", "https://post.example/index.php?id=2"),
        ("https://post.example/article.php?ref=171", "https://post.example/article.php?ref=172"),
        ("https://post.example/read?source=north", "https://post.example/read?source=south"),
        ("https://post.example/?cid=5", "https://post.example/?cid=6"),
        ("https://post.example/News/A", "https://post.example/news/a"),
        ("https://post.example/a%2Fb", "https://post.example/a/b"),
        ("https://post.example/a%3Fid=1", "https://post.example/a?id=1"),
        ("https://post.example/news/amplifier", "https://post.example/news/"),
        ("https://post.example/news/stamp", "https://post.example/news/st"),
        ("https://sport.post.example/x-1", "https://post.example/x-1"),
        ("https://m.co.uk/x-1", "https://amp.co.uk/x-1"),
        ("https://m.example/x-1", "https://amp.example/x-1"),
        ("https://post.example:8080/x-1", "https://post.example/x-1"),
        ("https://post.example/#!/story/1", "https://post.example/#!/story/2"),
        ("https://post.example/c/s/one", "https://post.example/one"),
    ],
)
def test_addresses_that_may_be_two_articles_remain_two(left, right):
    assert canonical_url(left) != canonical_url(right)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://post.example/s?b=2&a=1", "https://post.example/s?a=1&b=2"),
        ("https://post.example/s?a=", "https://post.example/s?a="),
        ("https://www.post.example", "https://post.example"),
        ("https://www.post.example/index.html", "https://post.example"),
        (
            "https://жаңалық.example/оқиға",
            "https://xn--80aaqw4fuxvb.example/%D0%BE%D2%9B%D0%B8%D2%93%D0%B0",
        ),
        ("http://[::1]:80/x", "https://[::1]/x"),
    ],
)
def test_the_form_is_stable(url, expected):
    assert canonical_url(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "post.example/story",
        "ftp://post.example/a",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://...",
        "http://[::1",
        "http://a.example:x/",
        "http://a.example:99999/",
        "https://a.example/" + "x" * 5000,
    ],
)
def test_what_is_no_web_address_has_no_form(url):
    assert canonical_url(url) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "www.",
                "m.",
                "amp",
                "post",
                ".",
                "example",
                "/",
                "//",
                "..",
                "?",
                "&",
                "=",
                "#",
                "!",
                "%2F",
                "%",
                "a b",
                "é",
                ";",
                "index.html",
                "utm_source",
                ":",
                "80",
                "+",
                "@",
                "co.uk",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_the_form_of_a_form_is_itself(rest):
    once = canonical_url("http://" + rest)
    assert once is None or canonical_url(once) == once
