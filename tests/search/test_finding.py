"""Questions to the sample, whose answers a person checked on its pages."""

from datetime import date
from decimal import Decimal

import pytest

from dalel import paths, search, searching
from dalel.claims.sentences import sentences
from dalel.errors import InvalidValue, UnknownName
from dalel.search import Asked

SHARE = "cb4mhmfhgpleu"  # к ЦОУ подключены 62 процента видеокамер


@pytest.fixture(scope="module")
def base(run, names, tmp_path_factory):
    made = search.made(tmp_path_factory.mktemp("s") / search.FILE, run, names, sentences, "", lambda rows, _: rows)
    with search.opened(made.content) as opened:
        yield opened


def ids(base, words="", **given):
    return [hit.claim_id for hit in search.find(base, Asked(words=words, **given), None).hits]


@pytest.mark.parametrize(
    "words",
    [
        "62 процента видеокамер",
        "62 cctv",
        "62 бейнебақылау",
        "62 beınebaqylaý",
        "video surveillance 62",
        "ЦОУ 6936",
        "видеокам* 62",
    ],
)
def test_a_number_is_found_in_every_language_and_script(base, words):
    assert SHARE in ids(base, words)


def test_a_region_is_found_by_its_name_in_another_language(base):
    there = set(ids(base, region="KZ-43"))
    assert len(there) == 26
    for words in ("Қызылорда", "Qyzylorda", "Кызылординская область", "Kyzylorda region"):
        assert there <= set(ids(base, words)), words


def test_all_words_must_be_there_and_a_phrase_in_its_order(base):
    assert set(ids(base, "детских садов")) >= set(ids(base, '"детских садов"')) != set()
    assert ids(base, '"садов детских"') == []


def test_filters_hold_of_every_answer(base):
    given = {"region": "KZ-43", "status": "actual", "least": Decimal(1000), "most": Decimal(5000), "language": "kk"}
    answer = search.find(base, Asked(**given), None)
    assert {(hit.region, hit.status, hit.language) for hit in answer.hits} == {("KZ-43", "actual", "kk")}
    assert {hit.value for hit in answer.hits} >= {Decimal(4828), Decimal(3134)}
    assert all(1000 <= hit.value <= 5000 for hit in answer.hits)
    assert dict(answer.facets["region"]) == {"KZ-43": answer.total}


def test_the_country_is_all_its_regions(base):
    everywhere = ids(base, "камера")
    assert set(ids(base, "камера", region="KZ")) == set(everywhere)


def test_a_date_asked_for_leaves_out_what_has_none_and_says_so(base):
    answer = search.find(base, Asked(words="балабақша", since=date(2020, 1, 1), until=date(2022, 12, 31)), None)
    assert {hit.as_of for hit in answer.hits} >= {"2021-06/2023-09", "2020/2021"}
    without = [hit for hit in search.find(base, Asked(words="балабақша"), None).hits if hit.as_of is None]
    assert answer.undated == len(without) > 0
    assert f"{len(without)} without a date left out" in answer.summary()


def test_facets_count_every_answer(base):
    answer = search.find(base, Asked(words="камера"), 3)
    assert len(answer.hits) == 3 < answer.total
    assert sum(count for _, count in answer.facets["language"]) == answer.total
    assert answer.facets["topic"][0][0] == "cameras"


def test_nothing_found_says_what_was_searched(base, run):
    answer = search.find(base, Asked(words="дрон бөлінді", region="KZ-43"), 20)
    assert answer.total == 0 and answer.alone["дрон"] == 0 < answer.alone["бөлінді"]
    told = answer.summary()
    assert told.startswith(f"0 of {len(run.claims)} claims for “дрон бөлінді” region=KZ-43; alone: “дрон” 0, ")


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '""',
        "NEAR(",
        "a OR",
        "*",
        "^x",
        "sentence : x",
        "(",
        "x AND NOT",
        "\x00",
        "😀",
        "'; DROP TABLE claims; --",
        "-",
        "%_",
    ],
)
def test_no_question_is_an_expression_of_sqlite(base, words):
    search.find(base, Asked(words=words), 1)
    search.sentences(base, Asked(words=words), 1)


def test_a_question_has_its_limits(base):
    for words in ("я" * 401, " ".join(f"w{number}" for number in range(25))):
        with pytest.raises(InvalidValue, match="ask with at most"):
            search.find(base, Asked(words=words), 1)


def test_a_sentence_without_a_number_is_found_too(base):
    answer = search.sentences(base, Asked(words="образование честность"), None)
    assert [one.claims for one in answer.passages][:1] == [0]
    assert "честности" in answer.passages[0].sentence
    with pytest.raises(InvalidValue, match="only a claim has that"):
        search.sentences(base, Asked(words="школа", region="KZ-43"), 1)


def test_every_claim_stands_in_a_sentence_that_counts_it(base, run):
    assert base.execute("SELECT sum(claims) FROM sentences").fetchone() == (len(run.claims),)


@pytest.mark.parametrize(
    ("given", "error", "told"),
    [
        ({"topic": "camera"}, UnknownName, "did you mean 'cameras'"),
        ({"indicator": "cameras.share_equiped"}, UnknownName, "did you mean 'cameras.share_equipped'"),
        ({"region": "Kyzylodra"}, UnknownName, "KZ-43"),
        ({"status": "plan"}, UnknownName, "planned"),
        ({"verdict": "verifed"}, UnknownName, "did you mean 'verified'"),
        ({"source": "sample-bitrx"}, UnknownName, "sample-bitrix"),
        ({"least": "viele"}, InvalidValue, "is no number"),
        ({"least": "nan"}, InvalidValue, "is no number"),
        ({"least": "5", "most": "4"}, InvalidValue, "nothing lies between 5 and 4"),
        ({"since": "8.10.2020"}, InvalidValue, "is no date"),
    ],
)
def test_a_wrong_filter_is_told(given, error, told):
    with pytest.raises(error, match=told):
        searching.question(paths.workspace(), "", given)
