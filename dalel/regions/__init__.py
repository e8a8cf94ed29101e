"""Regions of Kazakhstan: codes, names in five spellings, forms in text, borders over time.

Data: regions.toml and places.toml (sources named there). Ground floor: imports only other ground rooms.
"""

from dalel.regions.declared import COUNTRY, Place, Region, borders, centre, load_places, load_regions, region_on
from dalel.regions.lookup import find_region
from dalel.regions.search import RegionMention, mentions, mentions_in
from dalel.regions.spelling import comparable

__all__ = [
    "COUNTRY", "Place", "Region", "RegionMention", "borders", "centre", "comparable", "find_region", "load_places",
    "load_regions", "mentions", "mentions_in", "region_on",
]  # fmt: skip
