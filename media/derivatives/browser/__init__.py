"""The Chromium that takes posters: where it is found, and how it is led without a window."""
