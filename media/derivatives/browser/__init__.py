"""The Chromium that takes posters and pictures of rooms: where it is found, how it is led."""
