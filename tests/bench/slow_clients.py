"""Fifty clients that read or send slowly, and how long `/healthz` takes meanwhile.

    python -m tests.bench.slow_clients http://localhost:8000 /media/recordings/film.mp4

Loopback only, at most 50 connections, at most half a minute. Fails where an answer takes a second.
"""

import asyncio
import socket
import sys
import time
from contextlib import suppress
from urllib.parse import urlsplit

READERS = 25
SENDERS = 25
ASKED = 20
LONGEST = 1.0
"""Seconds that `/healthz` may take."""


async def main(address: str, path: str) -> None:
    """Print the times of `/healthz` without and with the slow clients."""
    place = urlsplit(address)
    if place.hostname not in ("localhost", "127.0.0.1"):
        sys.exit("Only a museum of this machine is tried.")
    host, port = "127.0.0.1", place.port or 80
    print("alone   ", told(await ask(host, port)))
    clients = [asyncio.create_task(read_slowly(host, port, path)) for _ in range(READERS)]
    clients += [asyncio.create_task(send_slowly(host, port, n)) for n in range(SENDERS)]
    try:
        await asyncio.sleep(2)
        times = await ask(host, port)
    finally:
        for client in clients:
            client.cancel()
        await asyncio.gather(*clients, return_exceptions=True)
    print("under 50", told(times))
    if max(times) > LONGEST:
        sys.exit(f"✗ /healthz took {max(times):.2f} s.")


async def ask(host: str, port: int) -> list[float]:
    """Return the seconds that each of some answers took; an answer that is not 200 fails."""
    times = []
    for _ in range(ASKED):
        began = time.perf_counter()
        async with asyncio.timeout(10):
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(f"GET /healthz HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
            status = await reader.readline()
        times.append(time.perf_counter() - began)
        writer.close()
        if b" 200 " not in status:
            sys.exit(f"✗ /healthz answered {status!r}")
        await asyncio.sleep(0.2)
    return times


async def read_slowly(host: str, port: int, path: str) -> None:
    """Ask for a large file, and read a few bytes of it a second."""
    # A small buffer: what the system has taken, the museum has sent.
    taken = socket.socket()
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    taken.setblocking(False)
    await asyncio.get_running_loop().sock_connect(taken, (host, port))
    reader, writer = await asyncio.open_connection(sock=taken, limit=1024)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
    status = await reader.readline()
    if b" 200 " not in status:
        sys.exit(f"✗ {path} answered {status!r}")
    with suppress(ConnectionError):
        while await reader.read(100):
            await asyncio.sleep(1)


async def send_slowly(host: str, port: int, number: int) -> None:
    """Begin a request, and send a byte of its headers or its body a second."""
    _reader, writer = await asyncio.open_connection(host, port)
    # With a token's cookie the form is read, to find the token in it.
    whole = (
        f"POST /admin/login/ HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 100000\r\n"
        f"Cookie: csrftoken={'a' * 32}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    )
    writer.write((whole + "\r\n" if number % 2 else whole).encode())
    with suppress(ConnectionError):
        while True:
            await asyncio.sleep(1)
            writer.write(b"x" if number % 2 else b"X")
            await writer.drain()


def told(times: list[float]) -> str:
    return f"/healthz: {1000 * sum(times) / len(times):.0f} ms, longest {1000 * max(times):.0f} ms"


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
