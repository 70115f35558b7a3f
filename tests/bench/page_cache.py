"""Print what a kept page costs the server, beside what the same bytes cost without any museum.

Run by `make bench`; asserts nothing. Both are sent by the museum's own server with one process, on
this machine; one client asks one after the other over a connection that stays. CPU time is the
server's, all its threads together.
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench import pages

REQUESTS = 2_000
FIRST = 200
"""Requests that warm the server up."""
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = "MUSEUM_BENCH_PAGE"


async def raw(scope: Any, receive: Any, send: Callable[[Any], Awaitable[None]]) -> None:
    """Send the bytes of one page, whatever is asked: as an ASGI application."""
    if scope["type"] != "http":
        return
    body = page()
    headers = [(b"content-type", b"text/html"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@cache
def page() -> bytes:
    return Path(os.environ[PAGE]).read_bytes()


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="museum-bench-") as folder:
        pages.use_settings(Path(folder))
        import django

        django.setup()
        from django.core.management import call_command

        from tests.bench import collection

        pages.say("Making a museum to measure …")
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("migrate", verbosity=0)
        collection.plant()
        collection.grow_to(100)
        print("Goal: at most 0.4 ms of CPU a kept page, and half of the rate of the raw bytes.")
        print(f"{'page':<12} {'bytes':>7} {'raw ms':>8} {'kept ms':>8} {'of the raw rate':>16}")
        for name, address in pages.addresses(collection.SEARCHED):
            if "?" not in address:
                compare(name, address, Path(folder))


def compare(name: str, address: str, folder: Path) -> None:
    """Print one page's costs in CPU ms a request."""
    with served("museum.asgi:application") as (server, port):
        kept, body = cost(server, port, address)
    file = folder / "page"
    file.write_bytes(body)
    os.environ[PAGE] = str(file)
    with served("tests.bench.page_cache:raw") as (server, port):
        plain, _body = cost(server, port, address)
    print(f"{name:<12} {len(body):>7} {plain:>8.3f} {kept:>8.3f} {plain / kept:>16.0%}", flush=True)


@contextmanager
def served(application: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Serve an application as the museum is served, in one process."""
    from scripts.open_museum import server_command

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = server_command(str(port))
    command[command.index("--workers") + 1] = "1"
    command[-1] = application
    with subprocess.Popen(command, stderr=sys.stderr) as server:
        try:
            wait_for(port)
            yield server, port
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    for _attempt in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


def cost(server: subprocess.Popen[bytes], port: int, address: str) -> tuple[float, bytes]:
    """Return the server's CPU ms a request, and the page as it is sent."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Accept-Encoding": "br", "Host": f"{pages.HOST}:{port}"}

    def ask(times: int) -> bytes:
        body = b""
        for _time in range(times):
            connection.request("GET", address, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{address} answered {answer.status}")
        return body

    ask(FIRST)
    before = cpu_of(server.pid)
    body = ask(REQUESTS)
    return (cpu_of(server.pid) - before) * 1000 / REQUESTS, body


def cpu_of(pid: int) -> float:
    """Return the CPU seconds of a process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / TICKS + sum(cpu_of(int(child)) for child in children)


if __name__ == "__main__":
    main()
