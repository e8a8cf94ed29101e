"""The large outlets of the sample newsroom (newsroom/sites/portal.py): feed, news sitemap, list of the latest news."""

from dalel.sources import Landmarks, Source

HOSTS = ("ar.inform.example", "tengrinews.example", "www.inform.example")

SOURCE = Source(
    id="sample-portal",
    names={
        "kk": "Үлгі редакция: ірі порталдар",
        "ru": "Учебная редакция: крупные порталы",
        "en": "Sample newsroom: large portals",
    },
    owner="dalel",
    kind="agency",
    languages=("kk", "ru"),
    scripts=("Arab", "Cyrl"),
    hosts=HOSTS,
    feeds=tuple(f"http://{host}/rss/all.xml" for host in HOSTS),
    sitemaps=tuple(f"http://{host}/sitemap.xml" for host in HOSTS),
    listings=tuple(f"http://{host}/lenta/?page=1" for host in HOSTS),
    article=r"^http://[^/]+/(?:ru|news|kazakhstan_news)/[^/?]+-[0-9a-f]{6}(?:/amp|/)?$",
    landmarks=(
        Landmarks(
            title="h1.content_main_title",
            published=".content_main_meta .date-time",
            body="div.content_main_text",
        ),
    ),
    at_least=3,
    sample=True,
)
