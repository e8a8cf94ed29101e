"""KazTAG, news agency: kaztag.kz and kaztag.info (Bitrix)."""

from dalel.sources import Landmarks, Source

SOURCE = Source(
    id="kaztag",
    names={"kk": "ҚазТАГ", "ru": "КазТАГ", "en": "KazTAG"},
    owner="kaztag.kz",
    kind="agency",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=("kaztag.kz", "kaztag.info"),
    feeds=("https://kaztag.kz/rss",),
    listings=("https://kaztag.kz/ru/news/?PAGEN_1={page}",),
    article=r"^https://(?:www\.)?kaztag\.(?:kz|info)/(?:ru|kz|en)/news(?:-of-the-day)?/[^/?]+$",
    landmarks=(Landmarks(title="h1.title", published="div.t-info, div.t-info-2", body="div.content"),),
    at_least=5,
    notes=(
        "untried: the feed is named in one list only. The articles stand behind a challenge page (seen 2026-09): "
        "reported, never bypassed. The landmarks are of older mark-up. The search page needs a browser. Currency "
        "is a prefix, T2.3 trillion or Т15,5 млрд, with a Latin or a Cyrillic letter."
    ),
)
