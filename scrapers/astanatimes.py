"""The Astana Times, in English."""

from dalel.sources import Source

SOURCE = Source(
    id="astanatimes",
    names={"kk": "The Astana Times", "ru": "The Astana Times", "en": "The Astana Times"},
    owner="astanatimes.com",
    kind="outlet",
    languages=("en",),
    scripts=("Latn",),
    hosts=("astanatimes.com",),
    feeds=("https://astanatimes.com/feed/",),
    article=r"^https://astanatimes\.com/\d{4}/\d{2}/[^/?]+/?$",
    at_least=5,
    notes=("untried: the markup. The feed is used by much public code."),
)
