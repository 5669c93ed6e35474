"""Files made to break their readers are refused with one plain reason, and the others are read."""

import io
import random
import zipfile
import zlib

import pytest

from analysis.collect import Candidate, Refused, Upload, candidates
from analysis.collect.archive import Budget, opened, unpacked
from analysis.collect.documents import read_items
from analysis.collect.messages import Unit, to_line
from analysis.collect.reader import messages
from analysis.collect.source import Kind, Source, kind_of
from analysis.errors import InputError
from analysis.limits import MAX_MEMBERS, MAX_RATIO, RATIO_FREE_BYTES
from tests.attacks.nasty_files import (
    SEEDS,
    SENTENCE,
    TEXT,
    damaged,
    encrypted_zip,
    entry,
    linked_zip,
    overlapping_zip,
    pdf,
    pdf_of,
    raw_zip,
    stream,
    word,
    word_of,
    zip_bomb,
    zipped,
)

MEGABYTE = 1024 * 1024
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ENTITIES = "<!DOCTYPE x [<!ENTITY a 'lol'>{}]>".format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)
DEEP_TABLE = "<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000


def _page_of(contents, resources=b""):
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R %b >>" % resources,
        contents,
    ]


def _flate_bomb(layers):
    data = bytes(90 * MEGABYTE)
    for _ in range(layers):
        data = zlib.compress(data, 9)
    filters = f"/Filter [{'/FlateDecode ' * layers}]"
    return pdf_of(_page_of(stream(data, filters=filters, packed=False)))


def _self_drawing():
    inside = b"/Resources << /XObject << /X 5 0 R >> >>"
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {inside.decode()} /Filter /FlateDecode"
    drawing = stream(b"/X Do /X Do", filters=form)
    return pdf_of([*_page_of(stream(b"/X Do"), inside), drawing])


LOCKED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (12345678901234567890123456789012) "
    "/U (12345678901234567890123456789012) >> /ID [(a)(a)]"
)
REFUSED = {
    "bomb.zip": (lambda: zip_bomb(64 * MEGABYTE), "unpacks to more than 100 times its size"),
    "overlap.zip": (overlapping_zip, "lie over one another"),
    "locked.zip": (encrypted_zip, "protected by a password"),
    "short.zip": (lambda: raw_zip([entry("a.txt", TEXT.encode(), size=10)]), "damaged inside"),
    "long.zip": (
        lambda: raw_zip([entry("a.txt", TEXT.encode(), size=10**9)]),
        "1,000,000,000 bytes claimed",
    ),
    "lzma.zip": (lambda: zipped([("a.txt", TEXT)], packing=zipfile.ZIP_LZMA), "a way that is not"),
    "nested.zip": (lambda: zipped([("b.zip", zipped([("a.txt", TEXT)]))]), "inside an archive"),
    "slip.zip": (lambda: zipped([("../../a.txt", TEXT)]), "leads out of the archive"),
    "root.zip": (lambda: zipped([("/etc/a.txt", TEXT)]), "leads out of the archive"),
    "drive.zip": (lambda: zipped([("c:\\a.txt", TEXT)]), "leads out of the archive"),
    "pictures.zip": (lambda: zipped([("a.png", b"x")]), "no documents in this archive"),
    "entities.docx": (lambda: word([TEXT], before=ENTITIES), "declares entities"),
    "outside.docx": (
        lambda: word(["&x;"], before='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "declares entities",
    ),
    "huge.docx": (lambda: word(["x" * 21 * MEGABYTE]), "at most 20,971,520 are read"),
    "bomb.docx": (lambda: word(["x" * 2 * MEGABYTE]), "100 times its size"),
    "deep.docx": (
        lambda: word_of(f'<w:document xmlns:w="{WORD}"><w:body>{DEEP_TABLE}</w:body></w:document>'),
        "nested too deeply",
    ),
    "cut.docx": (lambda: word_of("<w:document"), "damaged"),
    "packed.pdf": (lambda: _flate_bomb(1), "no text in it"),
    "layers.pdf": (lambda: _flate_bomb(3), "no text in it"),
    "loop.pdf": (
        lambda: pdf_of(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
            ]
        ),
        "damaged",
    ),
    "mirror.pdf": (_self_drawing, "no text in it"),
    "locked.pdf": (lambda: pdf([[SENTENCE]], trailer=LOCKED), "protected by a password"),
    "pictures.pdf": (lambda: pdf([[]]), "run text recognition"),
    "deep.html": (lambda: ("<div>" * 50_000 + TEXT).encode(), "inside each other"),
    "flood.html": (
        lambda: f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>{TEXT}".encode(),
        "attributes",
    ),
    "empty.html": (bytes, "the file is empty"),
    "nothing.html": (lambda: b"<html><body></body></html>", "no text found"),
    "deep.mht": (
        lambda: b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2_000)
        ),
        "nested too deeply",
    ),
    "program.txt": (lambda: b"\x7fELF\x02\x01" + bytes(100), "it is a program"),
    "nul.txt": (lambda: b"abc\x00" * 100, "NUL bytes"),
    "marks.txt": (lambda: ("word " + '"' * 6_000).encode(), "quotation marks"),
    "long.txt": (lambda: b"word " * 30_000, "at most 100,000 are analysed"),
    "parts.parquet": (lambda: b"PAR1" + bytes(100) + b"PAR1", "not a Parquet file"),
    "deep.json": (lambda: b"[" * 100_000, "a number or a nesting beyond all measure"),
    "huge.json": (lambda: b"[" + b"9" * 5_000 + b"]", "a number or a nesting beyond all measure"),
}


@pytest.fixture(scope="module")
def read():
    """Read all of them with one good text in between, and return the items by file."""
    uploads = [Upload(name, build()) for name, (build, _) in REFUSED.items()]
    inputs = [each for upload in uploads for each in (upload, Upload("good.txt", TEXT.encode()))]
    found = {}
    for item in candidates(inputs):
        name = item.name if isinstance(item, Refused) else item.origin.name
        found.setdefault(name.split(": ")[0], []).append(item)
    return found


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_file_is_refused_with_one_plain_reason(name, read):
    (item,) = read[name]
    assert isinstance(item, Refused)
    assert REFUSED[name][1] in item.reason
    assert len(item.reason) < 200
    assert "Traceback" not in item.reason
    assert item.reason.isprintable()


def test_what_stands_between_hostile_files_is_read(read):
    assert [type(each) for each in read["good.txt"]] == [Candidate] * len(REFUSED)


def test_a_link_in_an_archive_is_not_followed():
    found = list(messages(Source("a.zip", Kind.ARCHIVE, linked_zip()), fill=False))
    refused, good = (each for each in found if isinstance(each, Refused | Candidate))
    assert refused == Refused("a.zip: link.txt", "a link to another file, not a file")
    assert good.article.text == TEXT


@pytest.mark.parametrize(("count", "kept"), [(MAX_MEMBERS, True), (MAX_MEMBERS + 1, False)])
def test_member_limit_holds_at_its_edge(count, kept):
    data = zipped([(f"{n}.txt", b"a") for n in range(count)], packing=zipfile.ZIP_STORED)
    if kept:
        assert len(opened(io.BytesIO(data))[1]) == MAX_MEMBERS
    else:
        with pytest.raises(InputError, match="5,001 files in it; at most 5,000 are read"):
            opened(io.BytesIO(data))


@pytest.mark.parametrize(("extra", "kept"), [(-1, True), (0, True), (1, False)])
def test_archive_limit_holds_at_its_edge(extra, kept):
    archive, (info,) = opened(io.BytesIO(zipped([("a.txt", b"a" * (1_000 + extra))])))
    if kept:
        assert len(unpacked(archive, info, Budget(1_000))) == 1_000 + extra
    else:
        with pytest.raises(InputError, match="the rest is unread"):
            unpacked(archive, info, Budget(1_000))


def test_ratio_limit_lets_small_files_pass_and_stops_large_ones():
    for size, kept in ((RATIO_FREE_BYTES, True), (RATIO_FREE_BYTES + 1, False)):
        archive, (info,) = opened(io.BytesIO(zipped([("a.txt", bytes(size))])))
        assert size > MAX_RATIO * info.compress_size
        if kept:
            assert len(unpacked(archive, info, Budget())) == size
        else:
            with pytest.raises(InputError, match="100 times"):
                unpacked(archive, info, Budget())


@pytest.mark.parametrize("name", SEEDS)
def test_damaged_files_give_items_or_a_reason(name):
    rng = random.Random(name)
    for _ in range(50):
        source = Source(name, kind_of(name), damaged(name, rng))
        for message in messages(source, fill=False):
            to_line(message)
            if isinstance(message, Candidate):
                message.article.text.encode("utf-8")


@pytest.mark.parametrize("damage", range(20))
def test_rows_of_a_damaged_table_still_add_up(damage):
    rng = random.Random(damage)
    rows = [f"{n},{SENTENCE}" for n in range(50)]
    broken = rng.sample(range(50), 5)
    for n in broken:
        rows[n] = rng.choice((f"{n}", f'{n},"{SENTENCE}', f"{n},a,b,{SENTENCE}", f'{n},"a"b'))
    data = "\n".join(["id,text", *rows]).encode()
    items = [each for each in read_items(Source("a.csv", Kind.CSV, data)) if type(each) is not Unit]
    assert [each.article.id for each in items if isinstance(each, Candidate)] == [
        str(n) for n in range(50) if n not in broken
    ]
    assert [each.name for each in items if isinstance(each, Refused)] == [
        f"a.csv:{n + 2}" for n in sorted(broken)
    ]
