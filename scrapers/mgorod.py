"""Moi Gorod (mgorod.kz), regional news of West Kazakhstan and Atyrau."""

from dalel.sources import Source

SOURCE = Source(
    id="mgorod",
    names={"kk": "Менің қалам", "ru": "Мой Город", "en": "Moi Gorod"},
    owner="mgorod.kz",
    kind="outlet",
    languages=("ru",),
    scripts=("Cyrl",),
    hosts=("mgorod.kz",),
    listings=("https://mgorod.kz/",),
    article=r"^https://mgorod\.kz/news/[^/?]+-[^/?]+/?$",
    at_least=5,
    notes=(
        "untried: front page as listing; no feed, sitemap or search is known; the markup is unknown. An address of one "
        "word is taken for a section."
    ),
)
