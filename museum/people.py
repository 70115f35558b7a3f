"""Who asks."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from museum.core.models import User


def signed_in(request: HttpRequest) -> User:
    """Return the person who asks. Raises PermissionDenied for a visitor."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
