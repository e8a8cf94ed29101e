"""Kazinform, the state news agency, in Russian, English and Kazakh in three scripts."""

from dalel.sources import Landmarks, Source

SOURCE = Source(
    id="inform",
    names={"kk": "Қазақпарат", "ru": "Казинформ", "en": "Kazinform"},
    owner="inform.kz",
    kind="agency",
    languages=("en", "kk", "ru"),
    scripts=("Arab", "Cyrl", "Latn"),
    hosts=("www.inform.kz", "en.inform.kz", "kaz.inform.kz", "qz.inform.kz", "ar.inform.kz", "search.inform.kz"),
    feeds=(
        "https://kaz.inform.kz/rss/kz.xml",
        "https://www.inform.kz/rss/rus.xml",
        "https://www.inform.kz/rss/eng.xml",
        "https://www.inform.kz/rss/kaz.xml",
    ),
    listings=("https://www.inform.kz/lenta/?page={page}",),
    searches=("https://search.inform.kz/search/ru?q={query:ru}&per_page=20&page={page}",),
    article=r"^https://(?:www|en|kaz|qz|ar)\.inform\.kz/(?:amp/)?(?:(?:ru|news)/)?[^/?]+(?:-[0-9a-f]{6}|_a\d{7})/?$",
    landmarks=(Landmarks(title="h1.article__title", published="div.article__time", body="div.article__body-text"),),
    at_least=50,
    notes=(
        "untried: the three feeds of www.inform.kz; what the items of the search look like. kaz.inform.kz/rss/kz.xml "
        "had 200 items on 2026-09-06. The search answers JSON and matches titles only. Mirrors: qazinform.com, "
        "kazinform.ru. Pages are stamped GMT +6 (2020) and GMT +5 (2025): one zone since 2024-03-01."
    ),
)
