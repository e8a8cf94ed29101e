"""A workspace's own topics, sources and notebooks, beside those that come with dalel."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from dalel import declarations, paths
from dalel.errors import DuplicateDeclaration

TOPIC = """
id = "buses"
titles = { kk = "Автобустар", ru = "Автобусы", en = "Buses" }
subject = { kk = ["автобус"], ru = ["автобус"], en = ["bus_", "buses"] }
[[indicators]]
id = "bought"
titles = { kk = "Алынған автобустар", ru = "Купленные автобусы", en = "Buses bought" }
measures = ["other_count"]
words = { kk = ["алынды"], ru = ["куп"], en = ["bought"] }
plausible = [1, 5000]
[[EXAMPLES]]
language = "en"
text = "The city bought 40 buses."
quote = "40"
indicator = "buses.bought"
[[EXAMPLES]]
language = "ru"
text = "Город купил 40 автобусов."
quote = "40"
indicator = "buses.bought"
[[EXAMPLES]]
language = "kk"
text = "Қалаға 40 автобус алынды."
quote = "40"
indicator = "buses.bought"
[[NOT_EXAMPLES]]
language = "en"
text = "The city has 40 buses."
quote = "40"
indicator = "buses.bought"
[[NOT_EXAMPLES]]
language = "ru"
text = "В городе 40 автобусов."
quote = "40"
indicator = "buses.bought"
[[NOT_EXAMPLES]]
language = "kk"
text = "Қалада 40 автобус бар."
quote = "40"
indicator = "buses.bought"
"""
SOURCE = """
from dalel.sources import Source

SOURCE = Source(
    id="city-hall", names={"kk": "Әкімдік", "ru": "Акимат", "en": "City hall"}, owner="akimat", kind="official",
    languages=("ru",), scripts=("Cyrl",), hosts=("city.example",),
)
"""
READ = {"topics": declarations.topics, "scrapers": declarations.sources, "notebooks": declarations.notebooks}
PAGE = "Қостанай облысы\n\nКостанайская область купила 40 автобусов. Об этом сообщил аким.\n"


@pytest.fixture
def home(tmp_path):
    for folder in ("topics", "scrapers", "notebooks"):
        (tmp_path / folder).mkdir()
    (tmp_path / "topics" / "buses.toml").write_text(TOPIC, "utf-8")
    (tmp_path / "scrapers" / "city.py").write_text(SOURCE, "utf-8")
    text = (paths.notebooks() / "computers.ipynb").read_text("utf-8")
    notebook = json.loads(text.replace("computers.budget_allocated", "buses.bought").replace("computers", "buses"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    (tmp_path / "notebooks" / "buses.ipynb").write_text(json.dumps(notebook), "utf-8")
    return paths.workspace(tmp_path)


def dalel(space, *given):
    """A command in the workspace: exit status and what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "DALEL_HOME"}
    command = [sys.executable, "-m", "dalel", "--home", str(space.home), *map(str, given)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return done.returncode, done.stdout + done.stderr


def test_own_declarations_stand_beside_those_that_come_with_dalel(home):
    assert {"buses", "cameras", "roads"} <= declarations.topics(home).keys()
    assert {"city-hall", "kaztag"} <= declarations.sources(home).keys()
    assert declarations.notebooks(home)["buses"].parent == home.home / "notebooks"
    assert declarations.notebooks(home)["computers"].parent == paths.notebooks()


def test_a_home_without_its_own_has_those_that_come_with_dalel(tmp_path):
    space = paths.workspace(tmp_path)
    ours = paths.workspace(paths.PROJECT)
    assert declarations.topics(space) == declarations.topics(ours)
    assert declarations.notebooks(space) == declarations.notebooks(ours)


@pytest.mark.parametrize(
    ("kind", "name"), [("topics", "cameras.toml"), ("scrapers", "kaztag.py"), ("notebooks", "cameras.ipynb")]
)
def test_a_clash_names_both_files(home, kind, name):
    shutil.copy(paths.PROJECT / kind / name, home.home / kind / name)
    with pytest.raises(DuplicateDeclaration) as caught:
        READ[kind](home)
    assert str(home.home / kind / name) in str(caught.value)
    assert str(paths.PROJECT / kind / name) in str(caught.value)


def test_a_topic_and_a_notebook_of_the_workspace_are_an_investigation_without_a_change_to_the_library(home, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    assert dalel(home, "add", page, "--url", "https://city.example/1", "--published", "2024-05-14")[0] == 0
    status, printed = dalel(home, "run", "buses", "-p", "region=KZ-39", "-p", "language=ru")
    assert status == 0, printed
    made = json.loads((home.executed("KZ-39") / "buses-ru.ipynb").read_text("utf-8"))
    shown = json.dumps([cell.get("outputs") for cell in made["cells"]], ensure_ascii=False)
    assert "Купленные автобусы" in shown
    assert [path.name for path in home.charts("KZ-39").glob("*buses-bought*.svg")]
    unknown = dalel(home, "run", "bsues")
    assert unknown[0] == 1 and "did you mean 'buses'" in unknown[1]


def test_a_changed_topic_of_the_workspace_makes_its_run_anew(home, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    dalel(home, "add", page, "--url", "https://city.example/1", "--published", "2024-05-14")
    assert "buses" in dalel(home, "extract")[1]
    (home.home / "topics" / "buses.toml").unlink()
    assert "buses" not in dalel(home, "extract")[1]


def test_topics_check_tries_the_examples(home):
    file = home.home / "topics" / "buses.toml"
    assert dalel(home, "topics", "check", file) == (0, "buses: 1 indicators, 6 of 6 examples right\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'text = "The city bought 40 buses."',
            'text = "The city sold 40 buses."',
            "EXAMPLES[0] «40» must get buses.bought",
        ),
        ('text = "The city has 40 buses."', 'text = "The city bought 40 buses."', "NOT_EXAMPLES[0] «40» must not get"),
        (
            'indicator = "buses.bought"',
            'indicator = "buses.baught"',
            "'buses.baught' is not of this topic; known: buses.bought",
        ),
        ('quote = "40"', 'quote = "41"', "quote '41' does not stand in its text"),
        ('language = "kk"', 'language = "ru"', "no EXAMPLES in kk"),
        ('measures = ["other_count"]', 'measures = ["counts"]', "indicators[0].measures has 'counts'"),
        ("words = {", "wrods = {", "indicators[0].wrods is not known"),
    ],
)
def test_topics_check_tells_what_is_wrong(home, old, new, said):
    file = home.home / "topics" / "buses.toml"
    assert old in TOPIC
    file.write_text(TOPIC.replace(old, new, 1), "utf-8")
    status, printed = dalel(home, "topics", "check", file)
    assert status == 1
    assert said in printed


@pytest.mark.parametrize("file", sorted(paths.topics().glob("*.toml")), ids=lambda file: file.stem)
def test_the_topics_that_come_with_dalel_have_nothing_wrong(file, tmp_path):
    status, printed = dalel(paths.workspace(tmp_path), "topics", "check", file)
    assert status == 0, printed
