"""Bytes of a page -> its words, whatever encoding it is in and whether or not it says so."""

import pytest

from analysis.collect.html import read_page

ENGLISH = "<p>“The mayor’s café is open,” she said of the naïve plan for the capital.</p>" * 5
CHINESE = "<p>诺里奇市议会周一表示，洪水过后旧桥已经关闭，市长在市政厅前说我们不能再等了。</p>" * 5
ARABIC = "<p>أغلق مجلس المدينة الجسر القديم يوم الاثنين بعد الفيضان وقالت ذلك.</p>" * 5
RUSSIAN = "<p>Городской совет закрыл старый мост в понедельник после паводка.</p>" * 5
MARKUP = "<div class='a very long class name that is all ascii'></div>" * 40


def text_of(page, **options):
    return read_page(page, **options).text.split("\n\n")[0]


def plain(markup):
    return markup.split("</p>")[0].removeprefix("<p>")


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "cp1252"),
        (CHINESE, "utf-8"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16"),
        (ARABIC, "cp1256"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_encoding_is_found_without_a_word_on_it(page, encoding):
    assert text_of((MARKUP + page).encode(encoding)) == plain(page)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("gb2312", "gb18030"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252")],
)
def test_encoding_that_the_page_names_is_read_as_browsers_do(name, encoding):
    page = CHINESE if encoding == "gb18030" else ENGLISH
    data = f"<meta charset={name}>{page}".encode(encoding)
    assert text_of(data) == plain(page)


def test_encoding_that_the_server_names_comes_first():
    assert text_of(RUSSIAN.encode("koi8-r"), charset="koi8-r") == plain(RUSSIAN)


def test_utf_16_without_a_mark_is_read():
    assert text_of(ENGLISH.encode("utf-16-le")) == plain(ENGLISH)
    assert text_of(ENGLISH.encode("utf-16-be")) == plain(ENGLISH)


def test_unreadable_bytes_are_counted_and_shown():
    data = f"<meta charset=utf-8>{RUSSIAN}".encode() + b"<p>\xff\xfe\xfd</p>"
    page = read_page(data)
    assert "3 characters could not be read in the page's encoding (\ufffd)" in page.notices


def test_unknown_encoding_name_is_passed_over():
    assert text_of(ENGLISH.encode("cp1252"), charset="x-none") == plain(ENGLISH)


@pytest.mark.parametrize("name", ["punycode", "unicode_escape", "idna", "rot13", "utf-7"])
def test_what_no_browser_reads_as_an_encoding_is_not_believed(name):
    page = f"<meta charset={name}>{ENGLISH}"
    assert text_of(page.encode("cp1252")) == plain(ENGLISH)
