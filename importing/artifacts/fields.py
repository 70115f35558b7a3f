"""The fields of an artifact that a column may fill: how a text is read, and how a value is said.

A value is kept in a plan as JSON; `said` gives back the text that the museum's own export writes,
and a cell that says the same changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from exhibitions.models import Artifact
from exhibitions.vocabulary.dates import DateError, to_edtf
from exhibitions.vocabulary.dates.fields import LONGEST
from importing.artifacts.lookups import Lookups
from importing.refusals import Refused
from media.rights import RightsStatement
from museum.core.spreadsheets.rich_text import as_markup, as_text

SOURCE_ID = "source_id"
PICTURES = "pictures"
NUMBER = "accession_number"


@dataclass(frozen=True)
class Field:
    """A field: `read` makes a value of a text, `said` a text of a page's value.

    `read` raises Refused, or Unsure where a curator has to choose.
    """

    name: str
    label: Any
    read: Callable[[str, Lookups], Any]
    said: Callable[[Artifact, Lookups], str]
    by_language: bool = False
    words: tuple[str, ...] = ()
    """Other names of the column, as other catalogues have them."""
    apply: Callable[[Artifact, Any], None] | None = None
    """Gives a page the value, where that is more than to set the attribute of its name."""

    @property
    def title(self) -> str:
        return capfirst(str(self.label))

    def give(self, page: Artifact, value: Any) -> None:
        if self.apply:
            self.apply(page, value)
        else:
            setattr(page, self.name, value)


def checked(name: str, value: Any) -> Any:
    """Return a value that the model's field takes. Raises Refused with the field's own words."""
    field: Any = Artifact._meta.get_field(name)
    try:
        return field.clean(value, None)
    except ValidationError as error:
        raise Refused(f"{capfirst(str(field.verbose_name))}: {' '.join(error.messages)}") from error


def text(name: str, *words: str, by_language: bool = True) -> Field:
    def read(value: str, _lookups: Lookups) -> str:
        return str(checked(name, value))

    def said(page: Artifact, _lookups: Lookups) -> str:
        return same_line_ends(getattr(page, name))

    return Field(name, verbose(name), read, said, by_language, words)


def formatted(name: str, *words: str) -> Field:
    def read(value: str, _lookups: Lookups) -> str:
        return as_markup(value)

    def said(page: Artifact, _lookups: Lookups) -> str:
        return as_text(getattr(page, name))

    return Field(name, verbose(name), read, said, by_language=True, words=words)


def date(name: str, *words: str) -> Field:
    def read(value: str, _lookups: Lookups) -> str:
        try:
            edtf = to_edtf(value)
        except DateError as error:
            raise Refused(f"{capfirst(str(verbose(name)))}: {error}") from error
        if len(edtf) > LONGEST:
            raise Refused(gettext("The date “%(text)s” is too long.") % {"text": value})
        return str(checked(name, edtf))

    def said(page: Artifact, _lookups: Lookups) -> str:
        return str(getattr(page, name))

    return Field(name, verbose(name), read, said, words=words)


def length(name: str, *words: str) -> Field:
    def read(value: str, _lookups: Lookups) -> str:
        try:
            number = Decimal(value.replace(",", ".").removesuffix("cm").strip())
        except InvalidOperation as error:
            raise Refused(
                gettext("%(field)s: “%(text)s” is no number.")
                % {"field": capfirst(str(verbose(name))), "text": value}
            ) from error
        return plainly(checked(name, number))

    def said(page: Artifact, _lookups: Lookups) -> str:
        value = getattr(page, name)
        return "" if value is None else plainly(Decimal(value))

    def apply(page: Artifact, value: str) -> None:
        setattr(page, name, Decimal(value) if value else None)

    return Field(name, verbose(name), read, said, words=words, apply=apply)


def read_rights(value: str, lookups: Lookups) -> str:
    if value in RightsStatement.values:
        return value
    found = lookups.rights.get(value.casefold())
    if found is None:
        raise Refused(
            gettext(
                "“%(text)s” is no rights statement that the museum knows. Write its address, or "
                "its name as the artifact's form has it."
            )
            % {"text": value}
        )
    return found


def hang_on(page: Artifact, pictures: Any) -> None:
    """Add pictures to an artifact's views, behind those that it has."""
    raw = list(page.views.raw_data)
    for pk in pictures:
        value = {"image": {"image": pk, "alt_text": "", "decorative": False}}
        raw.append({"type": "picture", "value": value, "id": str(uuid4())})
    page.views = raw


def point_at(page: Artifact, term: int | str | None) -> None:
    page.object_type_id = int(term) if term else None


def verbose(name: str) -> Any:
    field: Any = Artifact._meta.get_field(name)
    return field.verbose_name


def plainly(number: Decimal) -> str:
    """Return a number without zeros that say nothing: 12.50 → 12.5."""
    return format(number.normalize(), "f")


def same_line_ends(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


FIELDS = (
    Field(
        SOURCE_ID,
        _("identifier in the source"),
        lambda value, _lookups: value,
        lambda _page, _lookups: "",
        words=("id", "source id", "identifier", "object id", "omeka id", "idno", "record id"),
    ),
    text(
        NUMBER,
        *("inventory number", "number", "accession no", "inv no", "numéro d’inventaire", "cote"),
        *("número de inventario", "מספר קטלוגי", "מספר אינוונטר", "signatura", "call number"),
        by_language=False,
    ),
    text("title", "name", "nom", "nombre", "שם", "שם הפריט", "dc:title", "object name"),
    Field(
        "object_type",
        verbose("object_type"),
        lambda value, lookups: lookups.object_type(value),
        lambda page, lookups: lookups.name_of_term(page.object_type_id),
        words=("type", "tipo", "סוג", "סוג הפריט", "dc:type", "kind"),
        apply=point_at,
    ),
    date("date", "dating", "year", "datation", "année", "fecha", "año", "תיארוך", "שנה", "dc:date"),
    text(
        "medium", "material", "materials", "technique", "matériaux", "materiales", "חומר", "חומרים"
    ),
    text("place_of_origin", "place", "origin", "lieu", "lugar", "מקום", "מוצא", "provenience"),
    length("height_cm", "height", "hauteur", "alto", "גובה"),
    length("width_cm", "width", "largeur", "ancho", "רוחב"),
    length("depth_cm", "depth", "profondeur", "fondo", "עומק"),
    formatted("description", "dc:description", "notes", "descripción", "תיאור"),
    text("provenance", "history", "ownership", "historique", "procedencia", "היסטוריה"),
    text("credit_line", "credit", "crédit", "crédito", "קרדיט", "donor"),
    Field(
        "rights_statement",
        verbose("rights_statement"),
        read_rights,
        lambda page, _lookups: page.rights_statement,
        words=("rights", "droits", "derechos", "זכויות", "dc:rights", "license"),
    ),
    Field(
        PICTURES,
        _("file names of pictures"),
        lambda value, lookups: lookups.picture(value),
        lambda page, lookups: "\n".join(lookups.names_of_pictures(page)),
        apply=hang_on,
        words=(
            "pictures",
            "images",
            "files",
            "file",
            "picture",
            "image",
            "media",
            "תמונות",
            "קבצים",
        ),
    ),
)
BY_NAME = {field.name: field for field in FIELDS}
