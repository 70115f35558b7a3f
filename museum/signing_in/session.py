"""Whether a curator is still signed in: asked by the editor before it sends what somebody typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache


@never_cache
def session(request: HttpRequest) -> HttpResponse:
    """Tell scripts who is signed in, with a form's token; people see that they are.

    Who is signed out comes to the log-in (scripts: to 403), as everywhere in the admin, and from
    there to the page that says so. JSON: `{"user": id, "name": text, "token": text}`.
    """
    if request.get_preferred_type(["application/json", "text/html"]) == "text/html":
        return render(request, "museum/admin/signed_in.html")
    user = request.user
    answer = {"user": user.pk, "name": user.get_username(), "token": get_token(request)}
    return JsonResponse(answer)


def session_settings() -> dict[str, Any]:
    """Return the addresses and the texts of `frontend/admin/session/`, by the keys that it uses."""
    session_url = reverse("museum_session")
    login = reverse("wagtailadmin_login")
    return {
        "session": session_url,
        "login": login,
        "signIn": f"{login}?next={session_url}",
        "words": {
            "ended": _(
                "You are signed out: the session has ended. Nothing is lost: what you"
                " typed is still"
                " here. Sign in in a new tab, and it is saved."
            ),
            "sign_in": _("Sign in in a new tab"),
            "silent": _(
                "The museum does not answer. Nothing is lost: what you typed is still"
                " here, and it is"
                " saved as soon as the museum answers."
            ),
            "somebody": _(
                "This page was opened by another account; now {name} is signed in. Log out in the"
                " other tab and sign in as before, or go on as {name}."
            ),
            "go_on": _("Go on as {name}"),
            "kept": _("What you typed here on {when} has not reached the museum."),
            "changed": _("The page has been changed since then."),
            "files": _("The files that you had chosen are not part of it."),
            "take_up": _("Save it now"),
            "throw_away": _("Throw it away"),
        },
    }


urlpatterns = [path("session/", session, name="museum_session")]
