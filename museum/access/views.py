"""Giving a password, logging in and out on the way to a page behind a lock; without JavaScript too.

Wagtail's own names of addresses lead here (`wagtailcore_…`): its restrictions send visitors to
them.
"""

from typing import Any

from django.contrib.auth import views as auth
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail import views
from wagtail.models import Page, PageViewRestriction

from museum.core.requests.routing import elsewhere
from museum.core.visibility import published


@never_cache
def password(request: HttpRequest, restriction: int, page: int) -> HttpResponseBase:
    """Take the password of a page and lead on, by Wagtail's own rules; ask for it where none came.

    Raises Http404 where this password opens no such page.
    """
    asked = get_object_or_404(published(Page.objects.all()), pk=page).specific
    locks = asked.get_view_restrictions()
    get_object_or_404(locks, pk=restriction, restriction_type=PageViewRestriction.PASSWORD)
    if request.method != "POST":
        return elsewhere(request, asked)
    answer: HttpResponseBase = views.authenticate_with_password(request, restriction, page)
    return answer


class LogIn(auth.LoginView):
    """The log-in of visitors; editors may use it too."""

    template_name = "museum/log_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell those who are logged in that this account does not open the page."""
        context = super().get_context_data(**kwargs)
        user = self.request.user
        context["account"] = user.get_username() if user.is_authenticated else ""
        return context


urlpatterns = [
    path(
        "authenticate_with_password/<id:restriction>/<id:page>/",
        password,
        name="wagtailcore_authenticate_with_password",
    ),
    path("login/", LogIn.as_view(), name="wagtailcore_login"),
    path("logout/", auth.LogoutView.as_view(), name="log_out"),
]
