"""Zakon.kz, news on law and society, with its Kazakh edition."""

from dalel.sources import Source

SOURCE = Source(
    id="zakon",
    names={"kk": "Zakon.kz", "ru": "Zakon.kz", "en": "Zakon.kz"},
    owner="zakon.kz",
    kind="outlet",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("zakon.kz", "kaz.zakon.kz"),
    feeds=("https://www.zakon.kz/rss.xml",),
    listings=("https://www.zakon.kz/",),
    searches=(
        "https://www.zakon.kz/search/?handler=LoadMoreNews&qsearch={query:ru}&author=0&category=0&tag=0&perioddate=&p={page}",
    ),
    article=r"^https://(?:www\.|kaz\.)?zakon\.kz/(?:amp/)?(?:[a-z-]+/)?\d+-[^/?]+\.html$",
    at_least=5,
    notes=(
        "untried: the feed (others name /rss/ and st.zakon.kz/rss/rss_all.xml), front page as listing; the markup "
        "of an article is unknown. Cards are div.news-item with a.newscard_link. online.zakon.kz is a law "
        "database and is left out."
    ),
)
