"""What the editor's forms cannot take is answered in words, not as a failure of the server."""

import logging
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)
# What two views of Wagtail 8 take for granted in a form.
NEEDED = {
    "wagtailadmin_choose_page_external_link": "external-link-chooser-url",
    "wagtailredirects:process_import": "input_format",
}


class BadRequestMiddleware:
    """Below the admin: forms that came incomplete, name what is gone or a number that no row can
    have, and faults without a form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if request.method != "POST" or not request.user.is_authenticated:
            return None
        if name.startswith("wagtailsnippetchoosers_") and name.endswith(":create"):
            raise Http404("choosers of snippets have no form to create one")
        if name in NEEDED and NEEDED[name] not in request.POST:
            return incomplete(request)
        return None

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        if not request.path.startswith("/admin/"):
            return None
        if isinstance(failure, MultiValueDictKeyError | ObjectDoesNotExist | OverflowError):
            # A fault of ours would look the same.
            logger.warning("Bad request to %s: %r", request.path, failure, exc_info=failure)
            return incomplete(request)
        if isinstance(failure, ValidationError):
            return refused(request, failure)
        return None


def incomplete(request: HttpRequest) -> HttpResponse:
    words = _("The form came incomplete, and nothing was saved. Go back, and send it again.")
    return render(request, "400.html", {"words": words}, status=400)


def refused(request: HttpRequest, failure: ValidationError) -> HttpResponse:
    """Say what is wrong where the request came from."""
    told = list(faults(failure))
    accept = request.headers.get("Accept", "")
    if request.path.startswith("/admin/api/") or "application/json" in accept:
        return JsonResponse({"detail": " ".join(told)}, status=400)
    for words in told:
        messages.error(request, words)
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "wagtailadmin_home"
    return redirect(back)


def faults(failure: ValidationError) -> list[str]:
    """Return a sentence for each fault, with the name of its field."""
    if not hasattr(failure, "error_dict"):
        return list(failure.messages)
    return [
        words if name == NON_FIELD_ERRORS else f"{name}: {words}"
        for name, all_words in failure.message_dict.items()
        for words in all_words
    ]
