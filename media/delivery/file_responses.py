"""Files on the museum's own disk, whole or in part: a player asks for the part that it plays next.

One range a request, as browsers ask; a request for several gets the whole file, which RFC 9110
allows (section 14.2).
"""

import errno
import mimetypes
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import http_date

CHUNK = 256 * 1024
RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")
# What the system's own list of types lacks or names otherwise.
TYPES = {".vtt": "text/vtt; charset=utf-8", ".m4a": "audio/mp4", ".avif": "image/avif"}


class Unsatisfiable(Exception):
    """A range that begins behind the file's end."""


def file_response(
    request: HttpRequest, path: Path, content_type: str = "", name: str = ""
) -> HttpResponseBase:
    """Serve a file, or the range of it that was asked for; `name` makes it a download.

    Raises Http404 where there is none.
    """
    with missing_is_404():
        file = path.open("rb")
    stat = os.fstat(file.fileno())
    modified = http_date(stat.st_mtime)
    tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    headers = {
        "Accept-Ranges": "bytes",
        "Content-Type": content_type or type_of(path),
        "ETag": tag,
        "Last-Modified": modified,
        "X-Content-Type-Options": "nosniff",
    }
    if name:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quoted(name)}"
    if is_unchanged(request, tag, stat.st_mtime):
        file.close()
        return HttpResponse(status=304, headers=headers)
    try:
        part = range_of(request, stat.st_size, tag, modified)
    except Unsatisfiable:
        file.close()
        headers["Content-Range"] = f"bytes */{stat.st_size}"
        return HttpResponse(status=416, headers=headers)
    start, end = part or (0, stat.st_size)
    headers["Content-Length"] = str(end - start)
    if part:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{stat.st_size}"
    status = 206 if part else 200
    if request.method == "HEAD":
        file.close()
        return HttpResponse(status=status, headers=headers)
    return StreamingHttpResponse(pieces(file, start, end), status=status, headers=headers)


@contextmanager
def missing_is_404() -> Iterator[None]:
    """Raise Http404 where there is no such file, or its name is one that no disk can hold."""
    try:
        yield
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError) as missing:
        raise Http404 from missing
    except OSError as failure:
        if failure.errno != errno.ENAMETOOLONG:
            raise
        raise Http404 from failure


def range_of(request: HttpRequest, size: int, tag: str, modified: str) -> tuple[int, int] | None:
    """Return the asked range as (first byte, byte after the last), or None for the whole file.

    Raises Unsatisfiable.
    """
    found = RANGE.match(request.headers.get("Range", "").replace(" ", ""))
    condition = request.headers.get("If-Range", "")
    if not found or (condition and condition not in (tag, modified)):
        return None
    first, last = found.groups()
    if not first and not last:
        return None
    if not first:
        # The last so many bytes.
        if not int(last) or not size:
            raise Unsatisfiable
        return max(0, size - int(last)), size
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise Unsatisfiable
    return int(first), min(int(last) + 1 if last else size, size)


def is_unchanged(request: HttpRequest, tag: str, modified: float) -> bool:
    """Does the asker have this very file already?"""
    if tags := request.headers.get("If-None-Match"):
        return tag in [one.strip().removeprefix("W/") for one in tags.split(",")]
    try:
        since = parsedate_to_datetime(request.headers.get("If-Modified-Since", ""))
        return int(modified) <= since.timestamp()
    except (TypeError, ValueError, OverflowError):
        return False


def pieces(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """Yield the bytes of a file from `start` up to `end`, and close it."""
    with file:
        file.seek(start)
        left = end - start
        while left > 0 and (piece := file.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece


def type_of(path: Path) -> str:
    """Return the media type that a file's name promises."""
    known = TYPES.get(path.suffix.lower())
    return known or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def quoted(name: str) -> str:
    """Return a file's name for a header (RFC 5987), without parts of a path."""
    return quote(Path(name).name, safe="")
