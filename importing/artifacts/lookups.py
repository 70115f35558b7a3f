"""What the museum has that a text may name: terms, rights statements, pictures. Asked once."""

from functools import cached_property
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, gettext, override
from rapidfuzz import fuzz, process

from exhibitions.models import Artifact, Term
from importing.refusals import Refused, Unsure
from media.models import MuseumImage
from media.rights import RightsStatement


class Lookups:
    """`chosen` are a curator's words on what was unsure: by field, the value by the text."""

    def __init__(self, chosen: dict[str, dict[str, str]] | None = None) -> None:
        self.chosen = chosen or {}

    # Object types

    @cached_property
    def terms(self) -> list[Any]:
        found = Term.objects.filter(vocabulary=Term.Vocabulary.OBJECT_TYPE)
        return list(found.values("pk", "name", "translation_key", "locale__language_code"))

    @cached_property
    def sources(self) -> dict[Any, int]:
        """The terms that artifacts point at, by translation key."""
        code = settings.LANGUAGE_CODE
        return {
            one["translation_key"]: one["pk"]
            for one in self.terms
            if one["locale__language_code"] == code
        }

    @cached_property
    def terms_by_name(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for one in self.terms:
            if source := self.sources.get(one["translation_key"]):
                found.setdefault(one["name"].casefold(), set()).add(source)
        return found

    @cached_property
    def names_of_terms(self) -> dict[int, str]:
        return {one["pk"]: one["name"] for one in self.terms}

    def name_of_term(self, pk: int | None) -> str:
        return self.names_of_terms.get(pk, "") if pk else ""

    def term_in_words(self, pk: int) -> str:
        """Return a term's name as the curator reads it."""
        key = next(one["translation_key"] for one in self.terms if one["pk"] == pk)
        same = [one for one in self.terms if one["translation_key"] == key]
        own = [one["name"] for one in same if one["locale__language_code"] == get_language()]
        return str((own or [self.names_of_terms[pk]])[0])

    def object_type(self, text: str) -> int | None:
        """Return the term that a word names in whatever language; None where it shall stay empty.

        Raises Unsure.
        """
        found = self.terms_by_name.get(text.casefold(), set())
        if len(found) == 1:
            return next(iter(found))
        chosen = self.chosen.get("object_type", {})
        if text in chosen:
            return int(chosen[text]) if chosen[text] else None
        candidates = list(found) or self.like(text)
        raise Unsure(text, [(str(pk), self.term_in_words(pk)) for pk in candidates])

    def like(self, text: str) -> list[int]:
        """Return all object types, the most alike first."""
        scores = {
            name: score
            for name, score, _place in process.extract(
                text.casefold(), list(self.terms_by_name), scorer=fuzz.WRatio, limit=None
            )
        }
        best: dict[int, float] = {}
        for name, terms in self.terms_by_name.items():
            for pk in terms:
                best[pk] = max(best.get(pk, 0), scores.get(name, 0))
        return sorted(best, key=lambda pk: (-best[pk], self.names_of_terms[pk]))

    # Rights

    @cached_property
    def rights(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for code, _name in settings.LANGUAGES:
            with override(code):
                found |= {str(label).casefold(): value for value, label in RightsStatement.choices}
        return found

    # Pictures

    @cached_property
    def pictures(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        rows = MuseumImage.objects.filter(document=None).order_by("pk")
        for pk, original, file in rows.values_list("pk", "original_name", "file"):
            for name in {original.casefold(), PurePath(file).name.casefold()} - {""}:
                found.setdefault(name, []).append(pk)
        return found

    @cached_property
    def names_by_picture(self) -> dict[int, str]:
        rows = MuseumImage.objects.filter(document=None).values_list("pk", "original_name", "file")
        return {pk: original or PurePath(file).name for pk, original, file in rows}

    def picture(self, name: str) -> int:
        """Return the picture that came as a file of this name. Raises Refused or Unsure."""
        found = self.pictures.get(PurePath(name.replace("\\", "/")).name.casefold(), [])
        if not found:
            raise Refused(nothing_named(name))
        if len(found) == 1:
            return found[0]
        if chosen := self.chosen.get("pictures", {}).get(name):
            return int(chosen)
        raise Unsure(name, [(str(pk), f"{self.names_by_picture[pk]} ({pk})") for pk in found])

    def names_of_pictures(self, page: Artifact) -> list[str]:
        return [self.names_by_picture.get(pk, "") for pk in pictures_of(page)]


def nothing_named(name: str) -> str:
    return gettext(
        "The museum has no picture that came as “%(name)s”. Add the file first, under Files."
    ) % {"name": name}


def pictures_of(page: Artifact) -> list[int]:
    """Return the ids of the pictures among an artifact's views, in order."""
    return [
        view["value"]["image"]["image"]
        for view in page.views.raw_data
        if view["type"] == "picture" and view["value"].get("image")
    ]
