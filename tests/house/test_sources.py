"""A malformed or duplicate source stops the run with its file's name."""

import pytest

from dalel import paths
from dalel.errors import DuplicateDeclaration, MalformedDeclaration, UnknownName
from dalel.sources import find_source, load_sources

GOOD = """
from dalel.sources import Source
SOURCE = Source(
    id="{id}", names={{"kk": "а", "ru": "б", "en": "c"}}, owner="o", kind="outlet",
    languages=("ru",), scripts=("Cyrl",), hosts=("{id}.example",),
)
"""


def write(folder, name, text):
    (folder / name).write_text(text, "utf-8")


def test_every_source_of_the_project_loads_sorted_by_id():
    found = load_sources(paths.scrapers())
    assert list(found) == sorted(found)
    assert {"tengrinews", "sample-bitrix"} <= set(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SOURCE = 3", "declares no SOURCE = Source"),
        ("SOURCE = Source()", "name 'Source' is not defined"),
        ("def broken(:", "invalid syntax"),
        ("raise RuntimeError('no such thing')", "RuntimeError: no such thing"),
        ("open('/nowhere/at/all')", "FileNotFoundError"),
        ("{}['word']", "KeyError: 'word'"),
        ("''.nothing", "AttributeError"),
        ("1 / 0", "ZeroDivisionError"),
        ("assert False", "AssertionError"),
        (GOOD.format(id="Bad Id"), "must be lower-case words"),
        (GOOD.format(id="x").replace('"kk": "а", ', ""), "names lacks kk"),
        (GOOD.format(id="x").replace("owner=", "onwer="), "unexpected keyword argument 'onwer'"),
        (GOOD.format(id="x").replace("hosts=", 'article="(", hosts='), "article is no regular expression"),
        (GOOD.format(id="x").replace('hosts=("x.example",)', "hosts=()"), "hosts is empty"),
    ],
)
def test_a_malformed_source_is_named(tmp_path, text, words):
    write(tmp_path, "outlet.py", text)
    with pytest.raises(MalformedDeclaration) as caught:
        load_sources(tmp_path)
    assert "outlet.py" in str(caught.value)
    assert words in str(caught.value)


def test_a_duplicate_source_is_named(tmp_path):
    write(tmp_path, "a.py", GOOD.format(id="same"))
    write(tmp_path, "b.py", GOOD.format(id="same"))
    with pytest.raises(DuplicateDeclaration, match=r"'same' is declared twice, in .*a\.py and in .*b\.py"):
        load_sources(tmp_path)


def test_a_misspelt_source_is_an_error_with_the_nearest(tmp_path):
    write(tmp_path, "a.py", GOOD.format(id="tengrinews"))
    with pytest.raises(UnknownName, match="did you mean 'tengrinews'"):
        find_source(load_sources(tmp_path), "tengri-news")
