"""System check: blocks are nested no deeper than wagtail-localize 1.14 can follow.

With two StructBlocks between an item of a StreamBlock or ListBlock and an ImageBlock, submitting a
page for translation fails; with two before a ListBlock, the list's text is lost without a word.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import TranslatableMixin

STRUCTS_ALLOWED = 1


def too_deep(block: Block, path: str = "", structs: int = 0) -> Iterator[str]:
    """Yield the path of every ImageBlock and ListBlock below too many StructBlocks."""
    if isinstance(block, ImageBlock | ListBlock) and structs > STRUCTS_ALLOWED:
        yield path
    if isinstance(block, ImageBlock):
        return
    if isinstance(block, ListBlock):
        yield from too_deep(block.child_block, f"{path}.item")
    elif isinstance(block, StreamBlock):
        for name, child in block.child_blocks.items():
            yield from too_deep(child, f"{path}.{name}")
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from too_deep(child, f"{path}.{name}", structs + 1)


def check_nesting(
    app_configs: Iterable[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Check the StreamFields of everything that is translated."""
    chosen = None if app_configs is None else {config.label for config in app_configs}
    return [
        Error(
            f"“{field.name}{path}” lies below more than one StructBlock; "
            "wagtail-localize would fail on it or lose its text.",
            hint="Put it into a StreamBlock of its own, or take one StructBlock away.",
            obj=model,
            id="exhibitions.E001",
        )
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin)
        and (chosen is None or model._meta.app_label in chosen)
        for field in model._meta.fields
        if isinstance(field, StreamField)
        for path in too_deep(field.stream_block)
    ]
