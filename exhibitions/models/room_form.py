"""The room's editor form: problems of the geometry are shown at the field that mends them."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from exhibitions.geometry import Problem, Severity
from museum.core.forms import MuseumPageForm


class RoomForm(MuseumPageForm):
    """Refuses to publish a room that cannot be walked; a draft may be as unfinished as it likes."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation and not self.errors:
            self._check_geometry()
        return cleaned

    def _check_geometry(self) -> None:
        # Imported here because the form belongs to the model that the check reads.
        from exhibitions.models import Room
        from exhibitions.models.room_plan import problems_of

        room = Room(pk=self.instance.pk)
        for name in ("height", "start_x", "start_y", "start_heading", "walls", "floor"):
            setattr(room, name, self.cleaned_data.get(name))
        errors = [one for one in problems_of(room) if one.severity == Severity.ERROR]
        for name, error in errors_by_field(room, errors).items():
            self.add_error(name, error)


def errors_by_field(room: Any, problems: list[Problem]) -> dict[str, ValidationError]:
    """Return the form's errors: one a field, with the problems at their walls and works."""
    from exhibitions.models.room_plan import words

    errors: dict[str, ValidationError] = {}
    walls: list[Problem] = []
    floor: list[Problem] = []
    floor_ids = {work["id"] for work in room.floor.raw_data}
    for problem in problems:
        if problem.work in floor_ids:
            floor.append(problem)
        elif problem.wall is not None or problem.work is not None:
            walls.append(problem)
        elif problem.field in ("height", "start_x"):
            errors[problem.field] = ValidationError(words(problem))
        else:
            errors["walls"] = StreamBlockValidationError(
                non_block_errors=[ValidationError(words(problem))]
            )
    if walls:
        errors["walls"] = walls_error(room, walls)
    if floor:
        errors["floor"] = works_error(list(room.floor.raw_data), floor)
    return errors


def walls_error(room: Any, problems: list[Problem]) -> StreamBlockValidationError:
    """Return the error of the walls' StreamField, each problem at its wall, work and field."""
    raw = list(room.walls.raw_data)
    wall_of = {
        work["id"]: index
        for index, wall in enumerate(raw)
        for work in wall["value"].get("works") or []
    }
    by_wall: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        index = problem.wall if problem.wall is not None else wall_of[problem.work]
        by_wall[index].append(problem)
    return StreamBlockValidationError(
        block_errors={
            index: wall_error(raw[index]["value"], found) for index, found in by_wall.items()
        }
    )


def wall_error(value: dict[str, Any], problems: list[Problem]) -> StructBlockValidationError:
    """Return the error of one wall."""
    own = [problem for problem in problems if problem.work is None]
    hung = [problem for problem in problems if problem.work is not None]
    errors: dict[str, ValidationError] = at_fields(own)
    if hung:
        errors["works"] = works_error(list(value.get("works") or []), hung)
    return StructBlockValidationError(block_errors=errors)


def works_error(raw: list[dict[str, Any]], problems: list[Problem]) -> StreamBlockValidationError:
    """Return the error of a StreamField of works, each problem at its work and field."""
    place = {work["id"]: index for index, work in enumerate(raw)}
    by_work: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_work[place[problem.work]].append(problem)
    return StreamBlockValidationError(
        block_errors={
            index: StructBlockValidationError(block_errors=at_fields(found))
            for index, found in by_work.items()
        }
    )


def at_fields(problems: list[Problem]) -> dict[str, ValidationError]:
    """Return the first problem of each field, in words."""
    from exhibitions.models.room_plan import words

    errors: dict[str, ValidationError] = {}
    for problem in problems:
        errors.setdefault(problem.field or "corner_x", ValidationError(words(problem)))
    return errors
