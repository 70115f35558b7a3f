"""A file's digest is that of the whole file, however large."""

import hashlib
from pathlib import Path

from media.files import digest


def test_the_digest_of_a_file_larger_than_any_buffer(tmp_path: Path) -> None:
    path = tmp_path / "film"
    path.write_bytes(bytes(range(256)) * 20_000)
    assert digest.sha256(path) == hashlib.sha256(path.read_bytes()).hexdigest()
    assert digest.short(path) == digest.sha256(path)[:16]
