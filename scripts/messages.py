"""Keep the interface's message catalogues, without the system's gettext.

    python -m scripts.messages extract    collect texts and bring locale/*/…/django.po up to date
    python -m scripts.messages compile    write the .mo files that the server reads

Beside django.po stand wagtail.po and djangojs.po: words that Wagtail lacks in a language for the
editor's interface and for its scripts.
Python files are read by Babel, templates by Django's own reading of `{% translate %}` and
`{% blocktranslate %}`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS
from babel.messages.extract import extract as extract_texts
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from scripts.console import ROOT, fail, say

LOCALE = ROOT / "locale"
LANGUAGES = tuple(sorted(folder.parent.name for folder in LOCALE.glob("*/LC_MESSAGES")))
"""The languages that the interface is translated into: those with a folder."""
APPS = ("museum", "media", "records", "exhibitions", "atlas", "search", "importing", "home")
SUFFIXES = {".py", ".html", ".txt", ".xml"}
SKIPPED_FOLDERS = {"migrations", "static"}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TRANSLATOR_COMMENTS = ["Translators:"]
# Wagtail keeps its Hebrew for a country, where Django never looks for it: it is compiled into ours.
EDITORS_FOLDERS = {"he": "he_IL"}
EDITORS_PACKAGES = ("wagtail", "wagtail_localize", "wagtailmedia")


def main() -> None:
    actions = {"extract": extract, "compile": compile_catalogues}
    action = actions.get(sys.argv[1] if len(sys.argv) == 2 else "")
    if action is None:
        fail(f"Say what to do: {' or '.join(actions)}.")
    action()


def extract() -> None:
    """Collect every text of the apps and merge it into each language's catalogue."""
    template = collect()
    for language in LANGUAGES:
        path = LOCALE / language / "LC_MESSAGES" / "django.po"
        catalogue = load(path, language)
        catalogue.update(
            template,
            no_fuzzy_matching=True,
            update_header_comment=False,
            update_creation_date=False,
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        written = BytesIO()
        write_po(written, catalogue, width=100, ignore_obsolete=True, sort_output=True)
        path.write_bytes(written.getvalue())
        missing = sum(1 for message in catalogue if message.id and not is_translated(message))
        say(f"{language}: {len(catalogue)} texts, {missing} to translate")


def compile_catalogues() -> None:
    """Write a .mo beside every django.po and djangojs.po; fuzzy texts stay out, as with msgfmt.

    Words for the editor's own interface, where Wagtail lacks them, come from a wagtail.po beside
    it.
    """
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django*.po")):
        language = path.parent.parent.name
        catalogue = load(path, language)
        own = [path.with_name("wagtail.po")] if path.stem == "django" else []
        for further in [*filter(Path.exists, own), *wagtails(language, path.name)]:
            add_missing(catalogue, load(further, language))
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        path.with_suffix(".mo").write_bytes(compiled.getvalue())


def wagtails(language: str, name: str) -> list[Path]:
    """Wagtail's own catalogues of a name and a language that it keeps under a country's name."""
    folder = EDITORS_FOLDERS.get(language)
    specs = [find_spec(name) for name in EDITORS_PACKAGES] if folder else []
    places = [Path(spec.origin).parent for spec in specs if spec and spec.origin]
    pattern = f"locale/{folder}/LC_MESSAGES/{name}"
    return sorted(path for place in places for path in place.rglob(pattern))


def add_missing(catalogue: Catalog, further: Catalog) -> None:
    """Add what a catalogue lacks; a plural with other forms than its own would speak wrongly."""
    for message in further:
        forms = len(message.string) if isinstance(message.string, tuple) else catalogue.num_plurals
        known = catalogue.get(message.id, message.context)
        if message.id and not known and not message.fuzzy and forms == catalogue.num_plurals:
            catalogue[message.id] = message


def collect() -> Catalog:
    """A catalogue of every text in the apps' Python files and templates, by file without lines."""
    template = Catalog(project="digital-museum", charset="utf-8")
    for path in source_files():
        place = str(path.relative_to(ROOT))
        for _line, message, comments, context in texts(path):
            # No line numbers: they would change the catalogues with every edit of the code.
            template.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return template


def source_files() -> Iterator[Path]:
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*")):
            if path.suffix in SUFFIXES and not SKIPPED_FOLDERS.intersection(path.parts):
                yield path


def texts(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    """The marked texts of one file, as Babel gives them: line, message, comments, context."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Everything but the texts is blanked out; indentation would only confuse the tokeniser.
        lines = templatize(source, origin=str(path)).splitlines()
        source = "\n".join(line.lstrip() for line in lines)
    return extract_texts("python", BytesIO(source.encode()), KEYWORDS, TRANSLATOR_COMMENTS)


def load(path: Path, language: str) -> Catalog:
    """Read a catalogue, or begin an empty one."""
    if not path.exists():
        return Catalog(
            locale=language,
            project="digital-museum",
            version="1",
            header_comment="# The museum's interface. Texts are collected by `make messages`.",
            msgid_bugs_address="the museum",
            last_translator="the museum's translators",
            language_team=language,
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def is_translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


if __name__ == "__main__":
    main()
