import json
from typing import ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from analysis.batch.arrow import SCHEMAS
from analysis.batch.folder import Folder
from analysis.batch.manifest import Manifest
from analysis.batch.messages import Record, SetAside
from analysis.collect import Refused
from analysis.errors import InputError

RECORD = Record("k1", 1, (SetAside(0, "a", "too long"),), {"articles": 0})
EMPTY = {name: schema.empty_table() for name, schema in SCHEMAS.items()}


class Objects(MemoryFileSystem):
    """A store of objects, such as S3: a folder is there while something lies in it."""

    protocol = ("objects",)
    store: ClassVar = {}
    pseudo_dirs: ClassVar = [""]

    def makedirs(self, path, exist_ok=False):
        pass


@pytest.fixture(params=["local", "memory", "objects"])
def address(request, tmp_path):
    if request.param == "local":
        return str(tmp_path / "out")
    fsspec.register_implementation("objects", Objects, clobber=True)
    return f"{request.param}://{tmp_path.name}/out"


def manifest(**more):
    return Manifest(("a.csv",), {"spacy": "3"}, "f", 2, **more)


def test_a_part_is_there_once_its_record_is(address):
    folder = Folder(address).made()
    assert (folder.done(), folder.record("k1")) == (frozenset(), None)
    folder.write("k1", EMPTY, RECORD)
    assert folder.done() == {"k1"}
    assert folder.record("k1") == RECORD


def test_nothing_unfinished_is_left(address):
    folder = Folder(address).made()
    folder.write("k1", EMPTY, RECORD)
    place, root = fsspec.url_to_fs(address)
    assert place.find(f"{root}/.unfinished") == []


def test_a_part_without_its_record_is_not_there(address):
    class Killed(Folder):
        def _put(self, path, data):
            if path.endswith(".json"):
                raise KeyboardInterrupt
            super()._put(path, data)

    with pytest.raises(KeyboardInterrupt):
        Killed(address).made().write("k1", EMPTY, RECORD)
    assert Folder(address).record("k1") is None


def test_what_is_outdated_is_removed(address):
    folder = Folder(address).made()
    for key in ("k1", "k2"):
        folder.write(key, EMPTY, RECORD)
    place, root = fsspec.url_to_fs(address)
    place.pipe_file(f"{root}/.unfinished/x", b"")
    folder.keep_only(["k2"])
    assert folder.done() == {"k2"}
    assert [path.rpartition("/")[2] for path in place.ls(f"{root}/sentences", detail=False)] == [
        "part-k2.parquet"
    ]
    assert place.find(f"{root}/.unfinished") == []


def test_the_manifest_comes_back(address):
    folder = Folder(address).made()
    assert folder.manifest() is None
    written = manifest(is_finished=True, parts=("k1",), rows={"articles": 2})
    folder.write_manifest(written, [Refused("a.csv:1", "no “text”")])
    assert folder.manifest() == written
    place, root = fsspec.url_to_fs(address)
    assert [json.loads(line) for line in place.cat_file(f"{root}/refused.jsonl").splitlines()] == [
        {"where": "a.csv:1", "reason": "no “text”"}
    ]


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"inputs": 3, "parts": []}'])
def test_another_manifest_is_refused(text):
    with pytest.raises(InputError, match="choose the folder that a batch wrote"):
        Manifest.from_json(text)


def test_a_manifest_of_another_format_is_refused():
    with pytest.raises(InputError, match="has format 9; this version reads 1"):
        Manifest.from_json(manifest(format=9).to_json())
