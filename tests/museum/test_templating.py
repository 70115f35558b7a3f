"""Pages leave out the indentation of their templates, and nothing else."""

import re

import pytest
from django.template import engines
from django.template.base import TextNode
from django.template.loader import get_template
from django.test import Client

from home.models import HomePage


@pytest.mark.django_db
def test_a_page_has_no_indentation(client: Client, museum_home: HomePage) -> None:
    answer = client.get(museum_home.address).content.decode()
    assert "<body" in answer
    assert not re.search(r"\n[ \t]+<", answer)


def test_templates_of_packages_stay_as_they_are() -> None:
    template = get_template("wagtailadmin/skeleton.html").template  # type: ignore[attr-defined]
    assert not template.narrowed
    assert re.search(r"\n {4}\S", "".join(node.s for node in texts(template)))


def test_values_keep_their_lines() -> None:
    template = get_template("museum/components/empty.html")
    assert "one\n    two" in template.render({"text": "one\n    two"})


def texts(template):
    return template.nodelist.get_nodes_by_type(TextNode)


def test_the_museum_reads_its_templates_once() -> None:
    engine = engines["django"].engine  # type: ignore[attr-defined]
    name = "museum/components/empty.html"
    assert engine.get_template(name) is engine.get_template(name)
