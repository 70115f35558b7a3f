"""The models of the app, where Django looks for them."""

from museum.core.models import User

__all__ = ["User"]
