"""The report as a site: static pages in three languages that any server or file:// shows, and nothing loaded elsewhere.

write(edition, folder) -> path                     all pages of a run: the same bytes whatever was built before
stamp(folder, key), is_current(folder, key)        what it was made from, and whether it still is as it was written
altered(folder) -> Problems                        pages that somebody edited
region_page(folder, code, language) -> path
"""

from dalel.publishing.site.edition import Edition
from dalel.publishing.site.writing import altered, is_current, region_page, stamp, write

__all__ = ["Edition", "altered", "is_current", "region_page", "stamp", "write"]
