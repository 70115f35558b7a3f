"""The system check of block nesting fires where wagtail-localize would lose text,
and only there.
"""

import pytest
from django.apps import apps
from django.test.utils import isolate_apps
from wagtail.blocks import Block, CharBlock, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from exhibitions.blocks.nesting import check_nesting, too_deep


def struct(**children: Block) -> StructBlock:
    return StructBlock(list(children.items()))


def stream(**children: Block) -> StreamBlock:
    return StreamBlock(list(children.items()))


@pytest.mark.parametrize(
    "block",
    [
        stream(image=ImageBlock()),
        stream(picture=struct(image=ImageBlock())),
        stream(gallery=struct(pictures=ListBlock(struct(image=ImageBlock())))),
        stream(wall=struct(works=stream(picture=struct(image=ImageBlock())))),
        stream(card=struct(inner=struct(text=CharBlock()))),
    ],
)
def test_what_can_be_translated_passes(block: Block) -> None:
    assert list(too_deep(block)) == []


@pytest.mark.parametrize(
    ("block", "path"),
    [
        (stream(card=struct(inner=struct(image=ImageBlock()))), ".card.inner.image"),
        (stream(card=struct(inner=struct(words=ListBlock(CharBlock())))), ".card.inner.words"),
        (
            stream(rows=ListBlock(struct(inner=struct(image=ImageBlock())))),
            ".rows.item.inner.image",
        ),
    ],
)
def test_what_would_be_lost_is_named(block: Block, path: str) -> None:
    assert list(too_deep(block)) == [path]


def test_a_bad_page_type_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with isolate_apps("exhibitions"):

        class BadPage(Page):
            body = StreamField([("card", struct(inner=struct(image=ImageBlock())))])

            class Meta:
                app_label = "exhibitions"

    monkeypatch.setattr(apps, "get_models", lambda **options: [BadPage])
    [error] = check_nesting()
    assert (error.id, error.obj) == ("exhibitions.E001", BadPage)
    assert "body.card.inner.image" in error.msg


def test_the_museums_own_page_types_pass() -> None:
    assert check_nesting() == []
