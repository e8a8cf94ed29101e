"""goszakup: state procurement, open web service v3, by REST and by GraphQL."""

from dalel.sources import GraphQL, Source

API = "https://ows.goszakup.gov.kz/v3"
CONTRACTS = (
    "query($limit: Int, $after: Int) { Contract(limit: $limit, after: $after) "
    "{ id contractNumberSys crdate contractSumWnds customerBin supplierBiin refContractStatusId } }"
)

SOURCE = Source(
    id="goszakup",
    names={"kk": "Мемлекеттік сатып алу", "ru": "Государственные закупки", "en": "State procurement"},
    owner="Ministry of Finance",
    kind="official",
    record="contracts",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("ows.goszakup.gov.kz",),
    pages=(f"{API}/contract/all",),
    graphql=(GraphQL(address=f"{API}/graphql", query=CONTRACTS, limit=200),),
    secret="GOSZAKUP_TOKEN",
    article=(
        r"^https://ows\.goszakup\.gov\.kz/v3/(?:contract/(?:all(?:\?.*)?|\d+(?:/units)?|(?:customer|supplier)/\d{12}"
        r"|number-anno/[\w-]+)|(?:lots|trd-buy)/bin/\d{12}|plans/\d{12}|graphql\?.*)$"
    ),
    at_least=2,
    notes=(
        "untried: nothing was asked without a token, which is issued on request; 401 without it, even for the "
        'schema. REST answers {"items": […], "next_page": …, "total": …}; next_page is followed until it is empty or '
        "repeats. GraphQL pages by extensions.pageInfo.{hasNextPage, lastId} -> after, at most 200 rows an answer; "
        "the names of its fields in camelCase are those of public code, contractSumWnds among them by analogy with "
        "contract_sum_wnds of REST. The answers themselves are archived as pages: name --limit, the lists are long. "
        "Sums ending in _wnds are with VAT. Contracts of one body, lots, announcements and plans: by a list of "
        "addresses. People open https://goszakup.gov.kz/ru/egzcontract/cpublic/show/<id>."
    ),
)
