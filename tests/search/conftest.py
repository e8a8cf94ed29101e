"""The sample's run, and a page of our own with what must not be run by any spreadsheet."""

import pytest

from dalel import declarations, paths, pipeline, search

PAGES = {
    "https://a.example/1": "Школы\n\n=1+1 В Павлодарской области построили 12 школ. Потратили 40 млн тенге.",
    "https://b.example/2": "Мектептер\n\nПавлодар облысында 2021 жылы 15 мектеп салынды. Оған 3 млрд теңге бөлінді.",
    "https://c.example/3": "Roads\n\nIn Pavlodar region 430 km of roads were repaired. The bridge is old.",
}


@pytest.fixture(scope="session")
def run():
    return pipeline.refresh(paths.workspace())


@pytest.fixture(scope="session")
def names():
    return search.Names(declarations.topics(paths.workspace()))


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A workspace of three retold pages, in Russian, Kazakh and English."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "dalel.toml").touch()
    space = paths.workspace(folder)
    for number, (url, text) in enumerate(PAGES.items()):
        (page := folder / f"{number}.txt").write_text(text, "utf-8")
        pipeline.add(space, [page], pipeline.Given(url=url))
    return space
