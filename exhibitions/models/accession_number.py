"""The accession number: one item has one, in every language; a copy is another item."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from museum.core.visibility import published

LONGEST = 40
# What counts up in a number: the last run of digits, after which only a suffix of letters may come.
COUNTER = re.compile(r"\d+(?=\D*$)")

number_pattern = RegexValidator(
    r"^[\w][\w./\- ]*$", _("Use letters, digits, dots, hyphens and slashes only.")
)


class Numbered(models.Model):
    """What stands in the museum's register. Only a live page holds its number against others."""

    accession_number = models.CharField(
        _("accession number"),
        max_length=LONGEST,
        db_index=True,
        validators=[number_pattern],
        help_text=_("The item's number in the museum's register, such as DM.2024.001. Used once."),
    )
    number_to_check = models.BooleanField(
        _("number to be checked"),
        default=False,
        help_text=_(
            "The page is a copy, and the museum gave it the next free number. "
            "Compare it with the register, then take the tick away."
        ),
    )

    exclude_fields_in_copy = ["accession_number", "number_to_check"]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        twin = published(self._holders()).first()
        if twin is not None:
            raise ValidationError(
                {
                    "accession_number": _("“%(title)s” has this accession number already.")
                    % {"title": twin.title}
                }
            )

    def copy_all_child_relations(
        self, target: "Numbered", exclude: Iterable[str] | None = None, commit: bool = False
    ) -> Any:
        """Number a copy: Wagtail asks for this as soon as it has filled the copy's own fields."""
        if target.pk is None and not target.accession_number:
            target.accession_number = self.accession_number
            target.number_to_check = self.number_to_check
            target.take_free_number()
        return super().copy_all_child_relations(target, exclude=exclude, commit=commit)  # type: ignore[misc]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Number an alias that becomes a page of its own: till then it was the same item."""
        fields = kwargs.get("update_fields")
        if fields and "alias_of_id" in fields and self.take_free_number():
            kwargs["update_fields"] = [*fields, "accession_number", "number_to_check"]
        super().save(*args, **kwargs)

    def _holders(self) -> QuerySet[Any]:
        """Return the other items' pages with this number. An alias is no other item."""
        pages: QuerySet[Any] = type(self)._default_manager.filter(alias_of=None)  # type: ignore[misc]
        if not self.accession_number or self.alias_of_id:  # type: ignore[attr-defined]
            return pages.none()
        return pages.filter(accession_number=self.accession_number).exclude(
            translation_key=self.translation_key  # type: ignore[attr-defined]
        )

    def take_free_number(self) -> bool:
        """Take the next free number if another item has this one; say whether it was so."""
        if not self._holders().exists():
            return False
        stem = counted(self.accession_number)[0]
        numbers = type(self)._default_manager.filter(accession_number__startswith=stem)
        taken = set(numbers.values_list("accession_number", flat=True))
        self.accession_number = next_number(self.accession_number, taken)
        self.number_to_check = True
        return True


def counted(number: str) -> tuple[str, str, str]:
    """Return what stands before a number's counter, the counter, and what stands behind it."""
    found = COUNTER.search(number)
    if found is None:
        return f"{number[: LONGEST - 6]}-", "1", ""
    return number[: found.start()], found.group(), number[found.end() :]


def next_number(number: str, taken: set[str]) -> str:
    """Return the number after the highest of its row that is taken: DM.2024.009 → DM.2024.010.

    A number without a counter gets one: `globe` → `globe-2`.
    """
    stem, counter, tail = counted(number)
    row = (counted(one) for one in taken)
    highest = max((int(n) for s, n, t in row if (s, t) == (stem, tail)), default=int(counter))
    following = f"{max(highest, int(counter)) + 1:0{len(counter)}}"
    # A counter that outgrows the column begins anew behind its own number.
    if len(stem + following + tail) > LONGEST:
        return next_number(f"{number[: LONGEST - 8]}-1", taken | {number})
    return f"{stem}{following}{tail}"
