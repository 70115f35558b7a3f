"""`{% player recording caption="…" %}`: a film or sound with its captions and its transcript."""

from typing import Any

from django import template
from django.utils.translation import get_language

from media.delivery import players
from media.models import MuseumMedia

register = template.Library()


@register.inclusion_tag("media/player.html")
def player(
    recording: MuseumMedia, caption: str = "", open_transcript: bool = True, said: str = ""
) -> dict[str, Any]:
    """Render the player of a recording in the visitor's language.

    `said` is the address of captions made of the page's own text, where that is read out.

    Pages fetch what all their players need with `players.prefetch`; then this asks for nothing.
    """
    return {
        "player": players.Player(recording, get_language(), said),
        "caption": caption,
        "open": open_transcript,
        "is_film": recording.type == "video",
    }
