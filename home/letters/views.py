"""Where visitors write to the museum. Works without JavaScript; nothing of it is kept by caches."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from home.letters.forms import LetterForm
from home.letters.models import KEPT, Letter
from museum.signing_in import attempts
from museum.signing_in.client_address import client_address

DOOR = "letter"


def counts(address: str) -> list[attempts.Count]:
    """Return what is counted of letters: one address may send so many, and silences nobody else."""
    return [attempts.Count(attempts.digest(DOOR, "address", address), 5, attempts.LONGEST)]


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Show the form, or keep a letter and lead to the thanks. `?about=` chooses the topic."""
    if request.method == "POST":
        return take(request, LetterForm(request.POST))
    topic = request.GET.get("about", "")
    initial = {"topic": topic} if topic in Letter.Topic else {}
    return show(request, LetterForm(initial=initial))


def take(request: HttpRequest, form: LetterForm) -> HttpResponse:
    if form.is_from_a_program:
        return HttpResponseRedirect(reverse("letter_sent"))
    if not form.is_valid():
        return show(request, form, status=400)
    kinds = counts(client_address(request))
    try:
        attempts.check(kinds)
    except attempts.TooManyAttempts as refused:
        form.add_error(None, refused)
        return show(request, form, status=429)
    form.keep()
    attempts.failed(kinds)
    return HttpResponseRedirect(reverse("letter_sent"))


def show(request: HttpRequest, form: LetterForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "months": KEPT.days // 30}
    response = render(request, "home/letters/write.html", context, status=status)
    add_never_cache_headers(response)
    return response


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Thank, and say what happens now."""
    return render(request, "home/letters/sent.html", {"months": KEPT.days // 30})
