"""gov.kz: news and documents of the Ministry of Education through the content manager of the state portal."""

from dalel.sources import Source

API = "https://www.gov.kz/api/v1/public/content-manager"

SOURCE = Source(
    id="gov-kz",
    names={
        "kk": "Оқу-ағарту министрлігі (gov.kz)",
        "ru": "Министерство просвещения (gov.kz)",
        "en": "Ministry of Education (gov.kz)",
    },
    owner="Government of Kazakhstan",
    kind="official",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=("www.gov.kz",),
    apis=tuple(
        f"{API}/{way}#lang={language}"
        for language in ("kk", "ru", "en")
        for way in (
            "news?sort-by=created_date:DESC&projects=eq:edu&page={page}&size=10",
            "documents?projects=edu&page={page}&size=100&sort-by=created_date:DESC",
        )
    ),
    ticket="https://www.gov.kz/api/v1/public/_/c/k6",
    article=r"^https://www\.gov\.kz/api/v1/public/content-manager/(?:news|documents)/\d+$",
    at_least=5,
    notes=(
        "untried: news/<id> for one item; Kazakh and English by themselves. Seen 2026-09-27: news answer HTTP 400 "
        "notAllowed unless the session first does POST /api/v1/public/_/c/k6; documents work without it; "
        "created_date=gt:<ISO> works, gte: gives HTTP 500. The language is chosen by Accept-Language: each list is "
        'asked for in three, its pages are archived with #lang=… behind. Answers are a list, in some files {"content": '
        "[…]}. Other projects seen: dsm, mdai, sci, krem, mfa, shymkent. A person opens "
        "/memleket/entities/edu/press/news/details/<id>?lang=…"
    ),
)
