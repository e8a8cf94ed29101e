"""What an address showed over time."""

from datetime import UTC, datetime

from dalel import archive


def test_an_address_over_time(raw, answer, pages):
    url = "http://a.example/1"
    (_, first), *_ = [pair for pair in archive.history(raw)[0] if pair[1].url == url]
    days = [datetime(2026, 3, day, tzinfo=UTC) for day in range(5, 11)]
    with archive.ArchiveWriter(raw, "paper", day=days[0].date()) as writer:
        writer.write_revisit(answer(url, b"", status=304, when=days[0], packed=False), first)
        writer.write_response(answer(url, b"gone", status=404, when=days[1]))
        writer.write_response(answer(url, b"<p>550</p>", when=days[2]))
        writer.write_response(answer(url, b"busy", status=503, when=days[3]))
        writer.write_response(answer(url, b"are you human", when=days[4], role="notice"))
        writer.write_response(answer(url, pages[url].encode(), when=days[5]))
    times = archive.visits(raw)[0][url]
    states = ["page", "unchanged", "gone", "page", "error", "notice", "page"]
    assert [visit.state for visit in times] == states
    assert [visit.at.day for visit in times] == [4, 5, 6, 7, 8, 9, 10]
    assert times[0].capture_id == times[1].capture_id == times[6].capture_id != times[3].capture_id
    assert [visit.capture_id is None for visit in times] == [state in ("gone", "error", "notice") for state in states]


def test_ways_in_and_robots_are_no_visits(raw):
    assert sorted(archive.visits(raw)[0]) == [f"http://a.example/{name}" for name in ("1", "2", "3", "gone")]
