"""Regions of Kazakhstan: codes, names in five spellings, forms in text, borders over time.

Data: regions.toml and places.toml (sources named there). Ground floor: imports only other ground rooms.
"""

from dalel.regions.abroad import country_of_currency, country_of_host, mentions_abroad
from dalel.regions.declared import COUNTRY, Place, Region, borders, centre, load_places, load_regions, region_on
from dalel.regions.lookup import find_region
from dalel.regions.search import RegionMention, mentions, mentions_in
from dalel.regions.spelling import comparable

__all__ = [
    "COUNTRY", "Place", "Region", "RegionMention", "borders", "centre", "comparable", "country_of_currency",
    "country_of_host", "find_region", "load_places", "load_regions", "mentions", "mentions_abroad", "mentions_in",
    "region_on",
]  # fmt: skip
