"""Say in one sentence when the museum's port is taken.

python3 -m scripts.port 8000
"""

from __future__ import annotations

import socket
import sys

from scripts.console import fail

HOST = "127.0.0.1"


def main() -> None:
    given = sys.argv[1] if len(sys.argv) == 2 else ""
    if not given.isdigit() or not 0 < int(given) < 65536:
        fail(f"PORT must be a number from 1 to 65535, not “{given}”.")
    require_free(int(given))


def require_free(port: int) -> None:
    """Stop with a clear sentence unless a server could listen on this port now."""
    with socket.socket() as probe:
        # As servers do: a port whose last connections are only just closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            fail(f"Port {port} needs special rights; choose one above 1023: make run PORT=8000")
        except OSError:
            other = port + 1 if port < 65535 else 8000
            fail(
                f"Port {port} is busy: something else listens there. "
                f"End it, or choose another port: make run PORT={other}"
            )


if __name__ == "__main__":
    main()
