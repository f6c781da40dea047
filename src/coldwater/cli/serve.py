"""``coldwater serve``: maps in a browser on this machine, looked at and edited."""

from __future__ import annotations

import socket
import sys

from coldwater.cli import EXIT_CLEAN
from coldwater.errors import MissingExtraError, UsageError
from coldwater.printable import printable
from coldwater.workshop import Workshop

#: The names under which a browser on this machine finds it.
_HERE = ("127.0.0.1", "localhost", "[::1]")


def run_serve(path: str, port: int, host: str, read_only: bool, open_: bool) -> int:
    """Serve until Ctrl-C. Raises UsageError for a folder that is none and an address that cannot be taken."""
    shop = Workshop(path)
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from coldwater.serving.app import served  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("coldwater serve", "serve") from error
    from coldwater.serving.desk import Desk  # noqa: PLC0415 - only who serves needs it
    from coldwater.serving.guard import new_pass  # noqa: PLC0415

    listening = _listening(host, port)
    taken = listening.getsockname()[1]
    is_local = host in ("127.0.0.1", "localhost", "::1")
    names = _HERE if is_local else (*_HERE, f"[{host}]" if ":" in host else host)
    pass_ = new_pass(taken, names)
    shown = "127.0.0.1" if is_local else names[-1]
    address = f"http://{shown}:{taken}/?token={pass_.token}"
    if not is_local:
        sys.stderr.write("warning: whoever is in this network and has the address can read and change the maps\n")
    does = "Showing" if read_only else "Serving"
    sys.stdout.write(f"{does} the maps of {printable(shop.root)} at\n{address}\nCtrl-C ends it.\n")
    sys.stdout.flush()
    if open_:
        import webbrowser  # noqa: PLC0415 - only where a browser is to be opened

        webbrowser.open(address)
    app = served(Desk(shop, read_only), pass_)
    config = uvicorn.Config(
        app, log_level="warning", lifespan="on", server_header=False, date_header=False, ws="none",
        timeout_graceful_shutdown=1, limit_concurrency=400, proxy_headers=False,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])
    return EXIT_CLEAN


def _listening(host: str, port: int) -> socket.socket:
    """Take an address; the next free port where the usual one is taken by another server."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    wanted = [port] if port else [8642, 0]
    for number in wanted:
        taken = socket.socket(family, socket.SOCK_STREAM)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((host, number))
            taken.listen(200)  # whoever asks before the server is up waits
        except (OSError, OverflowError) as error:
            taken.close()
            if number == wanted[-1]:
                reason = getattr(error, "strerror", None) or str(error)
                raise UsageError(f"{host}:{number} cannot be taken: {reason}; name another by --port") from None
        else:
            return taken
    raise AssertionError  # the last port was taken or refused
