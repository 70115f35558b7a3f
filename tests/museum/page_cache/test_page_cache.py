"""Pages are made once for everybody, and never sent once they are not true any more."""

import asyncio
import gzip
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

import brotli
import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections, transaction
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from exhibitions.models import Artifact, Collection
from museum.page_cache import changes, moments, server, store
from museum.page_cache.server import Answer, PageCache, accepted, is_allowed, nothing
from records.models import Person, Place, School
from tests.loops import run
from tests.records import factories as records

HOST = "museum.example"

committing = pytest.mark.django_db(transaction=True)


class Visitors:
    """Ask the museum as a server does; `made` are the requests that reach Django."""

    def __init__(self, folder: Path) -> None:
        self.made: list[dict[str, Any]] = []
        self.django = get_wsgi_application()
        self.pause: Callable[[], None] = lambda: None
        self.pages = store.Folder(folder)
        self.museum = PageCache(self.make, self.pages)
        self.thread = ThreadPoolExecutor(1)

    @property
    def kept(self) -> list[Path]:
        pages = self.pages.root.glob("pages-*/*")
        return [entry for entry in pages if entry.name != moments.HEADER]

    def close(self) -> None:
        self.thread.submit(connections.close_all).result()
        self.thread.shutdown()

    async def make(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Have Django answer in a thread of its own, as servers do."""
        self.made.append(scope)
        loop = asyncio.get_running_loop()
        status, headers, body = await loop.run_in_executor(self.thread, self.answer, scope)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def answer(self, scope: dict[str, Any]) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        environ: dict[str, Any] = {
            "REQUEST_METHOD": scope["method"],
            "PATH_INFO": scope["path"].encode().decode("latin-1"),
            "QUERY_STRING": scope["query_string"].decode(),
            "wsgi.input": BytesIO(),
        }
        for name, value in scope["headers"]:
            environ[f"HTTP_{name.decode().upper().replace('-', '_')}"] = value.decode("latin-1")
        setup_testing_defaults(environ)
        told: list[Any] = []
        response = self.django(environ, lambda *answer: told.extend(answer))
        body = b"".join(response)
        response.close()
        # What was read of the database is on its way to the visitor.
        self.pause()
        headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in told[1]]
        return int(told[0].split()[0]), headers, body

    async def asked(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        path, _, query = path.partition("?")
        named = {"host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in named.items()],
        }
        answer = Answer()
        await self.museum(scope, nothing, answer.collect)
        return answer.status, dict(answer.headers), answer.body

    def ask(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        return run(self.asked(path, method, **headers))

    def text(self, path: str) -> str:
        return self.ask(path)[2].decode()


@pytest.fixture
def visitors(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitors]:
    settings.WAGTAILADMIN_BASE_URL = f"http://{HOST}"
    visitors = Visitors(tmp_path)
    monkeypatch.setattr(store, "current", lambda: visitors.pages)
    yield visitors
    visitors.close()


@pytest.fixture
def page(artifact: Callable[..., Artifact]) -> Artifact:
    return artifact("ספר", "aiu-1")


@committing
def test_a_page_is_made_once_and_sent_in_every_encoding(visitors: Visitors, page: Page) -> None:
    status, headers, plain = visitors.ask(page.address)
    assert status == 200 and "ספר" in plain.decode()
    assert headers["cache-control"] == "public, no-cache"
    assert headers["vary"] == "Accept-Encoding" and "set-cookie" not in headers
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
    tags = {headers["etag"]}
    for encoding, opened in unpack.items():
        _status, packed, body = visitors.ask(page.address, accept_encoding=f"{encoding}, foo;q=0")
        assert packed["content-encoding"] == encoding and opened(body) == plain
        assert int(packed["content-length"]) == len(body) < len(plain) / 2
        tags.add(packed["etag"])
    assert len(visitors.made) == 1 and len(tags) == 3


@committing
def test_who_has_the_page_already_is_told_so(visitors: Visitors, page: Page) -> None:
    _status, headers, _body = visitors.ask(page.address)
    for asked in (headers["etag"], f'"other", W/{headers["etag"]}'):
        status, told, body = visitors.ask(page.address, if_none_match=asked)
        assert (status, body, told["etag"]) == (304, b"", headers["etag"])
    assert visitors.ask(page.address, if_none_match='"other"')[0] == 200
    status, told, body = visitors.ask(page.address, method="HEAD")
    assert (status, body, told["content-length"]) == (200, b"", headers["content-length"])


@committing
def test_nothing_of_the_asker_reaches_a_page_that_is_kept(visitors: Visitors, page: Page) -> None:
    strange = {
        "host": HOST + ":4444",
        "x_forwarded_host": "evil.example",
        "accept_language": "fr",
        "cookie": "django_language=es; _ga=1",
        "user_agent": "strange",
        "referer": "http://evil.example/",
    }
    _status, headers, body = visitors.ask(page.address, **strange)
    [scope] = visitors.made
    sent = dict(scope["headers"])
    assert sent.pop(moments.HEADER.encode()) == moments.TOKEN.encode()
    assert sent == {b"host": HOST.encode(), b"accept-encoding": b"identity"}
    assert moments.HEADER not in headers
    assert b"4444" not in body and b"evil" not in body
    assert visitors.ask(page.address)[2] == body


@committing
@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ("", {"cookie": "sessionid=1"}),
        ("", {"cookie": "a=b; csrftoken=1"}),
        ("", {"cookie": "messages=1"}),
        ("?utm_source=1", {}),
    ],
)
def test_what_is_one_persons_own_is_made_for_them(
    visitors: Visitors, page: Page, query: str, headers: dict[str, str]
) -> None:
    for _time in range(2):
        assert visitors.ask(page.address + query, **headers)[0] == 200
    assert len(visitors.made) == 2
    assert not visitors.kept


@committing
@pytest.mark.parametrize("path", ["/", "/admin/", "/healthz", "/xx/", "/he/nothing/", "he"])
def test_what_is_no_public_page_is_not_kept(visitors: Visitors, page: Page, path: str) -> None:
    for _time in range(2):
        visitors.ask(path)
    assert len(visitors.made) == 2
    assert not visitors.kept


@committing
def test_a_foreign_name_is_refused(visitors: Visitors, page: Page) -> None:
    with override_settings(ALLOWED_HOSTS=[HOST]):
        is_allowed.cache_clear()
        assert visitors.ask(page.address, host="evil.example")[0] == 400
        assert visitors.ask(page.address)[0] == 200
        is_allowed.cache_clear()


@committing
def test_many_who_ask_at_once_have_it_made_once(visitors: Visitors, page: Page) -> None:
    neighbour = PageCache(visitors.make, store.Folder(visitors.pages.root))
    neighbour.store = visitors.pages

    async def all_at_once() -> list[tuple[int, dict[str, str], bytes]]:
        encodings = ["br", "gzip", "identity", "br"]
        first = [visitors.asked(page.address, accept_encoding=name) for name in encodings]
        visitors.museum, museum = neighbour, visitors.museum
        others = [visitors.asked(page.address) for _number in range(4)]
        answers = await asyncio.gather(*first, *others)
        visitors.museum = museum
        return answers

    answers = run(all_at_once())
    assert {status for status, _headers, _body in answers} == {200}
    assert len({headers["etag"] for _status, headers, _body in answers}) == 3
    assert len(visitors.made) == 1


def retitle(page: Artifact) -> None:
    page.title = "מחברת"
    page.save_revision().publish()


def restrict(page: Artifact) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def move(page: Artifact) -> None:
    parent = page.get_parent()
    other = parent.copy(
        update_attrs={"title": "אחר", "slug": page.accession_number}, recursive=False
    )
    page.move(other, pos="last-child")


CHANGES: dict[str, tuple[Callable[[Artifact], object], Callable[[int, str], bool]]] = {
    "publish": (retitle, lambda status, body: "מחברת" in body),
    "unpublish": (lambda page: page.unpublish(), lambda status, body: status == 404),
    "delete": (lambda page: page.delete(), lambda status, body: status == 404),
    "restrict": (restrict, lambda status, body: status != 200),
    "move": (move, lambda status, body: status != 200),
    "site settings": (
        lambda page: Site.objects.update(site_name="שם חדש"),
        lambda status, body: True,
    ),
    "rows": (
        lambda page: Artifact.objects.filter(pk=page.pk).update(medium="פשתן"),
        lambda status, body: "פשתן" in body,
    ),
    "raw SQL": (
        lambda page: connection.cursor().execute("UPDATE exhibitions_artifact SET medium = 'עץ'"),
        lambda status, body: "עץ" in body,
    ),
    "a translation's language": (
        lambda page: page.locale.save(),
        lambda status, body: "ספר" in body,
    ),
}


def before_change(visitors: Visitors, page: Artifact, change: Callable[[Artifact], object]) -> None:
    visitors.ask(page.address)
    change(page)


def unasked(visitors: Visitors, page: Artifact, change: Callable[[Artifact], object]) -> None:
    change(page)


def while_it_is_made(
    visitors: Visitors, page: Artifact, change: Callable[[Artifact], object]
) -> None:
    def happen() -> None:
        visitors.pause = lambda: None
        change(page)

    visitors.pause = happen
    visitors.ask(page.address)


def before_it_is_committed(
    visitors: Visitors, page: Artifact, change: Callable[[Artifact], object]
) -> None:
    with transaction.atomic():
        change(page)
        generation = visitors.pages.generation()
    assert visitors.pages.generation() != generation


def by_another_process(
    visitors: Visitors, page: Artifact, change: Callable[[Artifact], object]
) -> None:
    visitors.ask(page.address)
    other = store.Folder(visitors.pages.root)
    visitors.museum.store, here = other, visitors.museum.store
    visitors.ask(page.address)
    visitors.museum.store = here
    change(page)
    assert other.generation() == here.generation()


def twice(visitors: Visitors, page: Artifact, change: Callable[[Artifact], object]) -> None:
    while_it_is_made(visitors, page, lambda page: None)
    before_change(visitors, page, change)
    visitors.pages.begin()


MOMENTS = (
    before_change,
    unasked,
    while_it_is_made,
    before_it_is_committed,
    by_another_process,
    twice,
)


@committing
@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_stale_is_sent_once_a_change_was_answered(
    visitors: Visitors, artifact: Callable[..., Artifact], moment: Callable[..., None]
) -> None:
    for number, (kind, (change, is_true)) in enumerate(CHANGES.items()):
        page = artifact(f"ספר {number}", f"aiu-{number}")
        generation = visitors.pages.generation()
        moment(visitors, page, change)
        assert visitors.pages.generation() != generation, kind
        for _time in range(2):
            status, _headers, body = visitors.ask(page.address)
            assert is_true(status, body.decode()), kind


@committing
def test_what_visitors_do_not_see_leaves_the_pages(visitors: Visitors, page: Artifact) -> None:
    visitors.ask(page.address)
    generation = visitors.pages.generation()
    page.title = "טיוטה"
    page.save_revision(log_action=True)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Artifact.objects.update(medium="x")
        raise ZeroDivisionError
    assert visitors.pages.generation() == generation
    assert "טיוטה" not in visitors.text(page.address)
    assert len(visitors.made) == 1


@committing
@pytest.mark.parametrize("kind", [Artifact, Person, School, Place])
def test_a_page_or_record_goes_at_its_end_though_nobody_writes(
    visitors: Visitors, page: Artifact, monkeypatch: pytest.MonkeyPatch, kind: type[Any]
) -> None:
    shown = page if kind is Artifact else records.make(kind, ("שם", "he"), slug="name")
    address = page.address if kind is Artifact else shown.address_in("he")
    end = timezone.now() + timedelta(hours=1)
    kind.objects.filter(pk=shown.pk).update(expire_at=end)
    neighbour = PageCache(visitors.make, visitors.pages)
    assert visitors.ask(address)[0] == 200
    visitors.museum = neighbour
    generation = visitors.pages.generation()
    assert visitors.ask(address)[0] == 200 and len(visitors.made) == 1
    monkeypatch.setattr(server.time, "time", end.timestamp)
    visitors.ask(address)
    assert visitors.pages.generation() != generation and len(visitors.made) == 2


@committing
def test_what_was_found_for_others_is_looked_for_anew_after_a_change(
    visitors: Visitors, page: Artifact, collection: Collection, artifact: Callable[..., Artifact]
) -> None:
    """A list with a query is nobody's kept page; what is in it was found for the one before."""
    path = f"{collection.address}?page=1"
    asked: list[int] = []

    def listed() -> str:
        before = visitors.thread.submit(lambda: len(connection.queries_log)).result()
        text = visitors.text(path)
        after = visitors.thread.submit(lambda: len(connection.queries_log)).result()
        asked.append(after - before)
        return text

    visitors.thread.submit(lambda: setattr(connection, "force_debug_cursor", True)).result()
    assert page.address in listed() and page.address in listed()
    assert asked[1] < asked[0] and asked[1] <= 5
    artifact("מפה", "aiu-2")
    assert "מפה" in listed()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert page.address not in listed()
    restriction.delete()
    assert page.address in listed()
    end = timezone.now() + timedelta(hours=1)
    Page.objects.filter(pk=page.pk).update(expire_at=end)
    assert page.address in listed()


@committing
def test_nobody_else_is_told_when_pages_end(visitors: Visitors, page: Artifact) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() + timedelta(hours=1))
    for cookie in ("", "sessionid=1"):
        asked = {"museum_until": "guessed", "cookie": cookie}
        assert moments.HEADER not in visitors.ask(page.address, **asked)[1]


@pytest.mark.parametrize(
    ("sql", "is_seen"),
    [
        ('UPDATE "wagtailcore_page" SET "title" = %s WHERE "id" = 1', True),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "latest_revision_id" = 2', False),
        ('INSERT OR IGNORE INTO "exhibitions_term" ("id") VALUES (1)', True),
        ("delete from media_museumimage where id = 1", True),
        ('INSERT INTO "django_session" ("session_key") VALUES (1)', False),
        ('INSERT INTO "importing_plannedrow" ("id") VALUES (1)', False),
        ('INSERT INTO "exhibitions_registeritem" ("id") VALUES (1)', False),
        ('SELECT "title" FROM "wagtailcore_page"', False),
        ('UPDATE "a_table_of_tomorrow" SET "x" = 1', True),
    ],
)
def test_what_counts_as_seen(sql: str, is_seen: bool) -> None:
    assert changes.is_seen(sql) is is_seen


def test_a_full_folder_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_BYTES", 5_000)
    pages = store.Folder(tmp_path)
    generation = pages.generation()
    for number in range(store.SLOTS):
        pages.put(generation, f"{number:040x}", store.Kept((("A", "b"),), b"x" * 100))
    assert pages.generation() != generation
    assert not list(tmp_path.glob("pages-*/*"))


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("br;q=0.000, gzip;q=0", "identity"),
        ("br;q=0.5", "br"),
        ("", "identity"),
        ("*", "identity"),
        (";;,,=", "identity"),
    ],
)
def test_the_encoding_that_the_asker_reads(header: str, encoding: str) -> None:
    assert accepted(header.encode()) == encoding
