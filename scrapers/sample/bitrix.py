"""The Bitrix-like hosts of the sample newsroom (newsroom/sites/bitrix.py); one of them is served in windows-1251."""

from dalel.sources import Landmarks, Source

HOSTS = (
    "finance.example",
    "gorodpavlodar.example",
    "ic24.example",
    "kaztag.example",
    "mgorod.example",
    "profit.example",
    "yk.example",
)

SOURCE = Source(
    id="sample-bitrix",
    names={
        "kk": "Үлгі редакция: Bitrix сайттары",
        "ru": "Учебная редакция: сайты на Битриксе",
        "en": "Sample newsroom: Bitrix sites",
    },
    owner="dalel",
    kind="outlet",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=HOSTS,
    feeds=tuple(f"http://{host}/rss/" for host in HOSTS),
    listings=tuple(f"http://{host}/news/?PAGEN_1=1" for host in HOSTS),
    article=r"^http://[^/]+/(?:news/(?:\d+/|obshhestvo/)?[^/?]+-[^/?]+/?|en/news-of-the-day/[^/?]+|News_\d+_\d+\.html)$",
    landmarks=(
        Landmarks(
            title="h1.title",
            published=".t-info .news-date-time",
            body="div.detail_text",
            optional=("published",),  # some of its pages print no date
        ),
    ),
    at_least=11,
    sample=True,
)
