"""What is counted."""

from pupitre.server.metrics import Metrics


def test_each_server_counts_for_itself() -> None:
    one, other = Metrics(), Metrics()
    one.events.inc(3)
    assert b"pupitre_events_total 3.0" in one.text()
    assert b"pupitre_events_total 0.0" in other.text()
    assert "text/plain" in one.content_type
