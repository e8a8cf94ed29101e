"""primeminister.kz: the Prime Minister, in three languages."""

from dalel.sources import Source

SOURCE = Source(
    id="primeminister",
    names={
        "kk": "Қазақстан Республикасының Премьер-Министрі",
        "ru": "Премьер-Министр Республики Казахстан",
        "en": "Prime Minister of Kazakhstan",
    },
    owner="Government of Kazakhstan",
    kind="official",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=("primeminister.kz",),
    listings=(
        "https://primeminister.kz/ru/news",
        "https://primeminister.kz/kz/news",
        "https://primeminister.kz/en/news",
    ),
    article=r"^https://(?:www\.)?primeminister\.kz/(?:ru|kz|en)/news/(?:[^/?]+-\d+|reviews/[^/?]+)$",
    at_least=5,
    notes=("untried: paging of the lists; the markup is unknown. No feed was found."),
)
