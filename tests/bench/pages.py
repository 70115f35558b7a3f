"""Print what each kind of page costs the server. Run by `make bench`; asserts nothing.

Requests go through the whole WSGI application, in this process, with a real museum's settings, to
a SQLite database of its own in a temporary folder. CPU time is this process's.
"""

import gzip
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, urlencode
from wsgiref.util import setup_testing_defaults

SIZES = (100, 5000)
WARM_UP = 5
SECONDS_EACH = 3.0
HOST = "localhost"

WSGIApplication = Callable[[dict[str, object], Callable[..., None]], Iterable[bytes]]


@dataclass
class Cost:
    """What one page costs: CPU ms and database queries a request, and its bytes."""

    cpu_ms: float
    per_second: float
    queries: int
    size: int
    gzipped: int


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="museum-bench-") as folder:
        use_settings(Path(folder))
        import django

        django.setup()
        from django.core.management import call_command
        from django.core.wsgi import get_wsgi_application

        from tests.bench import collection

        say("Making a museum to measure …")
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("migrate", verbosity=0)
        collection.plant()
        application = get_wsgi_application()
        print(f"{'artifacts':>9}  {'page':<12} {'CPU ms':>7} {'req/s':>7} {'queries':>7} ", end="")
        print(f"{'bytes':>8} {'gzipped':>8}")
        for count in SIZES:
            say(f"Growing to {count} artifacts …")
            collection.grow_to(count)
            for name, address in addresses(collection.SEARCHED):
                show(count, name, measure(application, address))


def use_settings(folder: Path) -> None:
    """Use a real museum's settings, with everything that it keeps in `folder`."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "museum.settings.production",
        "SECRET_KEY": "for measurements only",
        "ALLOWED_HOSTS": HOST,
        "MUSEUM_VAR": str(folder),
    }
    os.environ.pop("DATABASE_URL", None)


def addresses(searched: dict[str, str]) -> Iterable[tuple[str, str]]:
    """Names and addresses of the measured pages."""
    from exhibitions.models import Artifact, Collection

    for language, words in searched.items():
        collection = Collection.objects.get(locale__language_code=language)
        middle = Artifact.objects.child_of(collection).order_by("path")[50]
        yield f"home {language}", f"/{language}/"
        yield f"detail {language}", middle.get_url()
        yield f"list {language}", collection.get_url()
        yield f"search {language}", f"/{language}/search/?{urlencode({'q': words})}"


def measure(application: WSGIApplication, address: str) -> Cost:
    """Ask for one address again and again for a few seconds."""
    for _ in range(WARM_UP):
        body = ask(application, address)
    queries = count_queries(lambda: ask(application, address))
    requests, cpu, clock = 0, time.process_time(), time.perf_counter()
    while (passed := time.perf_counter() - clock) < SECONDS_EACH:
        ask(application, address)
        requests += 1
    cpu_ms = (time.process_time() - cpu) * 1000 / requests
    return Cost(cpu_ms, requests / passed, queries, len(body), len(gzip.compress(body)))


def ask(application: WSGIApplication, address: str) -> bytes:
    """The body of one page. Raises RuntimeError for anything but 200."""
    path, _, query = address.partition("?")
    environ: dict[str, object] = {
        "HTTP_HOST": HOST,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "wsgi.input": BytesIO(),
    }
    setup_testing_defaults(environ)
    statuses: list[str] = []
    response = application(environ, lambda status, *_: statuses.append(status))
    body = b"".join(response)
    response.close()  # type: ignore[attr-defined] # ends the request, as servers do
    if not statuses[0].startswith("200"):
        raise RuntimeError(f"{quote(path)} answered {statuses[0]}")
    return body


def count_queries(request: Callable[[], object]) -> int:
    from django.db import connection

    asked = 0

    def count(execute: Callable[..., object], *arguments: object) -> object:
        nonlocal asked
        asked += 1
        return execute(*arguments)

    with connection.execute_wrapper(count):
        request()
    return asked


def show(count: int, name: str, cost: Cost) -> None:
    print(f"{count:>9}  {name:<12} {cost.cpu_ms:>7.1f} {cost.per_second:>7.0f} ", end="")
    print(f"{cost.queries:>7} {cost.size:>8} {cost.gzipped:>8}", flush=True)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
