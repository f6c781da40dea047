"""Files read and written: bytes in and out, a file whole or not at all. It knows no map.

What is no file is never waited for: pipes, sockets and devices are refused by name where something is to be read. Two
processes that write in one folder do so one after the other. Every error is an UnreadableFileError that names the path
and says why, unless something else is said.
"""

from __future__ import annotations

import errno
import os
import stat
import time

from coldwater.errors import UnreadableFileError, reason_of
from coldwater.formats.native.limits import MAX_BYTES, MAX_SIDE_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import BufferedReader
    from typing import Any

    from coldwater.locks import FolderLock

    #: What the verbs take for the name of a file.
    AnyPath = str | os.PathLike[str]

#: How long a pipe is given to get a reader.
PIPE_SECONDS = 5.0
_KINDS = ((stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "socket"), (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"))
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0)
#: Said of a link that is not followed.
LEADS_OUT = "this link leads out of the project and is not followed"


def size_of(path: str) -> int:
    """Give the size of a file in bytes. Raises UnreadableFileError."""
    try:
        return os.stat(path).st_size
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def read_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """Read a file, at most one byte over the size limit. Raises UnreadableFileError, also for what is no file."""
    try:
        with open_file(path) as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def open_file(path: str) -> BufferedReader:
    """Open a file for reading without waiting for anything. Raises OSError, also for a pipe, a socket or a device."""
    _refuse_special(path, os.stat(path).st_mode)  # some devices do something when they are opened
    file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - the caller closes it
    try:
        _refuse_special(path, os.fstat(file.fileno()).st_mode)
    except OSError:
        file.close()
        raise
    return file


def _refuse_special(path: str, mode: int) -> None:
    kind = next((name for is_it, name in _KINDS if is_it(mode)), None)
    if kind is not None:
        raise OSError(errno.EINVAL, f"this is a {kind}, not a file", path)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)


def leads_out(path: str, root: str) -> bool:
    """Tell whether a path, all links followed, lies outside of a folder; one that leads in circles does not.

    What is not there yet counts as if it were.
    """
    full, base = os.path.realpath(path), os.path.realpath(root)
    return full != base and not full.startswith(base.rstrip(os.sep) + os.sep)


def read_side_file(path: str) -> bytes:
    """Read a file that is no map: settings, a baseline, stamps. Raises UnreadableFileError, also for one too large."""
    data = read_bytes(path, MAX_SIDE_BYTES)
    refuse_oversize(path, data)
    return data


def refuse_oversize(path: str, data: bytes) -> None:
    """Raise UnreadableFileError for what was read of a file that is no map, if it is more than such a file may hold."""
    if len(data) > MAX_SIDE_BYTES:
        most = MAX_SIDE_BYTES // 1024 // 1024
        raise UnreadableFileError(path, f"it is larger than {most} MiB, and a file of its kind never is")


def write_file(path: str, data: bytes, is_synced: bool = False) -> None:
    """Write a file whole or not at all: to a temporary file beside it, then renamed. Raises UnreadableFileError.

    A link to a file stays a link, and permissions stay; a file that must not be written stays as it is. What is no
    file, such as a pipe or ``/dev/stdout``, is written into, if somebody reads from it. ``is_synced``: it is on the
    disk, not only on its way there, before this returns.
    """
    mode = _mode(path)
    target = os.path.realpath(path)
    if mode is not None and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        _write_into(path, data, mode)
        return
    if mode is not None and not os.access(path, os.W_OK):
        raise UnreadableFileError(path, "it must not be written (it is read-only)")
    _make_folder_of(target)
    with _locked(target, path):
        try:
            _write_whole(target, data, _usual_mode() if mode is None else stat.S_IMODE(mode), is_synced)
        except UnreadableFileError as error:
            raise UnreadableFileError(path, error.reason) from None


def _mode(path: str) -> int | None:
    """Give the mode of what a path leads to, or None if nothing is there yet."""
    try:
        return os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def _write_into(path: str, data: bytes, mode: int) -> None:
    try:
        if stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            _refuse_special(path, mode)
        opener = _when_somebody_reads if stat.S_ISFIFO(mode) else None
        with open(path, "wb", opener=opener) as file:
            file.write(data)
    except OSError as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def _when_somebody_reads(path: str, flags: int) -> int:
    """Open a pipe, which takes a reader; there is some time for one to come, but not for ever."""
    ends = time.monotonic() + PIPE_SECONDS
    while True:
        try:
            handle = os.open(path, flags | _AT_ONCE)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() > ends:
                raise OSError(errno.ENXIO, "this is a pipe that nobody reads from", path) from None
            time.sleep(0.01)
        else:
            os.set_blocking(handle, True)
            return handle


def refuse_as_target(path: str, room: str) -> None:
    """Raise UnreadableFileError where a path that nobody named must not be written.

    That is where links lead it out of the folder ``room``, and where it is a pipe, a socket or a device.
    """
    if leads_out(path, room):
        raise UnreadableFileError(path, LEADS_OUT)
    refuse_special(path)


def refuse_special(path: str) -> None:
    """Raise UnreadableFileError for a pipe, a socket or a device, which somebody else would wait for."""
    try:
        _refuse_special(path, _mode(path) or 0)
    except OSError as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def rename_file(path: str, target: str) -> None:
    """Give a file another name in its folder; a file of that name is replaced. Raises UnreadableFileError."""
    try:
        os.replace(path, target)
    except OSError as error:
        raise UnreadableFileError(path, f"it cannot be renamed: {reason_of(error)}") from None


def replace_file(path: str, old: bytes | None, new: bytes) -> None:
    """Write a file that was read as ``old``, whole or not at all; its permissions stay, and a link to it stays a link.

    None: there was no such file. Raises UnreadableFileError, also where the file holds something else by now or must
    not be written: then it stays as it is. Nobody of ours writes it between the comparison and the end.
    """
    target = os.path.realpath(path)
    with _locked(target, path):
        if os.path.lexists(target) if old is None else read_bytes(target) != old:
            reason = "it has changed in the meantime; nothing was written. Run the command again."
            raise UnreadableFileError(path, reason)
        if old is not None and not os.access(target, os.W_OK):
            raise UnreadableFileError(path, "it must not be written (it is read-only)")
        try:
            mode = _usual_mode() if old is None else os.stat(target).st_mode & 0o777
            _write_whole(target, new, mode, is_synced=True)
        except UnreadableFileError as error:
            raise UnreadableFileError(path, f"it could not be written and is as it was: {error.reason}") from None


def _locked(target: str, path: str) -> FolderLock:
    from coldwater.locks import FolderLock  # noqa: PLC0415 - most commands write nothing

    return FolderLock(os.path.dirname(target), path)


def _make_folder_of(path: str) -> None:
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    except OSError as error:
        raise UnreadableFileError(path, reason_of(error)) from None


def _write_whole(path: str, data: bytes, mode: int, is_synced: bool = False) -> None:
    temporary = os.path.join(os.path.dirname(path) or ".", f".coldwater-{os.urandom(8).hex()}")
    with _Stoppable():
        try:
            with open(temporary, "xb", opener=_for_us_alone) as file:
                file.write(data)
                if is_synced:
                    file.flush()
                    os.fsync(file.fileno())
            os.chmod(temporary, mode)
            os.replace(temporary, path)
        except BaseException as error:
            if os.path.exists(temporary):
                os.unlink(temporary)
            if isinstance(error, OSError):
                raise UnreadableFileError(path, reason_of(error)) from None
            raise


class _Stoppable:
    """Lets SIGTERM end what is done within as Ctrl-C does, so that nothing half-done is left behind."""

    def __enter__(self) -> None:
        import signal  # noqa: PLC0415 - most commands write nothing

        # Whoever embeds us may have a way of their own, and another thread may not ask.
        is_ours = _may_take_signals() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
        self._signals = signal if is_ours else None
        if self._signals is not None:
            self._signals.signal(self._signals.SIGTERM, _stop)

    def __exit__(self, *_: object) -> None:
        if self._signals is not None:
            self._signals.signal(self._signals.SIGTERM, self._signals.SIG_DFL)


class Together:
    """Holds Ctrl-C and SIGTERM back until all that is done within is done: files that belong together."""

    def __enter__(self) -> None:
        import signal  # noqa: PLC0415 - most commands write nothing

        self._told: list[int] = []
        self._before: dict[int, Any] = {}
        self._signals = signal
        if _may_take_signals():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, lambda number, _: self._told.append(number))

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            self._signals.signal(number, self._signals.SIG_DFL if handler is None else handler)
        for number in self._told[:1]:
            self._signals.raise_signal(number)


def _may_take_signals() -> bool:
    from threading import current_thread, main_thread  # noqa: PLC0415 - most commands write nothing

    return current_thread() is main_thread()


def _stop(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def _for_us_alone(path: str, flags: int) -> int:
    """Open a file that nobody else may read until it is whole."""
    return os.open(path, flags, 0o600)


def _usual_mode() -> int:
    """Give the permissions of a new file."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
