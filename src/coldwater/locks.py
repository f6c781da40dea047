"""One writer at a time: a folder is locked while a file in it is compared with what was read, and replaced.

The lock is the system's own, on the folder itself: it leaves nothing behind, holds in folders that must not be written
too, and goes with the process, however that ends. It knows no file's content.
"""

from __future__ import annotations

import os
import time

from coldwater.errors import UnreadableFileError, reason_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

#: How long to wait for another writer, who needs milliseconds, and how long between two looks.
SECONDS, _PAUSE = 10.0, 0.005


class FolderLock:
    """Inside ``with``, no other process of ours writes a file in the folder. It is no lock against other programs.

    ``path`` is what errors name. Raises UnreadableFileError where another process holds the folder for longer than
    SECONDS, or where nothing can be locked. Not to be taken twice by one process.
    """

    def __init__(self, folder: str, path: str) -> None:
        self._folder = folder or "."
        self._path = path
        self._release: Callable[[], object] | None = None

    def __enter__(self) -> None:
        self._release = self._lock_folder() or self._lock_file()

    def __exit__(self, *_: object) -> None:
        if self._release is not None:
            self._release()

    def _lock_folder(self) -> Callable[[], object] | None:
        """Lock the folder and give what releases it; None where the system or the file system locks no folders."""
        try:
            import fcntl  # noqa: PLC0415 - Windows has none

            handle = os.open(self._folder, os.O_RDONLY)
        except (ImportError, OSError):
            return None
        ends = time.monotonic() + SECONDS
        try:
            while True:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    if time.monotonic() > ends:
                        raise self._busy() from None
                    time.sleep(_PAUSE)
                else:
                    return lambda: os.close(handle)
        except OSError:
            os.close(handle)
            return None
        except BaseException:
            os.close(handle)
            raise

    def _lock_file(self) -> Callable[[], object]:
        """Lock a file that stands for the folder, among the user's own: for Windows, and for shares of some servers."""
        from hashlib import blake2b  # noqa: PLC0415 - seldom needed, like all here

        from filelock import FileLock, Timeout  # noqa: PLC0415
        from platformdirs import user_state_dir  # noqa: PLC0415

        locks = os.path.join(user_state_dir("coldwater", appauthor=False), "locks")
        name = blake2b(os.path.realpath(self._folder).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
        try:
            os.makedirs(locks, exist_ok=True)
            lock = FileLock(os.path.join(locks, f"{name}.lock"), timeout=SECONDS)
            lock.acquire()
        except Timeout:
            raise self._busy() from None
        except OSError as error:
            raise UnreadableFileError(
                self._path, f"other writers cannot be locked out ({locks}: {reason_of(error)}); nothing was written"
            ) from None
        return lock.release

    def _busy(self) -> UnreadableFileError:
        reason = "another process has been writing in this folder for long; nothing was written. Run the command again."
        return UnreadableFileError(self._path, reason)
