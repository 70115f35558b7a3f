"""What was done to a room, in words: each kind of change said at its work, and counted."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from exhibitions.geometry.changes import Change, Done

SAID: dict[Done, Promise] = {
    Done.HUNG: gettext_lazy("hung"),
    Done.TAKEN_DOWN: gettext_lazy("taken down"),
    Done.REHUNG: gettext_lazy("moved from %(wall_before)s to %(wall)s"),
    Done.TURNED: gettext_lazy("turned from %(before)s to %(after)s degrees"),
    Done.REWORDED: gettext_lazy("reworded"),
    Done.EXCHANGED: gettext_lazy("shows or leads to something else"),
    Done.FRAMED: gettext_lazy("framed otherwise"),
    Done.LABELLED: gettext_lazy("label on another side"),
    Done.COVERED: gettext_lazy("glass put on or taken away"),
    Done.PLACED: gettext_lazy("met at another place in the visit"),
    Done.GUIDED: gettext_lazy("the guided visit stays or turns otherwise"),
    Done.SET_OTHERWISE: gettext_lazy("other settings changed"),
    Done.WALL_BUILT: gettext_lazy("wall added"),
    Done.WALL_REMOVED: gettext_lazy("wall removed"),
    Done.WALL_RESIZED: gettext_lazy("wall %(after)s cm long, before %(before)s cm"),
    Done.WALL_SHIFTED: gettext_lazy("wall stands elsewhere in the plan"),
    Done.WALL_NAMED: gettext_lazy("wall renamed from “%(wall_before)s” to “%(wall)s”"),
    Done.WALL_PAINTED: gettext_lazy("wall has another colour or finish"),
    Done.WALLS_REORDERED: gettext_lazy("the walls follow in another order"),
}

RESIZED: dict[str, Promise] = {
    "width": gettext_lazy("%(after)s cm wide, before %(before)s cm"),
    "height": gettext_lazy("%(after)s cm high, before %(before)s cm"),
    "depth": gettext_lazy("%(after)s cm deep, before %(before)s cm"),
}

COUNTED = {
    Done.HUNG: ngettext_lazy("%(count)s hung", "%(count)s hung", "count"),
    Done.TAKEN_DOWN: ngettext_lazy("%(count)s taken down", "%(count)s taken down", "count"),
    Done.MOVED: ngettext_lazy("%(count)s moved", "%(count)s moved", "count"),
    Done.RESIZED: ngettext_lazy("%(count)s resized", "%(count)s resized", "count"),
    Done.REWORDED: ngettext_lazy("%(count)s reworded", "%(count)s reworded", "count"),
    Done.EXCHANGED: ngettext_lazy("%(count)s exchanged", "%(count)s exchanged", "count"),
    Done.SET_OTHERWISE: ngettext_lazy(
        "%(count)s set otherwise", "%(count)s set otherwise", "count"
    ),
    Done.WALL_RESIZED: ngettext_lazy("%(count)s wall changed", "%(count)s walls changed", "count"),
}
"""What a row of the history counts; the rest is counted with what it resembles."""

COUNTED_WITH = {
    Done.REHUNG: Done.MOVED,
    **dict.fromkeys(
        (Done.TURNED, Done.FRAMED, Done.LABELLED, Done.COVERED, Done.PLACED, Done.GUIDED),
        Done.SET_OTHERWISE,
    ),
    **{done: Done.WALL_RESIZED for done in Done if done.startswith("wall")},
}


Walls = Mapping[str | None, str]
"""What to call the walls of a version, by their ids; the floor has none."""


def say(change: Change, before: Walls, after: Walls) -> str:
    """Say one change in the active language."""
    if change.done == Done.MOVED:
        ways = ways_of(change)
        return _("moved %(ways)s") % {"ways": ways} if ways else _("moved")
    text = RESIZED.get(change.field or "") or SAID[change.done]
    values = {
        "before": "—" if change.before is None else change.before,
        "after": "—" if change.after is None else change.after,
        "wall_before": before.get(change.wall_before, ""),
        "wall": after.get(change.wall, ""),
    }
    return str(text) % values


def ways_of(change: Change) -> str:
    """Say how far and where something moved: up is on the wall, or in the plan."""
    right = _("%(cm)s cm to the right") if change.right > 0 else _("%(cm)s cm to the left")
    up = _("%(cm)s cm up") if change.up > 0 else _("%(cm)s cm down")
    ways = ((abs(change.right), right), (abs(change.up), up))
    return _(", ").join(way % {"cm": cm} for cm, way in ways if cm)


def summarise(changes: Iterable[Change]) -> str:
    """Count changes in a few words; a work that was moved and resized counts for both."""
    kinds = {(COUNTED_WITH.get(one.done, one.done), one.work or one.wall) for one in changes}
    counts = Counter(done for done, _where in kinds)
    said = [str(text % {"count": counts[done]}) for done, text in COUNTED.items() if counts[done]]
    return _(", ").join(said)
