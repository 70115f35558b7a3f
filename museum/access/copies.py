"""What is copied with its children points at its own children: doors, relations, chosen pages,
links.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.db.models import Field, ForeignKey, Model
from django.dispatch import receiver
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from museum.access.upkeep import restrict_copies
from museum.core.models import page_copied

Ids = Mapping[int, int]
LINK = re.compile(r'<a\b[^>]*\blinktype="page"[^>]*>')
ID = re.compile(r'(\bid=")(\d+)(")')
# Wagtail notes them itself.
OWN_FIELDS = {"page_ptr", "alias_of"}


@receiver(page_copied)
def settle(source: Page, copy: Page, **kwargs: Any) -> None:
    """Let a copied tree point at itself, and be as restricted as what it was copied from."""
    if copy.alias_of_id or copy.translation_key == source.translation_key:
        return
    pairs = list(zip(tree(source), tree(copy), strict=False))
    restrict_copies(pairs)
    if len(pairs) > 1:
        ids = {page.pk: twin.pk for page, twin in pairs}
        for _page, twin in pairs:
            point_home(twin.specific, ids)


def tree(page: Page) -> list[Page]:
    """Return a page and all below it, in the order of the tree."""
    return list(Page.objects.descendant_of(page, inclusive=True).order_by("path"))


def point_home(page: Page, ids: Ids) -> None:
    """Replace what a copy points at, in what visitors see and in its latest draft."""
    draft = page.get_latest_revision_as_object()
    if redirect(page, ids):
        page.save(clean=False)
    if page.latest_revision and redirect(draft, ids):
        page.latest_revision.content = draft.serializable_data()
        page.latest_revision.save(update_fields=["content"])


def redirect(thing: ClusterableModel | Model, ids: Ids) -> bool:
    """Replace the pages that a model's fields and child objects name.

    Returns whether there were any.
    """
    changed = False
    for field in thing._meta.get_fields():
        if not isinstance(field, Field) or not field.concrete or field.name in OWN_FIELDS:
            continue
        before = field.value_from_object(thing)
        after = replaced(field, before, ids)
        if after is not None and after != before:
            setattr(thing, field.attname, after)
            changed = True
    for relation in get_all_child_relations(type(thing)):
        manager = getattr(thing, relation.get_accessor_name())
        children = list(manager.all())
        if sum(redirect(child, ids) for child in children):
            manager.set(children)
            changed = True
    return changed


def replaced(field: Any, value: Any, ids: Ids) -> Any:
    """Return a field's value with the pages replaced; None for a field that names none."""
    if isinstance(field, ForeignKey) and issubclass(field.related_model, Page):
        return ids.get(value, value)
    if isinstance(field, RichTextField):
        return in_rich_text(value, ids)
    if isinstance(field, StreamField):
        block = field.stream_block
        return block.to_python(in_block(block, value.get_prep_value(), ids)) if value else None
    return None


def in_rich_text(markup: str, ids: Ids) -> str:
    """Return stored rich text with the pages of its links replaced."""

    def renumbered(found: re.Match[str]) -> str:
        before, pk, after = found.groups()
        return f"{before}{ids.get(int(pk), int(pk))}{after}"

    return LINK.sub(lambda link: ID.sub(renumbered, link[0]), markup or "")


def in_block(block: blocks.Block, raw: Any, ids: Ids) -> Any:
    """Return a block's stored value with the pages that it names replaced."""
    if raw is None:
        return None
    if isinstance(block, blocks.PageChooserBlock):
        return ids.get(raw, raw)
    if isinstance(block, blocks.RichTextBlock):
        return in_rich_text(raw, ids)
    if isinstance(block, blocks.StructBlock):
        kinds = block.child_blocks
        return {
            name: in_block(kinds[name], value, ids) if name in kinds else value
            for name, value in raw.items()
        }
    if isinstance(block, blocks.StreamBlock):
        return [
            {**one, "value": in_block(block.child_blocks[one["type"]], one["value"], ids)}
            for one in raw
        ]
    if isinstance(block, blocks.ListBlock):
        return [in_item(block.child_block, one, ids) for one in raw]
    return raw


def in_item(block: blocks.Block, raw: Any, ids: Ids) -> Any:
    """Return a list's item, which Wagtail stores with its id, and stored without one before."""
    if isinstance(raw, dict) and raw.get("type") == "item":
        return {**raw, "value": in_block(block, raw["value"], ids)}
    return in_block(block, raw, ids)
