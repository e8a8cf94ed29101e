"""The report as a site: static pages in three languages that any server or file:// shows, and nothing loaded elsewhere.

write(edition, folder) -> path                     all pages of a run: the same bytes whatever was built before
region_page(folder, code, language) -> path
"""

from dalel.publishing.site.edition import Edition
from dalel.publishing.site.writing import region_page, write

__all__ = ["Edition", "region_page", "write"]
