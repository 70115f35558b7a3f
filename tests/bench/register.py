"""Print how long the register of artifacts takes with 20,000 records. Run by `make bench-register`.

Requests go through the whole application, in this process, with a real museum's settings, to a
SQLite database of its own in a temporary folder.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.pages import HOST, count_queries, say, use_settings

RECORDS = 20_000
KINDS = 20
TIMES = 7


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="museum-bench-") as folder:
        use_settings(Path(folder))
        import django

        django.setup()
        from django.core.management import call_command

        from tests.bench import collection

        say(f"Making a museum of {RECORDS} artifacts …")
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("migrate", verbosity=0)
        collection.plant()
        collection.grow_to(RECORDS)
        vary()
        measure()


def vary() -> None:
    """Give the artifacts types, terms and rights, as filters count them."""
    from wagtail.models import Locale

    from exhibitions.models import Artifact, ArtifactTerm, Term
    from media.rights import RightsStatement

    locale = Locale.objects.get(language_code="he")
    terms = [
        Term.objects.create(vocabulary=kind, slug=f"{kind}-{n}", name=f"{kind} {n}", locale=locale)
        for kind in ("object-type", "subject")
        for n in range(KINDS)
    ]
    every = list(Artifact.objects.order_by("pk").values_list("pk", flat=True))
    for place in range(KINDS):
        Artifact.objects.filter(pk__in=every[place::KINDS]).update(
            object_type=terms[place],
            rights_statement=RightsStatement.values[place % 3] if place % 4 else "",
            lacking="alternative-text sources" if place % 5 == 0 else "",
            names=f"Person {place}",
        )
    ArtifactTerm.objects.bulk_create(
        ArtifactTerm(artifact_id=pk, term=terms[KINDS + place % KINDS])
        for place, pk in enumerate(every)
    )


def measure() -> None:
    from django.test import Client

    from museum.core.models import User

    client = Client(headers={"host": HOST})
    client.force_login(User.objects.create_superuser("bench"))
    print(f"{'what is asked':<44} {'median ms':>9} {'slowest':>8} {'queries':>7}")
    for name, address in addresses():

        def ask(address: str = address) -> None:
            if (status := client.get(address, secure=True).status_code) != 200:
                raise RuntimeError(f"{address} answered {status}")

        ask()
        taken = []
        for _time in range(TIMES):
            began = time.perf_counter()
            ask()
            taken.append((time.perf_counter() - began) * 1000)
        queries = count_queries(ask)
        print(f"{name:<44} {statistics.median(taken):>9.0f} {max(taken):>8.0f} {queries:>7}")


def addresses() -> Iterator[tuple[str, str]]:
    from django.urls import reverse

    from exhibitions.models import Collection, Term
    from tests.bench.collection import SEARCHED

    collection = Collection.objects.get(locale__language_code="he")
    kind = Term.objects.filter(vocabulary="object-type").earliest("pk").pk
    register = reverse("wagtailadmin_explore", args=[collection.pk])
    counts = reverse("register:counts", args=[collection.pk])
    narrow = urlencode({"object_type": kind, "rights_statement": "none", "translated": "fr:live"})
    yield "everything, the first page", register
    yield "everything, the last page", f"{register}?p=400"
    for key in ("title", "-earliest", "object_type__name", "-latest_revision_created_at"):
        yield f"sorted by {key}", f"{register}?ordering={key}"
    yield "three filters", f"{register}?{narrow}"
    yield "years", f"{register}?years_from=1900&years_to=1920"
    yield "to be mended", f"{register}?lacking=alternative-text&lacking=sources"
    yield "words", f"{register}?{urlencode({'q': SEARCHED['he']})}"
    yield "counts of all filters", counts
    yield "counts beside three filters", f"{counts}?{narrow}"


if __name__ == "__main__":
    main()
