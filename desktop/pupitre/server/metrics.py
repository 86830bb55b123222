"""What the server counts, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

_COMMIT_BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0)


class Metrics:
    """Counters of one server; each server has its own registry."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.links = Gauge("pupitre_links", "Connected sockets", ["side"], registry=self._registry)
        self.frames = Counter(
            "pupitre_frames", "Frames received", ["side", "type"], registry=self._registry
        )
        self.refusals = Counter(
            "pupitre_refusals", "Refused frames and commands", ["code"], registry=self._registry
        )
        self.events = Counter("pupitre_events", "Events stored", registry=self._registry)
        self.commit_seconds = Histogram(
            "pupitre_commit_seconds",
            "How long a commit takes",
            buckets=_COMMIT_BUCKETS,
            registry=self._registry,
        )
        self.commits_failed = Counter(
            "pupitre_commits_failed", "Commits that stored nothing", registry=self._registry
        )
        self.mails = Counter(
            "pupitre_mails",
            "Mails tried, by what became of it",
            ["outcome"],
            registry=self._registry,
        )
        self.uploads = Counter(
            "pupitre_uploads",
            "Files uploaded, by what became of them",
            ["outcome"],
            registry=self._registry,
        )
        self.uploading = Gauge(
            "pupitre_uploading", "Files on their way to the server", registry=self._registry
        )
        self.uploaded_bytes = Counter(
            "pupitre_uploaded_bytes", "Bytes of files received", registry=self._registry
        )
        self.erased = Counter(
            "pupitre_erased", "Conversations erased", ["why"], registry=self._registry
        )
        self.waiting = Gauge(
            "pupitre_waiting",
            "Conversations waiting in a group",
            ["group"],
            registry=self._registry,
        )
        self.lateness_seconds = Histogram(
            "pupitre_deadline_lateness_seconds",
            "How late deadlines fire, in real seconds",
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 60.0),
            registry=self._registry,
        )

        self._frame: dict[tuple[str, type], Counter] = {}

    def frame(self, side: str, frame: object) -> None:
        """Count a frame received."""
        key = (side, type(frame))
        counter = self._frame.get(key)
        if counter is None:
            counter = self._frame[key] = self.frames.labels(side, type(frame).__name__)
        counter.inc()

    def text(self) -> bytes:
        """Return everything in Prometheus' text format."""
        return generate_latest(self._registry)
