"""The models of the app, where Django looks for them."""

from museum.core.background.chores import ChoreRecord
from museum.core.background.workers import Worker
from museum.core.models import OneLanguageOnly, User
from museum.signing_in.models import Attempt

__all__ = ["Attempt", "ChoreRecord", "OneLanguageOnly", "User", "Worker"]
