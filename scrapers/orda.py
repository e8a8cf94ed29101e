"""Orda.kz in Russian and English."""

from dalel.sources import Source

SOURCE = Source(
    id="orda",
    names={"kk": "Orda.kz", "ru": "Orda.kz", "en": "Orda.kz"},
    owner="orda.kz",
    kind="outlet",
    languages=("en", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=("orda.kz", "en.orda.kz"),
    feeds=("https://orda.kz/feed/", "https://en.orda.kz/feed/"),
    article=r"^https://(?:en\.)?orda\.kz/[^/?]+-\d+/?$",
    at_least=5,
    notes=(
        "untried: the markup of an article; there is no article element. Both feeds open (2026). Older addresses "
        "are /<slug>/ without a number and are left out. The search is a widget."
    ),
)
