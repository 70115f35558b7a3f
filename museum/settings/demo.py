"""Settings of `make run`: production's, for this machine alone, with the demonstration's accounts."""

from .production import *

DEMO_ACCOUNTS = True
