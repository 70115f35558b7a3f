"""Where a request comes from: the address of the connection, or what a named proxy says of it."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def is_proxy(address: str) -> bool:
    """Is this one of the proxies that the settings name (TRUSTED_PROXIES)?"""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in ip_network(named, strict=False) for named in settings.TRUSTED_PROXIES)


def client_address(request: HttpRequest) -> str:
    """Return the visitor's address; of an IPv6 address the network that one visitor has.

    Each proxy writes at the end of X-Forwarded-For whom it heard from; the first from the end that
    is no proxy of ours is the visitor. What stands before that anybody may have written.
    """
    address = request.META.get("REMOTE_ADDR", "")
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while is_proxy(address) and told and (before := told.pop().strip()):
        address = before
    try:
        found = ip_address(address)
    except ValueError:
        return address[:45]
    if found.version == 6:
        return str(ip_network((found, 64), strict=False))
    return str(found)
