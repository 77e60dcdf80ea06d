"""Sources -> bytes: files from disk, addresses from the web or from the snapshot that is kept of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ansinh.errors import FetchError, UnreachableError
from ansinh.fetching.addresses import canonical, is_address
from ansinh.fetching.limits import Limits
from ansinh.fetching.snapshots import Snapshot, Snapshots
from ansinh.graph.files import MAX_BYTES, read_original
from ansinh.model import Original

if TYPE_CHECKING:
    from ansinh.fetching.download import Download, Downloader


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How to fetch: `offline` takes snapshots only, `allowed` names hosts that may lie in a private network.

    `tell` is told when a snapshot is read for a page that was not reached, `now` gives the time of capture.
    """

    offline: bool = False
    allowed: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)
    tell: Callable[[str], None] = lambda _: None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Originals:
    """The bytes of the sources of one call; every address is asked for once."""

    def __init__(self, store: str | Path, options: FetchOptions | None = None) -> None:
        """Keep snapshots in the folder of this store."""
        self._options = options or FetchOptions()
        self._snapshots = Snapshots(store)
        self._downloader: Downloader | None = None
        self._done: dict[str, FetchError | None] = {}

    def fetch(self, sources: Iterable[str | Path], max_bytes: int = MAX_BYTES) -> None:
        """Ask for the addresses among the sources now; what goes wrong is raised when one is read."""
        for source in map(str, sources):
            if is_address(source) and source not in self._done:
                try:
                    self._done[source] = None
                    self._take(canonical(source), max_bytes)
                except FetchError as error:
                    self._done[source] = error

    def read(self, source: str | Path, max_bytes: int = MAX_BYTES) -> Original:
        """The bytes of a source. ArticleError where a file cannot be read, FetchError where an address gives none."""
        if not is_address(str(source)):
            return read_original(source, max_bytes)
        self.fetch([source], max_bytes)
        if (error := self._done[str(source)]) is not None:
            raise error
        found = self._snapshots.find(canonical(str(source)))
        if found is None:
            raise FetchError(f"{source}: its snapshot is gone from the store's folder; fetch it again")
        return Original(found[1], found[0].reached, found[0].content_type)

    def _take(self, address: str, max_bytes: int) -> None:
        """Let the snapshot of an address be as new as can be."""
        found = self._snapshots.find(address)
        if self._options.offline:
            if found is None:
                raise FetchError(f"{address}: there is no snapshot of it; run again without --offline")
            return
        known = found[0] if found else None
        try:
            download = self._connected(address).get(address, known, max_bytes)
        except UnreachableError as error:
            if known is None:
                raise
            self._options.tell(f"{error}; its snapshot of {known.captured} is read instead")
            return
        if download.data is not None:
            self._snapshots.keep(self._account(address, download, download.data), download.data)

    def _account(self, address: str, download: Download, data: bytes) -> Snapshot:
        return Snapshot(
            asked=address,
            reached=download.reached,
            captured=self._options.now().astimezone(UTC).isoformat(timespec="seconds"),
            sha256=sha256(data).hexdigest(),
            content_type=download.content_type,
            etag=download.etag,
            last_modified=download.last_modified,
        )

    def _connected(self, address: str) -> Downloader:
        """The downloader of this call; FetchError where its libraries are not installed."""
        if self._downloader is None:
            try:
                from ansinh.fetching.download import Downloader

                self._downloader = Downloader(self._options.limits, self._options.allowed)
            except ModuleNotFoundError as error:
                raise FetchError(
                    f"{address}: a page, which {error.name} fetches; install the extra: pip install 'ansinh[web]'"
                ) from error
        return self._downloader
