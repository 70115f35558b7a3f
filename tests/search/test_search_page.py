"""The search page: groups by kind, other languages' hits, and nothing that is not public."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from exhibitions.models import Artifact, ArtifactTerm, Term

pytestmark = pytest.mark.django_db

MAX_QUERIES = 15


def totals(client: Client, address: str) -> dict[str, int]:
    """How many results of each kind the page counts."""
    return {group.kind: group.total for group in client.get(address).context["groups"]}


def test_groups_by_kind_in_the_visitors_language(client: Client, museum: dict[str, Page]) -> None:
    response = client.get("/he/search/", {"q": "גלובוס"})
    groups = response.context["groups"]
    assert [group.kind for group in groups] == ["artifact", "community", "story", "page"]
    assert response.context["total"] == 4
    for group in groups:
        assert [card.title for card in group.cards] == [museum[group.kind].title]
        assert group.more_url == ""
        assert museum[group.kind].specific.address in response.content.decode()
    assert response.context["other_languages"] == []
    assert response["X-Robots-Tag"] == "noindex"


def test_finds_by_accession_number_place_and_text(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    artifact("כרזה", "AIU.1889-12", place_of_origin="Édirne", description="<p>נייר צָהֹב</p>")
    for words in ("aiu 1889 12", "AIU.1889-12", "edirne", "צהוב נייר", "נייר"):
        found = totals(client, f"/he/search/?q={words}")
        assert found == ({} if words == "צהוב נייר" else {"artifact": 1})


def test_finds_by_country_year_and_terms(
    client: Client, museum: dict[str, Page], artifact: Callable[..., Artifact]
) -> None:
    fields = {"vocabulary": Term.Vocabulary.SUBJECT, "locale": museum["page"].locale}
    term = Term.objects.create(slug="education", name="חינוך", **fields)
    page = artifact("כרזה", "aiu-2", date="1889-05~")
    page.terms.add(ArtifactTerm(term=term))
    page.save_revision().publish()
    assert totals(client, "/he/search/?q=מרוקו") == {"community": 1}
    assert totals(client, "/he/search/?q=1889") == {"artifact": 1, "story": 1}
    assert totals(client, "/he/search/?q=מאי 1889") == {"artifact": 1}
    assert totals(client, "/he/search/?q=חינוך") == {"artifact": 1}


def test_offers_what_other_languages_have(
    client: Client, museum: dict[str, Page], translate: Callable[..., Page]
) -> None:
    translate(museum["artifact"], "fr", title="Globe de l’École")
    translate(museum["story"], "fr", title="L’école et son globe")
    translate(museum["artifact"], "en", title="Globe of the ecole")

    response = client.get("/he/search/", {"q": "ecole"})
    assert response.context["groups"] == []
    offers = [(one.code, one.total) for one in response.context["other_languages"]]
    assert offers == [("fr", 2), ("en", 1)]
    offer = response.context["other_languages"][0]
    assert offer.name == "français"
    assert totals(client, offer.url) == {"artifact": 1, "story": 1}


def test_a_page_shown_under_another_language_is_found_once(
    client: Client, museum: dict[str, Page], translate: Callable[..., Page]
) -> None:
    translate(museum["artifact"].get_parent().specific, "fr")
    museum["artifact"].create_alias(
        parent=museum["artifact"].get_parent().get_translations().get(),
        update_locale=museum["artifact"].get_parent().get_translations().get().locale,
        reset_translation_key=False,
    )
    response = client.get("/he/search/", {"q": "גלובוס"})
    assert response.context["total"] == 4
    assert response.context["other_languages"] == []


def test_only_live_public_pages(client: Client, museum: dict[str, Page]) -> None:
    museum["artifact"].unpublish()
    PageViewRestriction.objects.create(
        page=museum["story"], restriction_type=PageViewRestriction.LOGIN
    )
    draft = museum["page"].specific
    draft.title = "אטלס"
    draft.save_revision()
    assert totals(client, "/he/search/?q=גלובוס") == {"community": 1, "page": 1}
    assert totals(client, "/he/search/?q=אטלס") == {}


def test_many_of_a_kind_are_paged(client: Client, artifact: Callable[..., Artifact]) -> None:
    for number in range(26):
        artifact(f"מדליה {number}", f"medal-{number}")
    group = client.get("/he/search/", {"q": "מדליה"}).context["groups"][0]
    assert (len(group.cards), group.total) == (6, 26)

    first = client.get("/he/search/" + group.more_url)
    second = client.get("/he/search/" + group.more_url + "&page=2")
    shown = [len(page.context["groups"][0].cards) for page in (first, second)]
    assert shown == [24, 2]
    titles = {card.title for page in (first, second) for card in page.context["groups"][0].cards}
    assert len(titles) == 26
    assert "page=2" in first.content.decode()


def test_a_word_in_the_title_comes_first(client: Client, artifact: Callable[..., Artifact]) -> None:
    artifact("כרזה", "one", description="<p>מדליה מדליה מדליה של בית הספר</p>")
    artifact("מדליה", "two", description="<p>של בית הספר</p>")
    group = client.get("/he/search/", {"q": "מדליה"}).context["groups"][0]
    assert [card.title for card in group.cards] == ["מדליה", "כרזה"]


def test_queries_do_not_grow_with_the_collection(
    client: Client,
    museum: dict[str, Page],
    artifact: Callable[..., Artifact],
    translate: Callable[..., Page],
) -> None:
    translate(museum["artifact"], "fr", title="Globe גלובוס")

    def queries(language: str) -> int:
        client.get(f"/{language}/search/?q=גלובוס")  # content types and sites are cached
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(f"/{language}/search/?q=גלובוס").context["groups"]
        return len(captured)

    before = {language: queries(language) for language in ("he", "fr")}
    assert max(before.values()) <= MAX_QUERIES
    for number in range(30):
        page = artifact(f"גלובוס {number}", f"globe-{number}")
        translate(page, "fr")
    assert {language: queries(language) for language in before} == before


@pytest.mark.parametrize(
    "parameters",
    [
        "",
        "q=",
        "q=%00",
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=🏛️",
        "q=" + "x" * 10_000,
        "q=" + "word+" * 2_000,
        "q=%22%27*%3A%5E(NEAR",
        "q=a&q=b&kind=artifact",
        "q=a&kind=dragon",
        "q=a&kind=artifact&page=-1",
        "q=גלובוס&kind=artifact&page=nine",
        "q=גלובוס&kind=artifact&page=99999999999999999999",
        "q=<script>alert(1)</script>",
    ],
)
def test_no_parameter_breaks_it(client: Client, museum: dict[str, Page], parameters: str) -> None:
    response = client.get(f"/he/search/?{parameters}")
    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_takes_no_writing(client: Client, museum: dict[str, Page]) -> None:
    assert client.post("/he/search/", {"q": "x"}).status_code == 405
    assert client.head("/he/search/?q=x").status_code == 200


def test_the_page_that_bears_the_asked_name_comes_first(
    client: Client, museum: dict[str, Page], artifact: Callable[..., Artifact]
) -> None:
    for number in range(3):
        artifact(f"מכתב {number}", f"aiu-{number + 20}", description="<p>אליהו כהן כתב</p>")
    story = museum["story"]
    story.title = "אליהו כהן, מורה"
    story.save_revision().publish()
    groups = client.get("/he/search/", {"q": "אליהו כהן"}).context["groups"]
    assert [group.kind for group in groups] == ["story", "artifact"]


def test_quotation_marks_hold_words_together(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    artifact("פנקס", "aiu-30", description="<p>בית הספר הראשון</p>")
    artifact("כרזה", "aiu-31", description="<p>הספר הראשון עמד בבית</p>")
    artifact("לוח", "aiu-32", description="<p>הראשון קרא את הספר</p>")
    assert totals(client, "/he/search/?q=הספר הראשון") == {"artifact": 3}
    assert totals(client, '/he/search/?q="הספר הראשון"') == {"artifact": 2}
    assert totals(client, '/he/search/?q="הספר הראשון" עמד') == {"artifact": 1}
    assert totals(client, "/he/search/?q=“הראשון קרא”") == {"artifact": 1}
    assert totals(client, '/he/search/?q="""') == {}
