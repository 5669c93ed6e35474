import pytest

from analysis.collect.documents import read_items
from analysis.collect.source import Kind, Source, kind_of
from analysis.errors import InputError
from tests.attacks.nasty_files import SENTENCE, TEXT, page, pdf, pdf_of, saved_page, stream, word


def _read(data, name):
    data = data.encode() if isinstance(data, str) else data
    (found,) = read_items(Source(name, kind_of(name), data))
    return found


def _reason(data, name):
    with pytest.raises(InputError) as caught:
        _read(data, name)
    return str(caught.value)


def test_word_files_give_paragraphs_and_the_title_of_their_title_style():
    found = _read(word(["River rises", SENTENCE, SENTENCE], styles={0: "Title"}), "a.docx")
    assert found.article.text == f"River rises\n\n{SENTENCE.strip()}\n\n{SENTENCE.strip()}"
    assert found.article.title == "River rises"
    assert found.known[0].why == "the first heading: River rises"


def test_pdf_lines_are_joined_to_paragraphs_and_broken_words_to_words():
    lines = [
        "The river rose on Monday and the people of the",
        "town, who were warned by the gov-",
        "ernment, left.",
        "On Tuesday it fell again and the people of the",
        "town came back.",
    ]
    found = _read(pdf([lines]), "a.pdf")
    assert found.article.text == (
        "The river rose on Monday and the people of the town, who were warned by the "
        "government, left.\n\n"
        "On Tuesday it fell again and the people of the town came back."
    )


@pytest.mark.parametrize(("title", "kept"), [("River rises", True), ("report_v2.doc", False)])
def test_pdf_properties_count_only_where_the_text_bears_them_out(title, kept):
    found = _read(pdf([["River rises", SENTENCE]], properties=f"/Title ({title})"), "a.pdf")
    assert found.article.title == (title if kept else None)


def test_pages_of_a_pdf_without_text_are_said():
    found = _read(pdf([[SENTENCE], []]), "a.pdf")
    assert found.notices == ("1 of 2 pages hold no text, only pictures",)


def test_pdf_of_pictures_asks_for_text_recognition():
    assert "text recognition" in _reason(pdf([[], []]), "a.pdf")


@pytest.mark.parametrize(("pages", "kept"), [(500, True), (501, False)])
def test_page_limit_holds_at_its_edge(pages, kept):
    data = pdf([["word"]] * pages)
    if kept:
        assert _read(data, "a.pdf").article.text.count("word") == 500
    else:
        assert _reason(data, "a.pdf") == "501 pages; at most 500 are read; split the file"


def test_markdown_loses_its_marks_and_its_head_becomes_fields():
    note = (
        '---\ntitle: "River rises"\nauthor: Ann Lee\nsource: https://post.example/1\n'
        "date: 2024-03-12\n---\n# River rises\n\n> The **river** rose on *Monday*.\n\n"
        "## What next\n\nSee [the map](https://map.example) ![picture](a.png).\n\n---\n\n"
        "It had 3 * 4 rooms * and more.\n"
    )
    found = _read(note, "a.md")
    assert found.article.text == (
        "River rises\n\nThe river rose on Monday.\n\nWhat next\n\nSee the map .\n\n"
        "\nIt had 3 * 4 rooms * and more.\n"
    )
    assert (found.article.title, found.article.byline, found.article.published) == (
        "River rises",
        "Ann Lee",
        "2024-03-12",
    )


def test_markdown_takes_its_title_from_the_first_heading():
    found = _read(f"# River rises #\n\n{TEXT}", "a.md")
    assert found.article.title == "River rises"


def test_saved_pages_give_the_page_and_its_address():
    found = _read(saved_page(page()), "a.mht")
    assert found.article.text.startswith("River rises\n\n")
    assert (found.article.title, found.article.url) == (
        "River rises",
        "https://www.example.org/river",
    )


def test_pages_of_known_outlets_have_the_name_in_the_list_of_outlets():
    head = (
        '<meta property="og:site_name" content="MNN">'
        '<link rel="canonical" href="https://www.mnnonline.org/news/river">'
    )
    found = _read(page(head=head), "a.html")
    assert found.article.outlet == "Mission Network News"
    assert ("outlet", "the address is on www.mnnonline.org") in {
        (k.field, k.why) for k in found.known
    }


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.html", "the file is empty"),
        (b"%PDF-1.4 not", "a.txt", "it is a PDF file, whatever its name says"),
        (b"\x7fELF\x02", "a.txt", "it is a program"),
        (b"\xd0\xcf\x11\xe0\xa1", "a.docx", "a protected or very old Office file"),
        (b"%PDF-1.4\n", "a.pdf", "not a PDF file, or a damaged one"),
        (b"PK\x05\x06" + bytes(18), "a.docx", "a zip file, but not a Word file"),
        (b"words", "a.mht", "no web page in this file"),
        (b"a\x00b" * 50, "a.txt", "it holds NUL bytes"),
        ("word \x01\x02\x03\x04", "a.txt", "unprintable bytes"),
        ("* * *", "a.md", "no words found"),
    ],
)
def test_what_is_no_document_has_one_plain_reason(data, name, reason):
    assert reason in _reason(data, name)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.doc", "save it as .docx or .txt"),
        ("a.xlsx", "save the sheet as .csv"),
        ("a.rar", "pack it as .zip"),
        ("a.exe", "known kinds: "),
        ("a", "'no ending' is not a kind of file that is read"),
    ],
)
def test_files_of_other_kinds_come_with_advice(name, advice):
    with pytest.raises(InputError) as caught:
        kind_of(name)
    assert advice in str(caught.value)


def test_a_kind_is_told_by_the_ending_however_long_the_name():
    assert kind_of("x" * 5_000 + ".PDF") is Kind.PDF


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("\x1b[31mThe river rose on Monday.", "Control characters, kept and shown as signs: 1"),
        ("The \u202eriver\u202c rose.", "Characters that turn the direction of writing, kept: 2"),
        ("The r\ufffdver rose.", "Unreadable characters, shown as \ufffd; look at the original: 1"),
    ],
)
def test_what_cannot_be_seen_in_a_text_is_said(text, notice):
    found = _read(text, "a.txt")
    assert (found.article.text, found.notices) == (text, (notice,))


def test_streams_packed_many_times_end_with_a_reason():
    contents = stream(b"(word) Tj " * 10)
    data = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
            contents,
        ]
    )
    assert "not a PDF file, or a damaged one" in _reason(data, "loop.pdf")
