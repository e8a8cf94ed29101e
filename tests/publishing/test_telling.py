"""What a desk tells of single claims: the passport in a notebook, and sentences whose values lead to passports."""

import re
from html.parser import HTMLParser

import pytest

import dalel
from dalel.errors import UnknownClaim

SHARE = "cb4mhmfhgpleu"  # 62 процента видеокамер, то есть 4360 из 6936 объектов


class Ids(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.named, self.links = [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.named += [given["aria-labelledby"]] if "aria-labelledby" in given else []
        self.links += [given["href"]] if "href" in given else []


@pytest.mark.parametrize(("language", "why"), [("kk", "Неге"), ("ru", "Почему"), ("en", "Why")])
def test_a_passport_is_shown_with_the_archived_sentence_and_links_that_lead_to_other_passports(language, why):
    card = dalel.open(language=language).passport(SHARE)
    assert card.passport["evidence"]["unchanged"] is True
    html = card._repr_html_()
    assert f">{why}</h2>" in html and "<mark>62 процента</mark>" in html
    found = Ids()
    found.feed(html)
    assert len(found.ids) == len(set(found.ids)) and set(found.named) <= set(found.ids)
    assert all(one.startswith(f"{SHARE}-") for one in found.ids), "two passports may stand in one notebook"
    inside = [link for link in found.links if not link.startswith("http")]
    assert inside and all("data/processed/report/" in link for link in inside)
    assert repr(card).splitlines()[0] == "SAMPLE" and repr(card).endswith(SHARE)


def test_a_passport_of_no_claim():
    with pytest.raises(UnknownClaim, match="no claim 'cnone'"):
        dalel.open().passport("cnone")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "Қазақстан. Полицияға қосылғандар үлесі: 62% (2023 ж. 7 наурыз)."),
        ("ru", "Казахстан. Доля подключённых к полиции: 62% (7 марта 2023 г.)."),
        ("en", "Kazakhstan. Share connected to the police: 62% (7 March 2023)."),
    ],
)
def test_a_claim_is_said_in_three_languages_and_its_value_is_a_link(language, sentence):
    told = dalel.open(language=language).say(SHARE)
    assert str(told).replace("\N{NO-BREAK SPACE}%", "%").replace("\N{NO-BREAK SPACE}", " ") == sentence
    assert told.claim_ids == (SHARE,)
    assert re.search(rf'<a class="value" href="[^"]*passports/{SHARE}\.{language}\.html">62', told._repr_html_())


@pytest.mark.parametrize(
    ("language", "planned", "alone"),
    [
        ("kk", "жоспар", "Мұны тек бір дереккөз айтады"),
        ("ru", "план", "Это сообщает только один источник"),
        ("en", "planned", "Only one source says so"),
    ],
)
def test_about_planned_and_one_source_are_never_dropped(language, planned, alone):
    desk = dalel.open(language=language)
    frame = desk.claims()
    chosen = frame[(frame["status"] == "planned") & (frame["modality"] == "about") & frame["value_max"].isna()]
    one = chosen[chosen["verdict"] == "single-source"].index[0]
    about = {"kk": ("≈", "шамамен", "жуық", "шамалас"), "ru": ("≈", "около", "примерно"), "en": ("≈", "about")}
    said = str(desk.say(one))
    assert planned in said and alone in said and any(word in said for word in about[language]), said


def test_a_paragraph_of_a_region_says_what_weighs_most_and_whose_it_is():
    told = dalel.open(region="KZ-63", language="en").say()
    plain = str(told).replace("\N{NO-BREAK SPACE}", " ")
    assert plain.startswith("East Kazakhstan region (borders of 2018): The parts make 644 schools; the page says 647")
    frame = dalel.open(region="KZ-63").claims()
    assert set(told.claim_ids) <= set(frame.index) and len(told.sentences) > 2
    assert repr(told).startswith("SAMPLE\n") and "<strong>SAMPLE</strong>" in told._repr_html_()


def test_a_value_below_the_evidence_level_is_not_said():
    strict = dalel.open(language="en", evidence="verified")
    assert "withheld" in str(strict.say(SHARE)) and "62" not in str(strict.say(SHARE))
    assert str(dalel.open(region="KZ-43", evidence="verified").say()) == ""


def test_a_claim_that_is_not_there_cannot_be_said():
    with pytest.raises(UnknownClaim):
        dalel.open().say(SHARE, "cnone")
