"""Topic files: their examples, and what a malformed one says."""

from decimal import Decimal

import pytest

from dalel import paths
from dalel.errors import DuplicateDeclaration, MalformedDeclaration, UnknownName
from dalel.topics import INDICATOR_FIELDS, TOPIC_FIELDS, counter_examples, examples, find_topic, load_topics

FILES = sorted(paths.topics().glob("*.toml"))
EXAMPLES = [(file.stem, example) for file in FILES for example in examples(file)]
COUNTER_EXAMPLES = [(file.stem, example) for file in FILES for example in counter_examples(file)]
GOOD = """
id = "buses"
titles = { kk = "Автобустар", ru = "Автобусы", en = "Buses" }
subject = { kk = ["автобус"], ru = ["автобус"], en = ["bus"] }
[[indicators]]
id = "count"
titles = { kk = "Саны", ru = "Число", en = "Number" }
measures = ["other_count"]
words = { kk = ["алын"], ru = ["куп"], en = ["bought"] }
plausible = [1, 5000]
"""


@pytest.mark.parametrize(
    ("topic", "example"), EXAMPLES, ids=lambda item: item if isinstance(item, str) else item["quote"]
)
def test_example_gets_its_indicator(read, topic, example):
    start = example["text"].index(example["quote"])
    (claim,) = [claim for claim in read(example["text"], example["language"]) if claim.start <= start < claim.end]
    assert (claim.topic, claim.indicator) == (topic, example["indicator"])


@pytest.mark.parametrize(
    ("topic", "example"), COUNTER_EXAMPLES, ids=lambda item: item if isinstance(item, str) else item["quote"]
)
def test_counter_example_does_not_get_the_indicator(read, topic, example):
    start = example["text"].index(example["quote"])
    claims = [claim for claim in read(example["text"], example["language"]) if claim.start <= start < claim.end]
    assert example["indicator"].startswith(f"{topic}.")
    assert [claim for claim in claims if claim.indicator == example["indicator"]] == []


@pytest.mark.parametrize("listed", [EXAMPLES, COUNTER_EXAMPLES], ids=["examples", "counter-examples"])
def test_every_topic_has_them_in_every_language(listed):
    found = {(topic, example["language"]) for topic, example in listed}
    assert found == {(topic, language) for topic in load_topics() for language in ("kk", "ru", "en")}


@pytest.mark.parametrize(
    ("topic", "example"), EXAMPLES, ids=lambda item: item if isinstance(item, str) else item["quote"]
)
def test_the_words_that_told_topic_and_indicator_are_its_grounds(read, topic, example):
    start = example["text"].index(example["quote"])
    (claim,) = [claim for claim in read(example["text"], example["language"]) if claim.start <= start < claim.end]
    told = {ground.attribute for ground in claim.grounds}
    assert {"topic", "indicator"} <= told
    for ground in claim.grounds:
        if ground.attribute in ("topic", "indicator"):
            assert example["text"][ground.start : ground.end].strip()


def test_the_examples_of_all_fields_are_a_topic_file(tmp_path):
    """What the README shows of each field can be written so; together they are a topic."""
    whole = {name: example for name, (_, example) in TOPIC_FIELDS.items()}
    tables = [whole.pop(name) for name in ("EXAMPLES", "NOT_EXAMPLES")]
    indicator = [example for _, example in INDICATOR_FIELDS.values()]
    (tmp_path / "roads.toml").write_text("\n".join([*whole.values(), *indicator, *tables]), "utf-8")
    topic = load_topics(tmp_path)["roads"]
    assert (topic.subject["en"], topic.barred["en"], topic.context["en"]) == (
        ("road_", "roads"),
        ("railway",),
        ("school",),
    )
    (one,) = topic.indicators
    assert (one.id, one.counted["en"], one.words["en"]) == ("roads.km_done", ("bridge",), ("repaired",))
    assert len(examples(tmp_path / "roads.toml")) == len(counter_examples(tmp_path / "roads.toml")) == 1


def test_a_page_on_nothing_of_ours_has_no_topic(read):
    (claim,) = read("Ауылда 12 қой бар.", "kk")
    assert (claim.topic, claim.indicator) == (None, None)


def test_a_new_topic_is_one_file(tmp_path, read):
    (tmp_path / "buses.toml").write_text(GOOD, "utf-8")
    topic = load_topics(tmp_path)["buses"]
    assert topic.indicators[0].id == "buses.count"
    assert topic.indicators[0].plausible_max == Decimal(5000)


def test_an_unknown_topic_is_an_error_with_the_nearest():
    with pytest.raises(UnknownName) as error:
        find_topic(load_topics(), "kindergarten")
    assert error.value.nearest == "kindergartens"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "buses"', 'id = "Buses"', r"buses\.toml: id is 'Buses'"),
        ('id = "buses"', 'id = "trains"', r"buses\.toml: id is 'trains'; the file is named buses\.toml"),
        ('ru = "Автобусы", ', "", r"buses\.toml: titles\.ru is missing"),
        ('ru = ["автобус"], ', "", r"buses\.toml: subject\.ru must be a list of words"),
        ("subject", "keywords", r"buses\.toml: keywords is not known"),
        ("[[indicators]]", "[[indicator]]", r"buses\.toml: indicator is not known"),
        (
            '["other_count"]',
            '["others"]',
            r"buses\.toml: indicators\[0\]\.measures has 'others'; known: budget_planned",
        ),
        ("measures =", "measured =", r"buses\.toml: indicators\[0\]\.measured is not known"),
        ("[1, 5000]", "[5000, 1]", r"buses\.toml: indicators\[0\]\.plausible is \[5000, 1\]: the smallest is above"),
        ("[1, 5000]", '"many"', r"buses\.toml: indicators\[0\]\.plausible is 'many'"),
        ('id = "count"', "", r"buses\.toml: indicators\[0\]\.id is None"),
        ("words = {", "not = {", r"buses\.toml: indicators\[0\]\.words is missing: without words or counted it would"),
        ("titles", "titles = [", r"buses\.toml is not valid TOML"),
    ],
)
def test_a_malformed_topic_names_file_and_field(tmp_path, old, new, said):
    assert old in GOOD
    (tmp_path / "buses.toml").write_text(GOOD.replace(old, new, 1), "utf-8")
    with pytest.raises(MalformedDeclaration, match=said):
        load_topics(tmp_path)


def test_an_indicator_declared_twice_stops(tmp_path):
    (tmp_path / "buses.toml").write_text(GOOD + GOOD[GOOD.index("[[indicators]]") :], "utf-8")
    with pytest.raises(DuplicateDeclaration, match=r"indicator 'buses\.count' is declared twice"):
        load_topics(tmp_path)
