"""Print how long an import takes: planned, run, planned again, taken back. Asserts nothing.

Run by `make bench-imports`, or `python -m tests.bench.imports ROWS`; in a SQLite database of its
own in a temporary folder, with a real museum's settings. CPU time and memory are this process's.
"""

import csv
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.pages import use_settings

ROWS = 20_000
TRANSLATED = 200
HEAD = ("Accession number", "Title [he]", "Date", "Medium", "Description [he]", "Height (cm)")


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory(prefix="museum-bench-") as folder:
        use_settings(Path(folder))
        import django

        django.setup()
        from django.core.management import call_command

        from home.founding import found_museum
        from museum.core.models import User

        call_command("migrate", verbosity=0)
        found_museum()
        owner = User.objects.create_superuser("owner", password="-")
        print(f"{'what':<28} {'rows':>6} {'seconds':>8} {'CPU s':>7} {'rows/s':>7} {'peak MB':>8}")
        measure_all(owner, HEAD, [plain(number) for number in range(rows)], "")
        head = (*HEAD, "Title [fr]", "Title [es]", "Title [en]")
        words = ("Lettre", "Carta", "Letter")
        some = [
            (*plain(number + rows), *(f"{word} {number}" for word in words))
            for number in range(TRANSLATED)
        ]
        measure_all(owner, head, some, ", four languages")


def plain(number: int) -> tuple[str, ...]:
    text = f"מכתב מספר {number} מן הארכיון. נכתב בדיו על נייר.\nנמסר לאוסף בידי המשפחה."
    number_of = f"DM.2031.{number:05d}"
    return (number_of, f"מכתב {number}", f"vers {1850 + number % 90}", "דיו על נייר", text, "24,5")


def measure_all(owner: Any, head: tuple[str, ...], rows: list[tuple[str, ...]], what: str) -> None:
    from importing.models import Import

    State = Import.State
    run = made(owner, head, rows)
    measure(f"plan{what}", len(rows), lambda: go(run, State.PLANNING))
    measure(f"run{what}", len(rows), lambda: go(run, State.RUNNING))
    same = made(owner, head, rows)
    measure(f"plan the same{what}", len(rows), lambda: go(same, State.PLANNING))
    measure(f"take back{what}", len(rows), lambda: go(run, State.UNDOING))
    print(f"{'':<28} {outcomes(run)}, again {outcomes(same)}", flush=True)


def outcomes(run: Any) -> dict[str, int]:
    return dict(Counter(run.rows.values_list("outcome", flat=True)))


def made(owner: Any, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Any:
    from importing.mapping import propose
    from importing.models import Import, folder

    run = Import(file_name="bench.csv", language="en", created_by=owner, run_by=owner)
    run.columns = propose(head, ["he", "es", "fr", "en"])
    folder().mkdir(parents=True, exist_ok=True)
    with run.path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    run.save()
    return run


def go(run: Any, state: str) -> None:
    from importing.plans.running import work_through

    run.go(state)
    work_through()
    run.refresh_from_db()


def measure(name: str, rows: int, do: Callable[[], None]) -> None:
    began, cpu = time.perf_counter(), time.process_time()
    do()
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(
        f"{name:<28} {rows:>6} {seconds:>8.1f} {cpu:>7.1f} {rows / seconds:>7.0f} {peak:>8}",
        flush=True,
    )


if __name__ == "__main__":
    main()
