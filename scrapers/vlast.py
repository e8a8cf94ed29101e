"""Vlast.kz, an independent magazine."""

from dalel.sources import Source

SOURCE = Source(
    id="vlast",
    names={"kk": "Vласть", "ru": "Vласть", "en": "Vlast"},
    owner="vlast.kz",
    kind="outlet",
    languages=("ru",),
    scripts=("Cyrl",),
    hosts=("vlast.kz",),
    feeds=("https://vlast.kz/rss",),
    listings=("https://vlast.kz/novosti/",),
    searches=("https://vlast.kz/search/?query={query}",),
    article=r"^https://vlast\.kz/(?:amp/)?[a-z_-]+/\d+-[^/?]+\.html$",
    at_least=5,
    notes=(
        "untried: the feed and the list; the markup is unknown. The number of views stands as a bullet and digits "
        "between headline and text."
    ),
)
