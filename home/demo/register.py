"""The pages of the demonstration's class register: what the drawing shows and the reader reads.

The pupils have numbers and no names, and the marks are an illustration (the register says so);
what the last page counts is what the months show.
"""

import random
import tomllib
from dataclasses import dataclass
from functools import cache

from home.demo.content import CONTENT, items

KEY = "register-tetouan-1862"
MARKS = "✓—"
WEEKS = 4


@dataclass(frozen=True)
class Page:
    """A page in the register's own words: lines above the table, its rows, the lines below."""

    heading: str
    subtitle: list[str]
    rows: list[list[str]]
    signature: str

    @property
    def lines(self) -> list[str]:
        """The page line by line, as a transcription gives it."""
        return [
            self.heading,
            *self.subtitle,
            *(" · ".join(row) for row in self.rows),
            self.signature,
        ]


@cache
def register_words() -> dict[str, dict[str, list[str]]]:
    """The register's few words in Hebrew and in translation, one list a language."""
    return tomllib.loads((CONTENT / "documents" / f"{KEY}.toml").read_text(encoding="utf-8"))


def attendance() -> list[list[list[str]]]:
    """The marks by month, pupil and week; the same every time."""
    hand = random.Random(KEY)
    return [
        [[hand.choices(MARKS, [7, 1])[0] for _week in range(WEEKS)] for _pupil in range(8)]
        for _month in range(12)
    ]


def pages(language: str = "he") -> list[Page]:
    """Return the register's pages: the list of the class, twelve months, the year."""
    marks = attendance()
    text = register_words()
    numbers = text["letters"]["he"] if language == "he" else [str(n) for n in range(1, 9)]
    pupils = list(zip(numbers, text["pupils"][language], strict=True))
    title, attended, year, teacher, present, total = text["titles"][language]
    weeks = text["weeks"][language]
    head = text["head"][language]
    months = [
        Page(
            title,
            [f"{attended}, {name}"],
            [[*head, *weeks], *([*pupil, *marks[month][row]] for row, pupil in enumerate(pupils))],
            teacher,
        )
        for month, name in enumerate(text["months"][language])
    ]
    sums = [sum(month[row].count("✓") for month in marks) for row in range(8)]
    rows = [[*pupil, str(sums[row])] for row, pupil in enumerate(pupils)]
    last = Page(title, [year], [[*head, present], *rows], f"{total}: {sum(sums)}")
    return [first(language, head, pupils), *months, last]


def first(language: str, head: list[str], pupils: list[tuple[str, str]]) -> Page:
    """Return the page that the artifact's own record describes."""
    facsimile = items("artifact")[KEY]["facsimile"]
    text = register_words()
    subjects = [row[2:] for row in facsimile["rows"][1:]]
    return Page(
        text["titles"][language][0],
        text["opening"][language],
        [
            [*head, *text["subjects"][language]],
            *([*one, *subjects[i]] for i, one in enumerate(pupils)),
        ],
        text["titles"][language][3],
    )


def transcriptions(language: str) -> list[dict[str, object]]:
    """Return the transcribed pages for readers of a language.

    The Hebrew page repeats the words as their own translation: translators get them from there.
    """
    return [
        {
            "page": number,
            "text": "\n".join(page.lines),
            "translation": "\n".join(page.lines if language == "he" else translated.lines),
        }
        for number, (page, translated) in enumerate(
            zip(pages(), pages(language), strict=True), start=1
        )
    ]
