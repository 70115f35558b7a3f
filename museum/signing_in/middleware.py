"""Doors that ask no account's password: locks with one of their own, and password resets."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from museum.signing_in import attempts
from museum.signing_in.client_address import client_address

PAGE = "wagtailcore_authenticate_with_password"
FOLDER = "wagtaildocs_authenticate_with_password"
LOCKS = {PAGE: "restriction", FOLDER: "restriction_id"}
"""The doors to a page or a folder of documents, and what names their lock in an address."""
RESET = "wagtailadmin_password_reset"


class AttemptsMiddleware:
    """Answers 429 with words where somebody guesses at a page's password,
    or sends mails on mails.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        door = request.resolver_match.url_name if request.resolver_match else ""
        if request.method != "POST" or door not in (*LOCKS, RESET):
            return None
        # Of a lock nothing counts that the asker may choose.
        account = str(kwargs[LOCKS[door]] if door in LOCKS else request.POST.get("email", ""))
        address = client_address(request)
        kinds = attempts.counts(door, account, address)
        try:
            attempts.check(kinds)
        except attempts.TooManyAttempts as refused:
            context = {"words": refused.messages[0]}
            return render(request, "museum/too_many_attempts.html", context, status=429)
        response: HttpResponseBase = view(request, *args, **kwargs)
        # The right password leads on to what it opens. Every reset is counted: it may send a mail.
        if door in LOCKS and response.status_code == 302:
            attempts.succeeded(door, account, address)
        else:
            attempts.failed(kinds)
        return response
