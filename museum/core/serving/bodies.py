"""A request's body, received whole before Django sees it, within limits of size and time."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from io import BytesIO
from typing import IO, Any

LARGEST = 64 << 20
"""Bytes of a body: forms take files of 60 MB; larger ones come in parts."""
IN_MEMORY = 1 << 20
"""Bytes from which on a body lies on the disk."""
PATIENCE = 30.0
"""Seconds that a sender may pause."""
HEAD_START = 60.0
"""Seconds that every body may take; a long one has as many more as it takes at `SLOWEST`."""
SLOWEST = 10_000
"""Bytes a second that a sender must send on average."""

Receive = Callable[[], Awaitable[dict[str, Any]]]


class Refused(Exception):
    """A body that is too large, or that its sender does not send."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = int(status)


async def body_of(scope: dict[str, Any], receive: Receive) -> IO[bytes] | None:
    """Return a request's body, to be read from its beginning; None where its sender went away.

    Raises Refused.
    """
    headers = dict(scope["headers"])
    if b"content-length" not in headers and b"transfer-encoding" not in headers:
        return BytesIO()
    promised = headers.get(b"content-length", b"")
    if promised.isdigit() and int(promised) > LARGEST:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return await received(receive)


async def received(receive: Receive) -> IO[bytes] | None:
    """Receive a body within the limits. Raises Refused."""
    loop = asyncio.get_running_loop()
    began, size = loop.time(), 0
    body = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  (it is returned)
    try:
        while True:
            latest = began + HEAD_START + size / SLOWEST
            if loop.time() > latest:
                raise TimeoutError
            async with asyncio.timeout_at(min(loop.time() + PATIENCE, latest)):
                message = await receive()
            if message["type"] == "http.disconnect":
                body.close()
                return None
            size += len(message.get("body", b""))
            if size > LARGEST:
                raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            body.write(message.get("body", b""))
            if not message.get("more_body"):
                body.seek(0)
                return body
    except TimeoutError:
        body.close()
        raise Refused(HTTPStatus.REQUEST_TIMEOUT) from None
    except Refused:
        body.close()
        raise
