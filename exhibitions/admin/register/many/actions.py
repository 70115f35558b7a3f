"""What can be done to many artifacts at once, and to which it would change nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail_localize.operations import TranslationCreator

from exhibitions.admin.register import facets
from exhibitions.admin.register.changing import (
    Change,
    Refused,
    change,
    refuse_or_get,
    set_live,
)
from exhibitions.models import Artifact, ArtifactTerm, Term
from media.rights import RightsStatement
from museum.core.models import User


@dataclass(frozen=True)
class Action:
    """`field` asks for the value, where one is needed; `has_it` are pages that it would not change;
    `do` changes one, and raises Refused."""

    label: Promise
    field: Callable[[], forms.Field] | None
    has_it: Callable[[str], Q]
    do: Callable[[int, User, str], Change | None]
    publishes: bool = False
    undoable: bool = True

    def say(self, value: str) -> str:
        """Return what is done in words, such as “Set the credit line: the museum”."""
        if self.field is None:
            return str(self.label)
        field = self.field()
        choices = dict(flat(field.choices)) if isinstance(field, forms.ChoiceField) else {}
        return f"{self.label}: {choices.get(value, value) or '–'}"


def flat(choices: Any) -> list[tuple[str, str]]:
    """Return choices without their groups."""
    found: list[tuple[str, str]] = []
    for value, label in choices:
        found += [(value, str(label))] if not isinstance(label, list | tuple) else flat(label)
    return found


def setting(name: str) -> Callable[[int, User, str], Change]:
    """Return what sets a field of the record."""

    def do(pk: int, user: User, value: str) -> Change:
        return change(pk, user, lambda page: setattr(page, name, value), {name})

    return do


def set_type(pk: int, user: User, value: str) -> Change:
    def alter(page: Artifact) -> None:
        page.object_type_id = int(value) if value else None

    return change(pk, user, alter, {"object_type"})


def add_term(pk: int, user: User, value: str) -> Change:
    def alter(page: Artifact) -> None:
        links: Any = page.terms
        if not links.filter(term_id=int(value)):
            links.add(ArtifactTerm(term_id=int(value), sort_order=links.count()))

    return change(pk, user, alter, set())


def remove_term(pk: int, user: User, value: str) -> Change:
    def alter(page: Artifact) -> None:
        links: Any = page.terms
        links.remove(*links.filter(term_id=int(value)))

    return change(pk, user, alter, set())


@transaction.atomic
def send_to_translation(pk: int, user: User, value: str) -> None:
    page = refuse_or_get(pk, user)
    if not user.has_perm("wagtail_localize.submit_translation"):
        raise Refused(str(_("You may not send pages to translation.")))
    locales = Locale.objects.filter(language_code=value)
    TranslationCreator(user, locales).create_translations(page)


def term_field() -> forms.Field:
    groups = [
        (label, facets.terms()[vocabulary])
        for vocabulary, label in Term.Vocabulary.choices
        if vocabulary != Term.Vocabulary.OBJECT_TYPE and vocabulary in facets.terms()
    ]
    return forms.ChoiceField(label=_("Term"), choices=groups)


def type_field() -> forms.Field:
    kinds = facets.terms().get(Term.Vocabulary.OBJECT_TYPE, [])
    return forms.ChoiceField(
        label=_("Object type"), choices=[("", _("No object type")), *kinds], required=False
    )


def rights_field() -> forms.Field:
    choices = [("", _("No rights statement")), *RightsStatement.choices]
    return forms.ChoiceField(label=_("Rights statement"), choices=choices, required=False)


def credit_field() -> forms.Field:
    return forms.CharField(label=_("Credit line"), max_length=255, required=False)


def language_field() -> forms.Field:
    others = [pair for pair in settings.LANGUAGES if pair[0] != settings.LANGUAGE_CODE]
    return forms.ChoiceField(label=_("Language"), choices=others)


def has_translation(value: str) -> Any:
    return Exists(
        Page.objects.filter(
            translation_key=OuterRef("translation_key"),
            locale__language_code=value,
            alias_of=None,
        )
    )


def has_term(value: str) -> Any:
    return Exists(ArtifactTerm.objects.filter(artifact=OuterRef("pk"), term_id=int(value)))


ACTIONS: dict[str, Action] = {
    "add_term": Action(_("Add a term"), term_field, has_term, add_term),
    "remove_term": Action(
        _("Remove a term"), term_field, lambda value: ~has_term(value), remove_term
    ),
    "object_type": Action(
        _("Set the object type"),
        type_field,
        lambda value: Q(object_type=int(value)) if value else Q(object_type=None),
        set_type,
    ),
    "rights_statement": Action(
        _("Set the rights statement"),
        rights_field,
        lambda value: Q(rights_statement=value),
        setting("rights_statement"),
    ),
    "credit_line": Action(
        _("Set the credit line"),
        credit_field,
        lambda value: Q(credit_line=value),
        setting("credit_line"),
    ),
    "publish": Action(
        _("Publish"),
        None,
        lambda value: Q(live=True, has_unpublished_changes=False),
        lambda pk, user, value: set_live(pk, user, live=True),
        publishes=True,
    ),
    "unpublish": Action(
        _("Unpublish"),
        None,
        lambda value: Q(live=False),
        lambda pk, user, value: set_live(pk, user, live=False),
        publishes=True,
    ),
    "translate": Action(
        _("Send to translation"),
        language_field,
        has_translation,
        send_to_translation,
        undoable=False,
    ),
}
