"""Pages are made once for everybody, and never sent once they are not true any more."""

import gzip
import threading
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

import brotli
import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection, transaction
from django.test import override_settings
from wagtail.models import Page, PageViewRestriction, Site

from exhibitions.models import Artifact
from museum.page_cache import changes, store
from museum.page_cache.server import PageCache, accepted

HOST = "museum.example"


class Visitors:
    """Ask the museum as a server does; `made` counts what Django was asked."""

    def __init__(self, folder: Path) -> None:
        self.made: list[dict[str, Any]] = []
        self.django = get_wsgi_application()
        self.pause: Callable[[], None] = lambda: None
        self.pages = store.Folder(folder)
        self.museum = PageCache(self.make, self.pages)

    def make(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        self.made.append(environ)
        response = self.django(environ, start_response)
        body = b"".join(response)
        response.close()
        # What was read of the database is on its way to the visitor.
        self.pause()
        return [body]

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[str, dict, bytes]:
        path, _, query = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": query,
            "HTTP_HOST": HOST,
            "wsgi.input": BytesIO(),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        setup_testing_defaults(environ)
        told: list[Any] = []
        body = b"".join(self.museum(environ, lambda *answer: told.extend(answer)))
        return told[0], dict(told[1]), body

    def text(self, path: str) -> str:
        return self.ask(path)[2].decode()


@pytest.fixture
def visitors(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitors]:
    settings.WAGTAILADMIN_BASE_URL = f"http://{HOST}"
    visitors = Visitors(tmp_path)
    monkeypatch.setattr(store, "current", lambda: visitors.pages)
    changes.watch_connection(connection)
    # As Django's own test client does: the test's transaction lasts longer than a request.
    ended = [(request_started, close_old_connections), (request_finished, close_old_connections)]
    for signal, receiver in ended:
        signal.disconnect(receiver)
    yield visitors
    for signal, receiver in ended:
        signal.connect(receiver)
    connection.execute_wrappers.remove(changes.watch)


@pytest.fixture
def page(artifact: Callable[..., Artifact]) -> Artifact:
    return artifact("ספר", "aiu-1")


committing = pytest.mark.django_db(transaction=True)


@pytest.mark.django_db
def test_a_page_is_made_once_and_sent_in_every_encoding(visitors: Visitors, page: Page) -> None:
    status, headers, plain = visitors.ask(page.address)
    assert status == "200 OK" and "ספר" in plain.decode()
    assert headers["Cache-Control"] == "public, no-cache"
    assert headers["Vary"] == "Accept-Encoding" and "Set-Cookie" not in headers
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
    tags = {headers["ETag"]}
    for encoding, opened in unpack.items():
        _status, packed, body = visitors.ask(page.address, accept_encoding=f"{encoding}, foo;q=0")
        assert packed["Content-Encoding"] == encoding and opened(body) == plain
        assert int(packed["Content-Length"]) == len(body) < len(plain) / 2
        tags.add(packed["ETag"])
    assert len(visitors.made) == 1 and len(tags) == 3


@pytest.mark.django_db
def test_who_has_the_page_already_is_told_so(visitors: Visitors, page: Page) -> None:
    _status, headers, _body = visitors.ask(page.address)
    for asked in (headers["ETag"], f'"other", W/{headers["ETag"]}'):
        status, told, body = visitors.ask(page.address, if_none_match=asked)
        assert (status, body, told["ETag"]) == ("304 Not Modified", b"", headers["ETag"])
    assert visitors.ask(page.address, if_none_match='"other"')[0] == "200 OK"
    status, told, body = visitors.ask(page.address, method="HEAD")
    assert (status, body, told["Content-Length"]) == ("200 OK", b"", headers["Content-Length"])


@pytest.mark.django_db
def test_nothing_of_the_asker_reaches_a_page_that_is_kept(visitors: Visitors, page: Page) -> None:
    strange = {
        "host": HOST + ":4444",
        "x_forwarded_host": "evil.example",
        "accept_language": "fr",
        "cookie": "django_language=es; _ga=1",
        "user_agent": "strange",
        "referer": "http://evil.example/",
    }
    _status, _headers, body = visitors.ask(page.address, **strange)
    [environ] = visitors.made
    sent = {name: value for name, value in environ.items() if name.startswith("HTTP_")}
    assert sent == {"HTTP_HOST": HOST, "HTTP_ACCEPT_ENCODING": "identity"}
    assert b"4444" not in body and b"evil" not in body
    assert visitors.ask(page.address)[2] == body


@pytest.mark.django_db
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
        assert visitors.ask(page.address + query, **headers)[0] == "200 OK"
    assert len(visitors.made) == 2
    assert not list(visitors.pages.root.glob("pages-*/*"))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/admin/", "/healthz", "/xx/", "/he/nothing/", "he"])
def test_what_is_no_public_page_is_not_kept(visitors: Visitors, page: Page, path: str) -> None:
    for _time in range(2):
        visitors.ask(path)
    assert len(visitors.made) == 2
    assert not list(visitors.pages.root.glob("pages-*/*"))


@pytest.mark.django_db
def test_a_foreign_name_is_refused(visitors: Visitors, page: Page) -> None:
    with override_settings(ALLOWED_HOSTS=[HOST]):
        from museum.page_cache.server import is_allowed

        is_allowed.cache_clear()
        assert visitors.ask(page.address, host="evil.example")[0].startswith("400")
        assert visitors.ask(page.address)[0] == "200 OK"
        is_allowed.cache_clear()


@committing
def test_many_who_ask_at_once_have_it_made_once(visitors: Visitors, page: Page) -> None:
    begun = threading.Event()
    visitors.pause = lambda: begun.wait(10) and None
    answers: list[bytes] = []
    asking = [
        threading.Thread(target=lambda: answers.append(visitors.ask(page.address)[2]))
        for _number in range(8)
    ]
    for thread in asking:
        thread.start()
    begun.set()
    for thread in asking:
        thread.join()
    assert len(set(answers)) == 1 and len(answers) == 8
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


CHANGES: dict[str, tuple[Callable[[Artifact], object], Callable[[str, str], bool]]] = {
    "publish": (retitle, lambda status, body: "מחברת" in body),
    "unpublish": (lambda page: page.unpublish(), lambda status, body: status.startswith("404")),
    "delete": (lambda page: page.delete(), lambda status, body: status.startswith("404")),
    "restrict": (restrict, lambda status, body: not status.startswith("200")),
    "move": (move, lambda status, body: not status.startswith("200")),
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


@pytest.mark.parametrize(
    ("sql", "is_seen"),
    [
        ('UPDATE "wagtailcore_page" SET "title" = %s WHERE "id" = 1', True),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "latest_revision_id" = 2', False),
        ('INSERT OR IGNORE INTO "exhibitions_term" ("id") VALUES (1)', True),
        ("delete from media_museumimage where id = 1", True),
        ('INSERT INTO "django_session" ("session_key") VALUES (1)', False),
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
    assert accepted(header) == encoding
