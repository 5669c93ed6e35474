"""Small finished batches: invented articles in a folder, as a batch writes them."""

import pyarrow as pa

from analysis.batch.arrow import SCHEMAS
from analysis.batch.folder import Folder
from analysis.batch.manifest import Manifest
from analysis.batch.messages import Record

ZERO = {"string": None, "int64": 0, "double": None, "bool": False}
SHARE = "framing.troops.force"


def row(name, **given):
    blank = {field.name: ZERO[str(field.type)] for field in SCHEMAS[name]}
    return {**blank, **given}


def article(number, *, outlet="Post", published="2024-03-12", k=1, n=10, voice="all"):
    """Return the rows of an article: k of n sentences with a word, tone k / n."""
    place = {"article_id": f"a{number}", "outlet": outlet}
    counts = {"voice": voice, "value": k / n, "n": n}
    here = {**place, "block": "body", "voice": "outlet"}
    return {
        "articles": [row("articles", **place, published=published)],
        "measures": [
            row("measures", **place, **counts, measure=measure)
            for measure in (SHARE, "tone_negative", "quotes")
        ],
        "sentences": [
            row("sentences", **here, sentence_id=f"s{i}", start=100 + i, tone=tone, text=text)
            for i, (tone, text) in enumerate([(-0.5, "Force failed."), (0.5, "All was well.")])
        ],
        "terms": [
            row(
                "terms",
                **here,
                sentence_id="s0",
                contrast="troops",
                side="force",
                start=100,
                end=105,
                text="Force",
            )
        ],
    }


def written(path, *parts, **manifest):
    """Write a batch of parts, each a list of articles; return its folder."""
    folder = Folder(str(path)).made()
    keys = [f"{9 - i:032x}" for i in range(len(parts))]
    for key, articles in zip(keys, parts, strict=True):
        tables = {
            name: pa.Table.from_pylist(
                [each for rows in articles for each in rows.get(name, [])], schema=schema
            )
            for name, schema in SCHEMAS.items()
        }
        folder.write(key, tables, Record(key, len(articles), (), {}))
    n = sum(len(articles) for articles in parts)
    given = {"is_finished": True, "articles": n, "parts": tuple(keys), **manifest}
    folder.write_manifest(Manifest(("a.csv",), {}, "f", 2, **given), ())
    return path
