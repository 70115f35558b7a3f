"""Binary glTF files (GLB): the JSON document and the one block of bytes that it speaks of.

Source: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#binary-gltf-layout
"""

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

JSON_CHUNK, BINARY_CHUNK = 0x4E4F534A, 0x004E4942
MAX_JSON = 32_000_000
"""The document of a model of the museum's largest size has a few hundred kB."""


class Malformed(Exception):
    """A file that is no whole GLB; the message is a developer's, in English."""


@dataclass(frozen=True)
class Glb:
    """A GLB whose block of bytes stays in its file until a part is asked for."""

    path: Path
    document: dict[str, Any]
    start: int
    length: int

    def view(self, index: int) -> bytes:
        """Return the bytes of a buffer view."""
        view = self.document["bufferViews"][index]
        with self.path.open("rb") as file:
            file.seek(self.start + view.get("byteOffset", 0))
            return file.read(view["byteLength"])


def read(path: str | Path) -> Glb:
    """Read a GLB's header and document. Raises Malformed where its parts do not add up."""
    size = Path(path).stat().st_size
    with Path(path).open("rb") as file:
        magic, version, length = unpack("<4sII", file.read(12))
        if magic != b"glTF":
            raise Malformed("it does not begin as a GLB does")
        if version != 2:
            raise Malformed(f"version {version} instead of 2")
        if length != size:
            raise Malformed(f"{size} bytes instead of {length}")
        json_length, kind = unpack("<II", file.read(8))
        if kind != JSON_CHUNK or json_length > min(MAX_JSON, size - 20):
            raise Malformed("the first part is no document")
        document = parse(file.read(json_length))
        start, rest = 20 + json_length, size - 20 - json_length
        if rest == 0:
            return Glb(Path(path), document, start, 0)
        binary_length, kind = unpack("<II", file.read(8))
        if kind != BINARY_CHUNK or binary_length > rest - 8:
            raise Malformed("the second part is not whole")
        return Glb(Path(path), document, start + 8, binary_length)


def unpack(pattern: str, data: bytes) -> tuple[Any, ...]:
    if len(data) < struct.calcsize(pattern):
        raise Malformed("it ends too early")
    return struct.unpack(pattern, data)


def parse(data: bytes) -> dict[str, Any]:
    """Read the document. Raises Malformed for what is no JSON object."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as reason:
        raise Malformed("the document is no JSON") from reason
    if not isinstance(document, dict):
        raise Malformed("the document is no JSON object")
    return document


def write(path: Path, document: dict[str, Any], binary: bytes) -> None:
    """Write a GLB; both parts are filled up to four bytes, as the format wants it."""
    text = json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    length = 12 + 8 + len(text) + 8 + len(binary)
    header = struct.pack("<4sII", b"glTF", 2, length)
    first, second = (
        struct.pack("<II", len(part), kind)
        for part, kind in ((text, JSON_CHUNK), (binary, BINARY_CHUNK))
    )
    path.write_bytes(header + first + text + second + binary)


def replace_views(
    glb: Glb, replaced: dict[int, bytes], path: Path, added: Iterable[bytes] = ()
) -> None:
    """Write a GLB in which some buffer views hold other bytes, and others are added behind them."""
    views, binary = [], bytearray()
    kept = glb.document.get("bufferViews", [])
    parts = [(view, replaced.get(index) or glb.view(index)) for index, view in enumerate(kept)]
    for view, data in [*parts, *(({"buffer": 0}, data) for data in added)]:
        views.append({**view, "byteOffset": len(binary), "byteLength": len(data)})
        binary += data + b"\0" * (-len(data) % 4)
    buffers = [{"byteLength": len(binary)}]
    write(path, {**glb.document, "bufferViews": views, "buffers": buffers}, bytes(binary))
