"""NUR.KZ in Russian and Kazakh."""

from dalel.sources import Landmarks, Source

SOURCE = Source(
    id="nur",
    names={"kk": "NUR.KZ", "ru": "NUR.KZ", "en": "NUR.KZ"},
    owner="nur.kz",
    kind="outlet",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("nur.kz", "kaz.nur.kz"),
    feeds=("https://www.nur.kz/rss/all.rss", "https://kaz.nur.kz/rss/all.rss"),
    listings=("https://www.nur.kz/latest/", "https://kaz.nur.kz/latest/"),
    article=r"^https://(?:www\.|kaz\.)?nur\.kz/(?:[a-z-]+/)+\d+-[^/?]+/?$",
    landmarks=(Landmarks(body="article"),),
    at_least=20,
    notes=(
        "untried: the form of addresses is common knowledge only. Both feeds had 50 items on 2026-09-06; the "
        "sitemaps are frozen and left out; there is no search."
    ),
)
