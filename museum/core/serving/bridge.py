"""From the server's event loop to a WSGI application, so that no slow client holds a thread.

A request's body is here before a thread begins, and a thread is free again before an answer goes
out: files are sent piece by piece from the event loop, as fast as their readers take them.
Sources: the ASGI specification 3.0 (HTTP), PEP 3333.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import IO, Any
from urllib.parse import unquote_to_bytes

from museum.core.serving.bodies import Refused, body_of

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

IDLE = 60.0
"""Seconds after which a reader that takes nothing is left."""
SMALL = 256 << 10
"""Bytes of an answer up to which it is sent in one piece; longer files in pieces of this size."""


class FilePieces:
    """What Django hands an open file to (`wsgi.file_wrapper`)."""

    def __init__(self, file: IO[bytes], _size: int = SMALL) -> None:
        self.file = file
        self.close = file.close

    def __iter__(self) -> Iterator[bytes]:
        return iter(partial(self.file.read, SMALL), b"")


@dataclass
class Answer:
    """What the application answers: its status, headers, and body, or the pieces of a long one."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes | None = None
    pieces: Iterator[bytes] = field(default_factory=lambda: iter(()))
    close: Callable[[], object] = bool

    def start(self, status: str, headers: list[tuple[str, str]], _exc_info: Any = None) -> None:
        self.status = int(status[:3])
        self.headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers
        ]


class Bridge:
    """An ASGI application that lets a WSGI application answer, in threads."""

    def __init__(self, application: Application, threads: int) -> None:
        self.application = application
        self.pages = ThreadPoolExecutor(threads, "pages")
        # Pages that take their time do not stop the films, nor the other way round.
        self.files = ThreadPoolExecutor(2, "files")

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        try:
            body = await body_of(scope, receive)
        except Refused as refused:
            answer = Answer(refused.status, [(b"content-length", b"0"), (b"connection", b"close")])
            return await send_whole(answer, send)
        if body is None:
            return None
        loop = asyncio.get_running_loop()
        with body:
            environ = environ_of(scope, body)
            answer = await loop.run_in_executor(self.pages, self.answer, environ)
        if answer.body is None:
            return await self.send_pieces(answer, receive, send)
        return await send_whole(answer, send)

    def answer(self, asked: Environ) -> Answer:
        """Have a request answered; runs in a thread."""
        answer = Answer()
        result = self.application(asked, answer.start)
        answer.close = getattr(result, "close", answer.close)
        length = dict(answer.headers).get(b"content-length")
        if asked["REQUEST_METHOD"] == "HEAD":
            answer.body = b""
        elif length is not None and int(length) <= SMALL:
            answer.body = b"".join(result)
        else:
            answer.pieces = iter(result)
            return answer
        answer.close()
        return answer

    async def send_pieces(self, answer: Answer, receive: Receive, send: Send) -> None:
        """Send an answer piece by piece, until its reader goes away or takes nothing."""
        loop = asyncio.get_running_loop()
        gone = asyncio.ensure_future(client_left(receive))
        try:
            await send(beginning(answer))
            while not gone.done():
                # A StopIteration could not leave the thread.
                piece = await loop.run_in_executor(self.files, next, answer.pieces, None)
                ends = piece is None
                async with asyncio.timeout(IDLE):
                    await send(
                        {"type": "http.response.body", "body": piece or b"", "more_body": not ends}
                    )
                if ends:
                    break
        except TimeoutError:
            # The server ends the connection: fewer bytes went out than were promised.
            pass
        finally:
            gone.cancel()
            await loop.run_in_executor(self.files, answer.close)


def environ_of(scope: Message, body: IO[bytes]) -> Environ:
    """Return the WSGI environment of a request."""
    host, port = scope.get("server") or ("localhost", 80)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": path_of(scope).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("",))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FilePieces,
    }
    for raw_name, raw_value in scope["headers"]:
        # A name with an underscore could pass for another header.
        if b"_" in raw_name:
            continue
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        key = KEYS.get(name) or "HTTP_" + name.upper().replace("-", "_")
        joined = "; " if name == "cookie" else ","
        environ[key] = f"{environ[key]}{joined}{value}" if key in environ else value
    if scope["method"] not in ("GET", "HEAD"):
        environ |= {"CONTENT_LENGTH": str(body.seek(0, 2))}
        body.seek(0)
    return environ


KEYS = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}


def path_of(scope: Message) -> bytes:
    raw = scope.get("raw_path")
    return unquote_to_bytes(raw) if raw else str(scope["path"]).encode()


def beginning(answer: Answer) -> Message:
    return {"type": "http.response.start", "status": answer.status, "headers": answer.headers}


async def send_whole(answer: Answer, send: Send) -> None:
    await send(beginning(answer))
    await send({"type": "http.response.body", "body": answer.body or b""})


async def client_left(receive: Receive) -> None:
    """Wait until the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
