"""Resumable uploads by the tus protocol 1.0.0: creation, checksum and termination.

Source: https://tus.io/protocols/resumable-upload. An upload belongs to the person who began it;
nobody else learns that it exists. The offset is noted after each part, so that a server may stop at
any moment.
"""

import base64
import fcntl
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    UnreadablePostError,
)
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.models import Collection

from media.files.reasons import first_line
from media.ingest import permissions
from media.models import Upload
from media.validation import Refused, names
from museum.core.full_disk import is_full
from museum.people import signed_in

VERSION = "1.0.0"
MAX_SIZE = 500 * 1024 * 1024
"""Of one file, in bytes."""
PART = 1 << 20
"""Bytes that are read and written at a time."""
BODY = "application/offset+octet-stream"
CHECKSUM_MISMATCH = 460
WHOLE = re.compile("[0-9]+")


class Mismatch(Exception):
    """A part is not what its checksum says."""


class TusView(View):
    """What every answer of the protocol has."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "OPTIONS" and request.headers.get("Tus-Resumable") != VERSION:
            return self.signed(HttpResponse(status=412))
        try:
            return self.signed(super().dispatch(request, *args, **kwargs))
        except (Http404, Upload.DoesNotExist):
            # Or it was ended meanwhile. Not 404: that would be led to a page in the reader's
            # language.
            return self.signed(HttpResponse(status=410))

    @staticmethod
    def signed(response: HttpResponseBase) -> HttpResponseBase:
        response["Tus-Resumable"] = VERSION
        response["Tus-Version"] = VERSION
        response["Cache-Control"] = "no-store"
        return response


class Uploads(TusView):
    """Where uploads begin."""

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        headers = {
            "Tus-Extension": "creation,checksum,termination",
            "Tus-Max-Size": str(MAX_SIZE),
            "Tus-Checksum-Algorithm": "sha1,sha256",
        }
        return HttpResponse(status=204, headers=headers)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Begin an upload: its length, its name, and the collection that it goes to."""
        size = whole_number(request.headers.get("Upload-Length"))
        try:
            told = metadata(request.headers.get("Upload-Metadata", ""))
            collection = whole_number(told.get("collection"))
        except ValueError:
            return refusal(400, _("The upload's name could not be read."))
        if size is None or collection is None:
            return refusal(400, _("The upload does not say how long it is, or where it goes."))
        if size > MAX_SIZE:
            return refusal(
                413, _("A file may be at most %(limit)d MB.") % {"limit": MAX_SIZE >> 20}
            )
        name = told.get("filename", "")
        try:
            names.check(name)
        except Refused as refused:
            return refusal(422, str(refused))
        place = get_object_or_404(Collection, pk=collection)
        if not permissions.may_add_to(signed_in(request), place):
            raise PermissionDenied
        upload = Upload.objects.create(
            user=signed_in(request), collection=place, name=name, size=size
        )
        upload.path.parent.mkdir(parents=True, exist_ok=True)
        upload.path.touch(mode=0o600)
        address = reverse("ingest:upload", args=[upload.key])
        return HttpResponse(status=201, headers={"Location": address, "Upload-Offset": "0"})


class OneUpload(TusView):
    """An upload that has begun."""

    def head(self, request: HttpRequest, key: str) -> HttpResponse:
        """Say how much has arrived."""
        upload = self.mine(key)
        headers = {"Upload-Offset": str(upload.received), "Upload-Length": str(upload.size)}
        return HttpResponse(status=200, headers=headers)

    def patch(self, request: HttpRequest, key: str) -> HttpResponse:
        """Take the next part."""
        if request.headers.get("Content-Type") != BODY:
            return HttpResponse(status=415)
        upload = self.mine(key)
        # The disk may have lost what the database has noted: then it begins anew.
        upload.path.touch(mode=0o600)
        with upload.path.open("r+b") as file, alone(file) as is_alone:
            if not is_alone:
                return HttpResponse(status=423)
            upload.refresh_from_db()
            if whole_number(request.headers.get("Upload-Offset")) != upload.received:
                return HttpResponse(status=409)
            return self.take(request, upload, file)

    def take(self, request: HttpRequest, upload: Upload, file: IO[bytes]) -> HttpResponse:
        begin = upload.received
        file.truncate(begin)
        file.seek(begin)
        try:
            append(request, file, upload.size - begin, request.headers.get("Upload-Checksum"))
        except Mismatch:
            file.truncate(begin)
            return HttpResponse(status=CHECKSUM_MISMATCH)
        except ValueError:
            file.truncate(begin)
            return HttpResponse(status=400)
        except OSError as full:
            with suppress(OSError):
                file.truncate(begin)
            return refusal(507, no_room(full))
        same = Upload.objects.filter(pk=upload.pk)
        if not same.update(offset=file.tell(), changed_at=timezone.now()):
            upload.path.unlink(missing_ok=True)
            raise Upload.DoesNotExist
        return HttpResponse(status=204, headers={"Upload-Offset": str(file.tell())})

    def delete(self, request: HttpRequest, key: str) -> HttpResponse:
        """End an upload, and forget what has arrived."""
        self.mine(key).delete()
        return HttpResponse(status=204)

    def mine(self, key: str) -> Upload:
        return get_object_or_404(Upload, pk=key, user=signed_in(self.request))


def append(request: HttpRequest, file: IO[bytes], room: int, checksum: str | None) -> None:
    """Write a part to the end of a file. A connection that breaks leaves what came before.

    Raises Mismatch, ValueError for an unknown checksum or a part that is too long, OSError.
    """
    algorithm, _space, expected = (checksum or "sha256 ").partition(" ")
    if algorithm not in ("sha1", "sha256"):
        raise ValueError(algorithm)
    digest = hashlib.new(algorithm)
    while chunk := read(request):
        room -= len(chunk)
        if room < 0:
            raise ValueError("longer than it said")
        digest.update(chunk)
        file.write(chunk)
    file.flush()
    if checksum and base64.b64encode(digest.digest()).decode() != expected.strip():
        raise Mismatch


def read(request: HttpRequest) -> bytes:
    """Return the next bytes of a request; none at its end or where the connection broke."""
    try:
        return request.read(PART)
    except UnreadablePostError:
        return b""


@contextmanager
def alone(file: IO[bytes]) -> Iterator[bool]:
    """Tell whether no other request writes this file; none does until the end of the block."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
        return
    yield True


def metadata(header: str) -> dict[str, str]:
    """Read Upload-Metadata: keys, and values in Base64. Raises ValueError."""
    pairs = (pair.strip().partition(" ") for pair in header.split(",") if pair.strip())
    return {key: base64.b64decode(value, validate=True).decode() for key, _space, value in pairs}


def whole_number(value: str | None) -> int | None:
    """Read a header's number; None for what is none, or more than any database counts."""
    return int(value) if value and len(value) < 16 and WHOLE.fullmatch(value) else None


def refusal(status: int, reason: str) -> HttpResponse:
    return HttpResponse(reason, status=status, content_type="text/plain; charset=utf-8")


def no_room(failure: Exception) -> str:
    """Say that a file could not be kept, above all on a full disk, and that nothing is lost."""
    if is_full(failure):
        return _(
            "The server's disk is full. What has arrived is kept; tell the operators, and go on"
            " once there is room."
        )
    return _(
        "The server's disk does not take the file (%(reason)s). What has arrived is kept;"
        " tell the operators, and go on later."
    ) % {"reason": getattr(failure, "strerror", None) or first_line(failure)}
