"""Between the server and Django: whole requests go in,
answers come out as fast as they are read.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from museum.core.serving import bodies, bridge
from museum.core.serving.bridge import Bridge
from tests.loops import run

Message = dict[str, Any]


def scope(method: str = "GET", path: bytes = b"/", **headers: str) -> Message:
    named = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    return {
        "type": "http",
        "method": method,
        "raw_path": path,
        "query_string": b"q=1",
        "http_version": "1.1",
        "headers": named,
        "server": ("127.0.0.1", 80),
        "client": ("10.0.0.1", 4000),
    }


def ask(
    application: Callable[..., Iterable[bytes]],
    asked: Message,
    received: Iterable[Message] = (),
    taken: Callable[[Message], object] = lambda message: None,
) -> list[Message]:
    """Return what is sent to a client that sends `received`, and then waits or stays silent."""
    sent: list[Message] = []
    arriving = iter(received)

    async def receive() -> Message:
        message = next(arriving, None)
        if message is None:
            await asyncio.Event().wait()
        return message  # type: ignore[return-value]

    async def send(message: Message) -> None:
        sent.append(message)
        waiting = taken(message)
        if asyncio.iscoroutine(waiting):
            await waiting

    async def exchange() -> None:
        async with asyncio.timeout(20):
            await Bridge(application, threads=1)(asked, receive, send)

    run(exchange())
    return sent


def part(body: bytes, more: bool = False) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


def echo(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """Answer with what was asked."""
    body = environ["wsgi.input"].read()
    told = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} {body.decode()}".encode("latin-1")
    start("200 OK", [("Content-Length", str(len(told)))])
    return [told]


def test_a_request_arrives_whole_and_its_answer_goes_out_whole() -> None:
    asked = scope("POST", b"/%D7%90", transfer_encoding="chunked")
    start, body = ask(echo, asked, [part(b"ab", more=True), part(b"c")])
    assert start["status"] == 200
    assert body["body"] == b"POST /\xd7\x90 abc"


def test_headers_are_told_as_wsgi_has_them_and_none_passes_for_another() -> None:
    asked = scope(cookie="a=1", host="museum")
    asked["headers"] += [(b"cookie", b"b=2"), (b"x_forwarded_proto", b"https")]
    environ = bridge.environ_of(asked, bodies.BytesIO())
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["HTTP_HOST"] == "museum"
    assert environ["REMOTE_ADDR"] == "10.0.0.1"
    assert "HTTP_X_FORWARDED_PROTO" not in environ


def test_a_sender_that_pauses_too_long_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE", 0.01)
    start, _body = ask(echo, scope("POST", content_length="9"), [part(b"a", more=True)])
    assert start["status"] == 408
    assert (b"connection", b"close") in start["headers"]


def test_a_sender_of_a_byte_now_and_then_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "HEAD_START", 0.01)
    monkeypatch.setattr(bodies, "SLOWEST", 1e9)
    drip = (part(b"a", more=True) for _ in iter(int, 1))
    start, _body = ask(echo, scope("POST", content_length="99999"), drip)
    assert start["status"] == 408


@pytest.mark.parametrize("told", [True, False])
def test_a_body_beyond_the_limit_is_refused(told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "LARGEST", 3)
    named = {"content_length": "4"} if told else {"transfer_encoding": "chunked"}
    start, _body = ask(echo, scope("POST", **named), [part(b"abcd")])
    assert start["status"] == 413


def test_a_sender_that_went_away_asks_nothing() -> None:
    asked = scope("POST", content_length="9")
    assert ask(echo, asked, [part(b"a", more=True), {"type": "http.disconnect"}]) == []


class Film:
    """An answer of many pieces, which tells how many were read and whether it was closed."""

    def __init__(self, pieces: int) -> None:
        self.pieces, self.read, self.closed = pieces, 0, False

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> "Film":
        start("200 OK", [("Content-Length", str(bridge.SMALL * self.pieces))])
        return self

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(self.pieces):
            self.read += 1
            yield bytes(bridge.SMALL)

    def close(self) -> None:
        self.closed = True


def test_a_film_is_sent_in_pieces_and_closed() -> None:
    film = Film(3)
    sent = ask(film, scope())
    assert [len(message["body"]) for message in sent[1:]] == [bridge.SMALL] * 3 + [0]
    assert sent[-1]["more_body"] is False
    assert film.closed


def test_a_head_request_reads_nothing_of_it() -> None:
    film = Film(3)
    _start, body = ask(film, scope("HEAD"))
    assert (body["body"], film.read, film.closed) == (b"", 0, True)


def test_a_reader_that_takes_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge, "IDLE", 0.01)
    film = Film(1000)

    async def forever() -> None:
        await asyncio.Event().wait()

    def take(message: Message) -> object:
        return forever() if film.read == 5 else None

    ask(film, scope(), taken=take)
    assert (film.read, film.closed) == (5, True)


def test_a_film_stops_when_its_reader_went_away() -> None:
    film = Film(10_000)
    ask(film, scope(), [{"type": "http.disconnect"}])
    assert film.read < 10_000
    assert film.closed


def test_an_open_file_is_read_in_large_pieces(tmp_path: Any) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(bridge.SMALL + 1))
    file = path.open("rb")
    pieces = bridge.FilePieces(file, 4096)
    assert [len(piece) for piece in pieces] == [bridge.SMALL, 1]
    pieces.close()
    assert file.closed
