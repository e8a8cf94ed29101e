"""Tengrinews in Russian, Kazakh and English."""

from dalel.sources import Landmarks, Source

SOURCE = Source(
    id="tengrinews",
    names={"kk": "Tengrinews", "ru": "Tengrinews", "en": "Tengrinews"},
    owner="tengrinews.kz",
    kind="outlet",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=("tengrinews.kz", "kaz.tengrinews.kz", "en.tengrinews.kz"),
    feeds=("https://tengrinews.kz/news.rss",),
    listings=("https://tengrinews.kz/", "https://kaz.tengrinews.kz/", "https://en.tengrinews.kz/"),
    searches=("https://tengrinews.kz/search/?text={query:ru}&page={page}",),
    article=r"^https://(?:(?:kaz|en)\.)?tengrinews\.kz/[a-z_]+/[^/?]+-\d+(?:/amp)?/?$",
    landmarks=(Landmarks(body="div.content_main_text"),),
    at_least=20,
    notes=(
        "untried: the feed answers 404 or redirects by one report of 2026; front pages as listings; search "
        "outside the Russian host. The search was seen at work in 2026-09. Cards are div.content_main_item with "
        "their date in div.content_main_item_meta."
    ),
)
