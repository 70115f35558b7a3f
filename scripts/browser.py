"""Find the Chromium that browser tests and screenshots use; install Debian's where that is allowed.

python -m scripts.browser [--install]    prints its path
"""

from __future__ import annotations

import sys

from media.derivatives.browser import chromium
from scripts.console import fail
from scripts.installing.debian import install

# What a window has around the page, each with a renderer of its own for every page; and, because
# only one such list counts, what Playwright would leave out: what asks others, or holds pages back.
WITHOUT = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
# No service of the browser's own may ask another machine. WebGL is drawn in software, and nothing
# but WebGL by way of it: pages are painted twice as fast without.
OPTIONS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    f"--disable-features={','.join(WITHOUT)}",
]


def main() -> None:
    path = find()
    if not path and "--install" in sys.argv[1:]:
        install("chromium", "The browser tests need Chromium, and none is installed")
        path = find()
    if not path:
        fail("No Chromium was found: install it, or name one with CHROMIUM=/path/to/chromium.")
    print(path)


def find() -> str | None:
    """The path of the browser; the command ends where CHROMIUM names one that is not there."""
    try:
        return chromium.find()
    except FileNotFoundError as reason:
        fail(str(reason))


if __name__ == "__main__":
    main()
