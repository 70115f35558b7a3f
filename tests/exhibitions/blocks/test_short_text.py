"""Why a work hangs here has few words: a draft may have more, publishing asks."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import TranslationSource

from exhibitions.blocks.short_text import ShortTextBlock, count_words
from exhibitions.geometry.constants import WHY_WORDS
from exhibitions.models import Room
from tests.exhibitions.room_factory import block_id, hung, make_museum, plinth, seat, walls_of

# The same stand in frontend/shared/count-words.test.ts.
COUNTED = [
    ("", 0),
    ("  \n ", 0),
    ("One day, 23 December 1862.", 5),
    ("Un motif\u202f: «\u202fou\u202f»\u202f; et l’étoile\u202f!", 5),
    ("מפריז אל 105 ערים ב־15 ארצות", 6),
    ("¿Qué dijeron? — Nada.", 3),
]


@pytest.mark.parametrize(("text", "words"), COUNTED)
def test_words_are_counted_in_every_language(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.usefixtures("in_english")
def test_publishing_asks_for_few_words_and_a_draft_does_not() -> None:
    block = ShortTextBlock(max_words=3, required=False)
    assert block.clean("one two three") == "one two three"
    assert block.clean("") == ""
    with pytest.raises(ValidationError, match="4 words; visitors hear at most 3"):
        block.clean("one two three four")
    assert block.clean_deferred("one two three four") == "one two three four"


@pytest.mark.django_db
def test_translators_get_the_words_and_nothing_else_of_a_work(museum_home: Any) -> None:
    museum = make_museum(museum_home)
    work = museum.artifact(1)
    works = [hung(work, 200, why="סיבה")]
    floor = [plinth(work, 500, 350, why="עוד סיבה"), seat("seat", 300, 300)]
    room = museum.room("room", walls_of("rectangle", {0: works}), floor=floor)
    source, _made = TranslationSource.get_or_create_from_instance(room)
    texts = {
        segment.context.path: segment.string.data
        for segment in source.stringsegment_set.select_related("context", "string")
    }
    hung_path = f"walls.{block_id('wall 0')}.works.{block_id('hung work-1')}.why"
    assert texts.pop(hung_path) == "סיבה"
    assert texts.pop(f"floor.{block_id('plinth work-1')}.why") == "עוד סיבה"
    assert all(not path.startswith(("walls", "floor")) for path in texts)


def test_every_work_may_say_why_and_nothing_else_may() -> None:
    works = Room._meta.get_field("walls").stream_block.child_blocks["wall"].child_blocks["works"]
    standing = Room._meta.get_field("floor").stream_block
    saying = {
        name: block.child_blocks["why"].max_words
        for name, block in works.child_blocks.items()
        if "why" in block.child_blocks
    }
    assert saying == {"artifact": WHY_WORDS, "picture": WHY_WORDS, "screen": WHY_WORDS}
    said = [name for name, block in standing.child_blocks.items() if "why" in block.child_blocks]
    assert said == ["artifact"]
