"""A process that checks files fed to it, with limits on memory and time. Run as a script, not imported by tests."""

from __future__ import annotations

import json
import resource
import struct
import sys
import traceback

from coldwater.api import check_bytes

GIBIBYTE = 1 << 30


def main() -> None:
    """Read frames (length of name, length of data, name, data) and answer each with a line of JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (2 * GIBIBYTE, 2 * GIBIBYTE))
    source, sink = sys.stdin.buffer, sys.stdout
    while head := source.read(8):
        name_length, data_length = struct.unpack("<II", head)
        name, data = source.read(name_length).decode(), source.read(data_length)
        sink.write(json.dumps(answer(name, data)) + "\n")
        sink.flush()


def answer(name: str, data: bytes) -> dict[str, object]:
    """Check one file; an exception is a defect of coldwater."""
    try:
        checked = check_bytes(name, data)
    except BaseException:  # noqa: BLE001 - whatever comes out is what the test is after
        return {"defect": traceback.format_exc()[-2000:]}
    lines = checked.text.count("\n") + 1
    return {
        "map": checked.map is not None,
        "rules": [finding.rule for finding in checked.findings][:50],
        "longest": max((len(finding.message) for finding in checked.findings), default=0),
        "placed": all(1 <= finding.line <= lines + 1 and finding.column >= 1 for finding in checked.findings),
    }


if __name__ == "__main__":
    main()
