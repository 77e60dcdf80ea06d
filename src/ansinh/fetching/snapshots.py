"""The one snapshot that is kept of every page: its bytes, and what is known of how they came.

They lie in the folder `snapshots` of a store, two files a page: the bytes, named by the address and by themselves, and
beside them the account as JSON. The account is written last, so a page is there as a whole or as it was.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ansinh.graph.generations import SNAPSHOTS, prepare
from ansinh.graph.whole_file import written_whole


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The account of a snapshot: when it was captured (UTC) is told here only, so that it changes no graph."""

    asked: str
    reached: str
    captured: str
    sha256: str
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class Snapshots:
    """The snapshots of a store."""

    def __init__(self, store: str | Path) -> None:
        """Look at nothing yet."""
        self._store = Path(store)

    def find(self, address: str) -> tuple[Snapshot, bytes] | None:
        """The snapshot of a canonical address with its bytes; None where there is none, or it is damaged."""
        try:
            told = json.loads(self._account(address).read_text(encoding="utf-8"))
            account = Snapshot(**told)
            if not account.sha256.isalnum() or account.asked != address:
                return None
            data = self._bytes(account).read_bytes()
        except (OSError, ValueError, TypeError, AttributeError):
            return None
        return (account, data) if sha256(data).hexdigest() == account.sha256 else None

    def keep(self, account: Snapshot, data: bytes) -> None:
        """Put a snapshot in the place of the one before. StoreError where it cannot be written."""
        prepare(self._store)
        place = self._bytes(account)
        place.parent.mkdir(exist_ok=True)
        with written_whole(place) as out:
            out.write(data)
        with written_whole(self._account(account.asked)) as out:
            out.write(f"{json.dumps(dataclasses.asdict(account), indent=2, ensure_ascii=False)}\n".encode())
        for old in place.parent.glob(f"{_key(account.asked)}-*.page"):
            if old != place:
                old.unlink(missing_ok=True)

    def _account(self, address: str) -> Path:
        return self._store / SNAPSHOTS / f"{_key(address)}.json"

    def _bytes(self, account: Snapshot) -> Path:
        name = f"{_key(account.asked)}-{account.sha256[:16]}.page"
        return self._store / SNAPSHOTS / name


def _key(address: str) -> str:
    """A name for the files of an address, in which nothing of the address stands."""
    return sha256(address.encode()).hexdigest()[:32]
