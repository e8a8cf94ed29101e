"""The crawling benchmark still measures: its child reads the report of a real crawl."""

import threading

from benchmarks import crawling


def test_a_small_crawl_is_measured(tmp_path):
    site = crawling.Site(30)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    try:
        measured = crawling.undisturbed(tmp_path, site)
    finally:
        site.shutdown()
        site.server_close()
    assert (measured["fetched"], measured["problems"]) == (30, 0)
    assert 0 < measured["archive"] < measured["cpu"]
