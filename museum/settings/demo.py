"""Settings of `make run`: production's, for this machine alone,
with the demonstration's accounts.
"""

from .production import *
from .production import STORAGES

DEMO_ACCOUNTS = True
STORAGES["staticfiles"]["BACKEND"] = "museum.core.serving.static_files.QuickStorage"
