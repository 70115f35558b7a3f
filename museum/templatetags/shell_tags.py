"""Tags of the museum's shell: whole addresses, and data for search engines."""

import json
from typing import Any

from django import template
from django.template import Context
from django.utils.html import _json_script_escapes, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def absolute(context: Context, address: str) -> str:
    """Return `address` with scheme and host, as links that leave the museum need it."""
    request = context.get("request")
    return request.build_absolute_uri(address) if request else address


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Render schema.org data; characters that could end the script element are escaped.

    Data blocks are no scripts: the content-security policy lets them be.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text.translate(_json_script_escapes)),
    )
