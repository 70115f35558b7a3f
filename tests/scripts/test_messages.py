"""Texts are collected and compiled without the system's gettext."""

import gettext
from pathlib import Path

import pytest

from scripts import messages

TEMPLATE = """{% load i18n %}
  <h1 title="{% translate 'A "quoted" title' %}">{% translate "Plain" %}</h1>
    {# Translators: shown below a work #}
    {% translate "Label" context "wall" %}
  {% blocktranslate count counter=works|length trimmed %}
      One work by {{ name }}
  {% plural %}
      {{ counter }} works by {{ name }}
  {% endblocktranslate %}
{{ _("As a constant") }}
"""
PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext_lazy

class Work:
    # Translators: the catalogue's number
    number = _("Accession number")
    side = pgettext_lazy("wall", "Side")

    def count(self, n):
        return ngettext("%(n)d page", "%(n)d pages", n) % {"n": n}
"""


@pytest.fixture
def museum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny museum with one template and one module."""
    folder = tmp_path / "museum"
    folder.mkdir()
    (folder / "page.html").write_text(TEMPLATE)
    (folder / "models.py").write_text(PYTHON)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    return tmp_path


@pytest.mark.usefixtures("museum")
def test_every_kind_of_text_is_found() -> None:
    found = {(message.context, message.id): message for message in messages.collect() if message.id}
    assert set(found) == {
        (None, 'A "quoted" title'),
        (None, "Plain"),
        ("wall", "Label"),
        (None, ("One work by %(name)s", "%(counter)s works by %(name)s")),
        (None, "As a constant"),
        (None, "Accession number"),
        ("wall", "Side"),
        (None, ("%(n)d page", "%(n)d pages")),
    }
    assert found[None, "Accession number"].auto_comments == ["Translators: the catalogue's number"]
    assert found[None, "Plain"].locations == [("museum/page.html", 0)]


def test_extracting_again_keeps_translations(museum: Path) -> None:
    messages.extract()
    path = museum / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    path.write_text(
        path.read_text().replace('msgid "Plain"\nmsgstr ""', 'msgid "Plain"\nmsgstr "Simple"')
    )
    messages.extract()
    assert 'msgid "Plain"\nmsgstr "Simple"' in path.read_text()


def test_compiled_catalogues_speak(museum: Path) -> None:
    messages.extract()
    path = museum / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    text = path.read_text()
    text = text.replace('msgid "Plain"\nmsgstr ""', 'msgid "Plain"\nmsgstr "Simple"')
    text = text.replace(
        'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "%(n)d f"\nmsgstr[1] "%(n)d ff"', 1
    )
    path.write_text(text)
    messages.compile_catalogues()
    with path.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert compiled.gettext("Plain") == "Simple"
    assert compiled.ngettext("%(n)d page", "%(n)d pages", 3) == "%(n)d ff"
