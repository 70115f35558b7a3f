"""The room's editor form: problems of the geometry are shown at the field that mends them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from exhibitions.geometry import Problem, Severity
from exhibitions.geometry.stored import StoredRoom, StoredWall, StoredWork, read_room
from exhibitions.models.room.plan import problems_of
from exhibitions.vocabulary.room_findings import in_words
from museum.core.forms import MuseumPageForm


class RoomForm(MuseumPageForm):
    """Refuses to publish a room that cannot be walked; a draft may be as unfinished as it likes."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation and not self.errors:
            self._check_geometry()
        return cleaned

    def _check_geometry(self) -> None:
        cleaned = self.cleaned_data
        room = read_room(
            cleaned["walls"].raw_data,
            cleaned["floor"].raw_data,
            cleaned["height"],
            (cleaned["start_x"], cleaned["start_y"], cleaned["start_heading"]),
            self.instance.pk,
        )
        errors = [problem for problem in problems_of(room) if problem.severity == Severity.ERROR]
        for name, error in errors_by_field(room, errors).items():
            self.add_error(name, error)


def errors_by_field(room: StoredRoom, problems: Iterable[Problem]) -> dict[str, ValidationError]:
    """Return the form's errors: one a field, with the problems at their walls and works."""
    errors: dict[str, ValidationError] = {}
    walls: list[Problem] = []
    floor: list[Problem] = []
    floor_ids = {work.id for work in room.floor}
    for problem in problems:
        if problem.work in floor_ids:
            floor.append(problem)
        elif problem.wall is not None or problem.work is not None:
            walls.append(problem)
        elif problem.field in ("height", "start_x"):
            errors[problem.field] = ValidationError(in_words(problem))
        else:
            errors["walls"] = StreamBlockValidationError(
                non_block_errors=[ValidationError(in_words(problem))]
            )
    if walls:
        errors["walls"] = walls_error(room.walls, walls)
    if floor:
        errors["floor"] = works_error(room.floor, floor)
    return errors


def walls_error(
    walls: Sequence[StoredWall], problems: Iterable[Problem]
) -> StreamBlockValidationError:
    """Return the error of the walls' StreamField, each problem at its wall, work and field."""
    wall_of = {work.id: index for index, wall in enumerate(walls) for work in wall.works}
    by_wall: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        index = problem.wall if problem.wall is not None else wall_of[problem.work or ""]
        by_wall[index].append(problem)
    return StreamBlockValidationError(
        block_errors={index: wall_error(walls[index], some) for index, some in by_wall.items()}
    )


def wall_error(wall: StoredWall, problems: Sequence[Problem]) -> StructBlockValidationError:
    """Return the error of one wall."""
    errors = at_fields([problem for problem in problems if problem.work is None])
    if hung := [problem for problem in problems if problem.work is not None]:
        errors["works"] = works_error(wall.works, hung)
    return StructBlockValidationError(block_errors=errors)


def works_error(
    works: Sequence[StoredWork], problems: Iterable[Problem]
) -> StreamBlockValidationError:
    """Return the error of a StreamField of works, each problem at its work and field."""
    place = {work.id: index for index, work in enumerate(works)}
    by_work: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_work[place[problem.work or ""]].append(problem)
    return StreamBlockValidationError(
        block_errors={
            index: StructBlockValidationError(block_errors=at_fields(some))
            for index, some in by_work.items()
        }
    )


def at_fields(problems: Iterable[Problem]) -> dict[str, ValidationError]:
    """Return the first problem of each field, in words."""
    errors: dict[str, ValidationError] = {}
    for problem in problems:
        errors.setdefault(problem.field or "corner_x", ValidationError(in_words(problem)))
    return errors
