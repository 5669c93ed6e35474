"""Files made to break whoever reads them, each built here from a few lines."""

import io
import struct
import zipfile
import zlib

import pyarrow as pa
import pyarrow.parquet as pq

SENTENCE = "The river rose on Monday and the town was warned by the people who live there. "
TEXT = SENTENCE * 12

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(members, *, packing=zipfile.ZIP_DEFLATED):
    """Return a zip file of names and bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def word(paragraphs, *, before="", styles=()):
    """Return a Word file; ``before`` stands in front of its document element."""
    styles = dict(styles)
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{styles.get(n, "Normal")}"/></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
        for n, words in enumerate(paragraphs)
    )
    return word_of(
        f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body>'
        "</w:document>"
    )


def word_of(document):
    """Return a Word file around the XML of its main part."""
    styles = (
        f'<?xml version="1.0"?><w:styles xmlns:w="{_WORD}">'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
        "</w:styles>"
    )
    return zipped(
        [
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/styles.xml", styles),
            ("word/document.xml", document),
        ]
    )


def pdf_of(objects, *, trailer=""):
    """Return a PDF file of these numbered objects; the first is its catalogue."""
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + each + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    size = len(objects) + 1
    out.write(f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n".encode())
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def stream(data, *, filters="", packed=True):
    """Return a PDF stream object."""
    data = zlib.compress(data) if packed else data
    kind = filters or ("/Filter /FlateDecode" if packed else "")
    return b"<< /Length %d %s >>\nstream\n" % (len(data), kind.encode()) + data + b"\nendstream"


def pdf(pages, *, trailer="", properties="", packed=True):
    """Return a PDF file in which each page holds the given lines."""
    n = len(pages)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(n))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {n} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        words = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            stream(f"BT /F1 12 Tf 50 750 Td {words}ET".encode(), packed=packed),
        ]
    if properties:
        objects.append(f"<< {properties} >>".encode())
        trailer += f" /Info {len(objects)} 0 R"
    return pdf_of(objects, trailer=trailer)


def deflated_zeros(size):
    """Return ``size`` NUL bytes in deflate form and their check sum, in little memory."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    chunk = bytes(1024 * 1024)
    parts, check = [], 0
    for _ in range(size // len(chunk)):
        parts.append(packer.compress(chunk))
        check = zlib.crc32(chunk, check)
    return b"".join(parts) + packer.flush(), check


def raw_zip(entries, *, central=None):
    """Return a zip file from entries (name, packed bytes, check sum, size), written as told.

    ``central`` gives for each entry of the directory which of the entries it points to.
    """
    out, places = io.BytesIO(), []
    for name, packed, check, size in entries:
        places.append(out.tell())
        raw = name.encode()
        out.write(
            struct.pack(
                "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, check, len(packed), size, len(raw), 0
            )
        )
        out.write(raw + packed)
    start = out.tell()
    rows = range(len(entries)) if central is None else central
    for row in rows:
        name, packed, check, size = entries[row]
        raw = name.encode()
        out.write(
            struct.pack(
                "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, check, len(packed), size,
                len(raw), 0, 0, 0, 0, 0, places[row],
            )
        )  # fmt: skip
        out.write(raw)
    count = len(rows)
    length = out.tell() - start
    out.write(struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, length, start, 0))
    return out.getvalue()


def entry(name, data, *, size=None):
    """Return an entry for :func:`raw_zip`; ``size`` is what it claims to unpack to."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return name, packed, zlib.crc32(data), len(data) if size is None else size


def zip_bomb(size=2 * 1024**3):
    """Return a zip file of a few kB in layers' stead: one member of ``size`` NUL bytes."""
    packed, check = deflated_zeros(size)
    return raw_zip([("bomb.txt", packed, check, size & 0xFFFFFFFF)])


def overlapping_zip(copies=200):
    """Return a zip file whose directory lists one packed stretch many times."""
    return raw_zip([entry("a.txt", TEXT.encode())], central=[0] * copies)


def linked_zip():
    """Return a zip file in which a document is a link to a system file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("good.txt", TEXT)
    return out.getvalue()


def encrypted_zip():
    """Return a zip file whose member says that it is encrypted."""
    data = bytearray(zipped([("secret.txt", TEXT)]))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def saved_page(page):
    """Return a page as browsers save it in one file."""
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://www.example.org/river\r\n"
        "Subject: River rises\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html"; boundary="--edge--"\r\n\r\n'
        "----edge--\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Location: https://www.example.org/river\r\n\r\n"
        f"{page}\r\n----edge----\r\n"
    ).encode()


def page(paragraphs=9, *, head=""):
    """Return a small news page."""
    body = "".join(f"<p>{SENTENCE}It was day {n} of the flood.</p>" for n in range(paragraphs))
    return (
        f"<html><head><title>River rises</title>{head}</head>"
        f"<body><article><h1>River rises</h1>{body}</article></body></html>"
    )


def feed():
    """Return a small feed."""
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title><item>'
        "<title>River rises</title><link>https://post.example/1</link><pubDate>Tue, 12 Mar 2024 "
        f"09:00:00 GMT</pubDate><description>{SENTENCE}</description></item></channel></rss>"
    ).encode()


def parquet():
    """Return a small Parquet table."""
    table = pa.table({"id": ["1", "2"], "text": [SENTENCE, TEXT], "date": ["2024-03-12", None]})
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


SEEDS = {
    "a.docx": word(["River rises", TEXT], styles={0: "Title"}),
    "a.pdf": pdf([["River rises", SENTENCE], [SENTENCE]], properties="/Title (River rises)"),
    "b.pdf": pdf([["River rises", SENTENCE], [SENTENCE]], packed=False),
    "a.html": page().encode(),
    "a.mht": saved_page(page()),
    "a.zip": zipped([("a.txt", TEXT), ("b.html", page()), ("c.csv", f"text\n{SENTENCE}\n")]),
    "a.csv": (f'id,text,date\n1,"{SENTENCE}",2024-03-12\n2,"{SENTENCE}\n3,{SENTENCE},\n').encode(),
    "a.jsonl": (f'{{"text": "{SENTENCE}", "url": "https://a.example"}}\n' * 3).encode(),
    "a.json": f'{{"articles": [{{"content": "{SENTENCE}", "publishedAt": "x"}}]}}'.encode(),
    "a.md": f"---\ntitle: River\n---\n# River\n\n> {SENTENCE} [a](b) **c**\n".encode(),
    "a.txt": TEXT.encode(),
    "a.xml": feed(),
    "a.parquet": parquet(),
}
"""A small good file of each kind, for mutations."""


_DOCUMENT = (
    f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>'
    "<w:r><w:t>River rises</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>"
    f"{SENTENCE}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
).encode()


def damaged(name, rng):
    """Return the seed of this name with damage: half of the Word files inside their packing."""
    if name == "a.docx" and rng.random() < 0.5:
        return word_of(mutated(_DOCUMENT, rng))
    return mutated(SEEDS[name], rng)


def mutated(data, rng):
    """Return the bytes with a few of them changed, left out, doubled or put elsewhere."""
    data = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data) + 1)
        end = min(len(data), at + rng.choice((1, 2, 8, 64)))
        how = rng.randrange(5)
        if how == 0:
            data[at:end] = rng.randbytes(end - at)
        elif how == 1:
            del data[at:end]
        elif how == 2:
            data[at:at] = data[at:end] * rng.choice((1, 5, 50))
        elif how == 3:
            data[at:at] = rng.choice(
                (b"\x00", b'"', b"<", b"\xff\xfe", b"-1", b"9" * 12, b"{", b"(")
            )
        else:
            other = rng.randrange(len(data) + 1)
            data[at:end] = data[other : other + (end - at)]
        data = data or bytearray(b" ")
    return bytes(data)
