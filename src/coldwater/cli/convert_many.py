"""``coldwater convert … -o DIR``: many files, each written into a folder as it stood below the one that was named."""

from __future__ import annotations

import json
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from coldwater import api, exchange
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.convert import write_losses
from coldwater.cli.losses import Lost, losses_data, lost_in, say_lost
from coldwater.cli.many import leave_interrupts_to_the_parent, processors, with_progress
from coldwater.cli.output import say, say_error, tell
from coldwater.errors import ColdwaterError, UsageError
from coldwater.files import write_file
from coldwater.formats import registry
from coldwater.importing import format_named, format_of
from coldwater.records import NamedTuple
from coldwater.report.counts import plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.cli.convert import ConvertOptions

#: From how many files on they are shared out among processes, unless ``--jobs`` says so.
MANY = 40
_CHUNK = 4


class _Job(NamedTuple):
    """A file to convert, and where to write what comes of it."""

    path: str
    target: str


def convert_all(  # noqa: PLR0913 - what is asked for
    files: Sequence[str], folder: str, options: ConvertOptions, strict: bool, losses: str | None, jobs: int | None
) -> int:
    """Convert files, and all in folders that can be read, into a folder; give the exit code."""
    if options.target is None:
        raise UsageError("say with --to in which format: yaml, json, or a name that `coldwater formats` lists")
    if not files:
        raise UsageError("say what to convert: files or folders")
    if "-" in files:
        raise UsageError("stdin goes to one file or to stdout: coldwater convert - OUT")
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise UsageError(f"{folder}: this is a file; -o names a folder")
    word = exchange.target_of("-", options.target)
    todo = _jobs(files, folder, word, options)
    outcomes = with_progress(_outcomes(todo, word, options, jobs), len(todo), bool, ("converted", "files"))
    lost, failed = [], 0
    for job, outcome in zip(todo, outcomes, strict=True):
        if isinstance(outcome, ColdwaterError):
            say_error(outcome)
            failed += 1
            continue
        (say if losses == "-" else tell)(job.target)
        say_lost(outcome)
        lost.append(losses_data(outcome, job.target))
    if losses is not None:
        text = json.dumps({"version": 1, "files": lost}, indent=2, ensure_ascii=False) + "\n"
        write_losses(losses, text)
    with_losses = sum(bool(one["losses"]) for one in lost)
    parts = [f"{plural(len(lost), 'file')} converted", f"{with_losses} with losses" if with_losses else ""]
    say(", ".join(filter(None, [*parts, f"{failed} failed" if failed else ""])))
    if failed:
        return EXIT_FAILED
    return EXIT_FINDINGS if strict and with_losses else EXIT_CLEAN


def _outcomes(
    todo: Sequence[_Job], word: str, options: ConvertOptions, jobs: int | None
) -> Iterator[Lost | ColdwaterError]:
    convert = partial(_converted, word=word, options=options)
    workers = min(jobs or (processors() if len(todo) >= MANY else 1), len(todo) or 1)
    if workers == 1:
        yield from map(convert, todo)
        return
    pool = ProcessPoolExecutor(workers, initializer=leave_interrupts_to_the_parent)
    try:
        yield from pool.map(convert, todo, chunksize=_CHUNK)
    except BrokenProcessPool:
        raise ColdwaterError(
            "a process that converted files was stopped; with --jobs 1 less memory is needed"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _converted(job: _Job, word: str, options: ConvertOptions) -> Lost | ColdwaterError:
    """Convert a file and write it; give what is to be said of it, or why it could not be done."""
    try:
        if os.path.exists(job.target) and not options.force:
            raise UsageError(f"{job.target} is there already; --force writes over it")
        conversion = exchange.convert(job.path, word, source=options.source, thesis=options.thesis)
        write_file(job.target, conversion.data)
    except ColdwaterError as error:
        return error
    return lost_in(job.path, conversion)


def _jobs(files: Sequence[str], folder: str, word: str, options: ConvertOptions) -> list[_Job]:
    """Give what is to be done; two files never go to one target."""
    ending = _ending(word)
    found = list(dict.fromkeys(_found(files, folder, options)))
    if not found:
        raise UsageError(f"there is no file to convert in {', '.join(files)}")
    stems = [os.path.join(below, _stem(path)) for path, below in found]
    fold = [stem.casefold() for stem in stems]
    seen: set[str] = set()
    jobs = []
    for (path, below), stem, folded in zip(found, stems, fold, strict=True):
        bare = stem if fold.count(folded) == 1 else os.path.join(below, os.path.basename(path))
        number = 2
        name = bare
        while name.casefold() in seen:
            name, number = f"{bare}-{number}", number + 1
        seen.add(name.casefold())
        jobs.append(_Job(path, os.path.join(folder, name + ending)))
    return jobs


def _found(files: Sequence[str], folder: str, options: ConvertOptions) -> Iterator[tuple[str, str]]:
    """Give the paths of files, each with the folder below the one that was named."""
    for path in files:
        if not os.path.isdir(path):
            yield path, ""
            continue
        for inside in _walk(path, folder):
            if options.source is not None or _is_readable(inside):
                yield inside, os.path.relpath(os.path.dirname(inside), path).removeprefix(".").lstrip(os.sep)


def _walk(path: str, folder: str) -> Iterator[str]:
    """Give the files in a folder, sorted, but for what is hidden, a link, or lies where we write."""
    there = os.path.realpath(folder)
    for home, folders, names in os.walk(path):
        folders[:] = sorted(
            one for one in folders if not one.startswith(".") and os.path.realpath(os.path.join(home, one)) != there
        )
        for name in sorted(names):
            full = os.path.join(home, name)
            if not name.startswith(".") and os.path.isfile(full) and not os.path.islink(full):
                yield full


def _is_readable(path: str) -> bool:
    """Tell whether a file in a folder is one to convert: a map, or a file of a format that can be read."""
    low = path.lower()
    if low.endswith((".yaml", ".yml", ".json")):
        try:
            data = api.map_bytes(path)
            return b"argmap" in data or format_of(path, data) is not None
        except ColdwaterError:
            return True
    return any(registry.reads(one) for one in registry.by_ending(path))


def _ending(word: str) -> str:
    if word.lower() in exchange.NATIVE_NAMES:
        return ".argmap.json" if word.lower() == "json" else ".argmap.yaml"
    return format_named(word, "write").ENDINGS[0]


def _stem(path: str) -> str:
    """Give a file's name without its ending, be it of one part or of two."""
    base = os.path.basename(path)
    fitting: Iterable[str] = (
        ending
        for endings in ((".argmap.yaml", ".argmap.yml", ".argmap.json"), *(one.ENDINGS for one in registry.formats()))
        for ending in endings
        if base.lower().endswith(ending)
    )
    longest = max(fitting, key=len, default="")
    bare = base[: len(base) - len(longest)] if longest else base.rsplit(".", 1)[0]
    return bare or base
