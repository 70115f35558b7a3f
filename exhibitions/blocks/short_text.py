"""A text of few words: a draft may have more, publishing asks for what fits."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext
from wagtail.blocks import TextBlock

LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def count_words(text: str) -> int:
    """Return how many words a text has, in any of the languages.

    Words stand between blanks; signs that stand alone, such as a French colon, are none.
    The room editor counts alike (`frontend/shared/count-words.ts`).
    """
    return sum(bool(LETTER_OR_DIGIT.search(part)) for part in text.split())


class ShortTextBlock(TextBlock):
    """Lines of at most `max_words` words, in each language its own."""

    def __init__(self, max_words: int, **kwargs: Any) -> None:
        self.max_words = max_words
        super().__init__(**kwargs)

    def fault_of(self, text: str) -> str:
        """Say what stands in the way of publishing a text; empty for nothing."""
        count = count_words(text)
        if count <= self.max_words:
            return ""
        return ngettext(
            "This has %(count)d word; visitors hear at most %(limit)d. Shorten it.",
            "This has %(count)d words; visitors hear at most %(limit)d. Shorten it.",
            count,
        ) % {"count": count, "limit": self.max_words}

    def clean(self, value: str) -> str:
        """Return the text. Raises ValidationError where it is published with too many words."""
        text = super().clean(value)
        if not self.is_deferred_validation and (fault := self.fault_of(text or "")):
            raise ValidationError(fault)
        return text

    class Meta:
        # Rooms of before this field have none: translators' texts are strings, never None.
        default = ""
