"""Remember what a step was made from, so that it is made again only when that has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.console import ROOT, VAR

STAMPS = VAR / "stamps"


def unless_current(
    name: str, sources: Iterable[Path], product: Path, make: Callable[[], None]
) -> None:
    """Call `make` unless `product` exists and was made from the same contents of `sources`."""
    stamp = STAMPS / name
    digest = fingerprint(sources)
    if product.exists() and stamp.exists() and stamp.read_text() == digest:
        return
    make()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(digest)


def forget(pattern: str) -> None:
    """Have the steps of this name made again."""
    for stamp in STAMPS.glob(pattern):
        stamp.unlink()


def fingerprint(sources: Iterable[Path]) -> str:
    """One hash over names and contents of files and of whole folders."""
    total = hashlib.sha256()
    for path in sorted(_files(sources)):
        total.update(str(path.relative_to(ROOT)).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(sources: Iterable[Path]) -> Iterable[Path]:
    for source in sources:
        if source.is_dir():
            yield from (path for path in source.rglob("*") if path.is_file())
        else:
            yield source
