"""One address in many spellings has one key; two addresses have two."""

import pytest

from dalel.identity import canonical, spelled, timeline_key

NEWS = "https://kaz.example.kz/news/50-school"
ONE = [
    NEWS,
    "http://kaz.example.kz/news/50-school",
    "HTTPS://KAZ.Example.KZ/news/50-school",
    "https://www.kaz.example.kz/news/50-school",
    "https://m.kaz.example.kz/news/50-school",
    "https://amp.kaz.example.kz/news/50-school",
    "https://kaz.example.kz./news/50-school",
    "https://kaz.example.kz:443/news/50-school",
    "http://kaz.example.kz:80/news/50-school",
    "https://kaz.example.kz/news/50-school/",
    "https://kaz.example.kz//news/50-school",
    "https://kaz.example.kz/./news/x/../50-school",
    "https://kaz.example.kz/news/50-school/index.html",
    "https://kaz.example.kz/news/50-school/amp",
    "https://kaz.example.kz/news/50-school/amp/",
    "https://kaz.example.kz/amp/news/50-school",
    "https://kaz.example.kz/news/50-school.amp",
    "https://kaz.example.kz/news/50-school?amp=1",
    "https://kaz.example.kz/news/50-school?amp",
    "https://kaz.example.kz/news/50-school?utm_source=tg&fbclid=1&yclid=2",
    "https://kaz.example.kz/news/50-school?",
    "https://kaz.example.kz/news/50-school#top",
    "https://kaz.example.kz/news/%35%30-school",
    "https://kaz.example.kz/news/50%2dschool",
    "https://kaz.example.kz/news/50%2Dschool",
    " https://kaz.example.kz/news/50-school ",
]
OTHERS = [
    NEWS,
    "https://kaz.example.kz/news/50-School",
    "https://kaz.example.kz/news/51-school",
    "https://kaz.example.kz/news/50-school?page=2",
    "https://kaz.example.kz/news/50/school",
    "https://kaz.example.kz/news/50%2Fschool",
    "https://kaz.example.kz:8080/news/50-school",
    "https://ru.example.kz/news/50-school",
    "https://example.kz/news/50-school",
    "https://kaz.example.kz/amp",
    "https://kaz.example.kz/",
    "no address",
    "https://[::1/x",
    "https://a.example:99999/x",
    "",
]


@pytest.mark.parametrize("url", ONE)
def test_every_spelling_of_an_address_has_its_key(url):
    assert spelled(url) == "kz,example,kaz)/news/50-school"


def test_other_addresses_have_other_keys():
    assert len({spelled(url) for url in OTHERS}) == len(OTHERS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://қазақ.қаз/бет/1", "https://xn--80aau21bd.xn--80ao21a/%D0%B1%D0%B5%D1%82/1"),
        ("https://a.example/?b=2&a=1", "https://a.example/?a=1&b=2"),
        ("https://a.example/?q=50+мектеп", "https://a.example/?q=50%20%D0%BC%D0%B5%D0%BA%D1%82%D0%B5%D0%BF"),
        ("https://a.example/page.amp.html", "https://a.example/page.html"),
        ("https://a.example", "https://a.example/"),
        ("https://m.kz/1", "http://www.m.kz/1/"),
    ],
)
def test_hosts_words_and_parameters_are_folded(one, other):
    assert spelled(one) == spelled(other)


def test_a_host_of_two_labels_keeps_both():
    assert spelled("https://m.kz/1") == "kz,m)/1"


@pytest.mark.parametrize(
    ("url", "link", "key"),
    [
        ("https://a.kz/?p=77", "https://a.kz/news/schools", "kz,a)/news/schools"),
        ("https://a.kz/amp/schools", "/schools", "kz,a)/schools"),
        ("https://kaz.a.kz/1", "https://a.kz/kaz/1", "kz,a)/kaz/1"),
        ("https://a.kz/1", "https://kaz.a.kz/1", "kz,a,kaz)/1"),
        ("https://a.kz/1", "https://b.kz/1", "kz,a)/1"),  # no outlet speaks for another
        ("https://a.gov.kz/1", "https://b.gov.kz/1", "kz,gov,a)/1"),
        ("https://evila.kz/1", "https://a.kz/1", "kz,evila)/1"),
        ("https://a.kz/1", "https://a.kz/", "kz,a)/1"),  # a careless template
        ("https://a.kz/1", "javascript:alert(1)", "kz,a)/1"),
        ("https://a.kz/1", "https://[/", "kz,a)/1"),
        ("https://a.kz/1", "", "kz,a)/1"),
        ("https://a.kz/1", None, "kz,a)/1"),
        ("", "https://a.kz/1", ""),
    ],
)
def test_a_canonical_link_counts_within_its_site(url, link, key):
    assert canonical(url, link) == key


def test_the_language_an_address_was_asked_for_keeps_its_versions_apart():
    assert timeline_key("https://a.kz/1#lang=kk") != timeline_key("https://a.kz/1#lang=ru")
    assert timeline_key("https://a.kz/1#top") == timeline_key("http://a.kz/1/")
