"""A process that checks the files it is handed, under limits of memory and time: it may refuse them, never fall over.

It reads jobs from standard input (a line of JSON with name and size, then the bytes) and answers each with a line of
JSON. Run as a script; ``Worker`` in ``reading.py`` is the other end.
"""

from __future__ import annotations

import json
import re
import resource
import sys

GIGABYTE = 1 << 30
#: What a terminal would act on: everything below a blank but the line end, DEL, C1 controls, changes of direction.
RAW_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def main() -> None:
    """Answer jobs until there are no more."""
    resource.setrlimit(resource.RLIMIT_AS, (2 * GIGABYTE, 2 * GIGABYTE))
    resource.setrlimit(resource.RLIMIT_CPU, (300, 300))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from coldwater import api  # noqa: PLC0415 - under the limits as well
    from coldwater.report import report  # noqa: PLC0415
    from coldwater.rules import RULES  # noqa: PLC0415

    codes = {rule.CODE for rule in RULES}
    while header := sys.stdin.buffer.readline():
        job = json.loads(header)
        checked = api.check_bytes(job["name"], sys.stdin.buffer.read(job["size"]))
        texts = {checked.path: checked.text}
        shown = "".join(report(checked.findings, format_, texts, 1) for format_ in ("full", "concise", "json"))
        answer = {
            "rules": [finding.rule for finding in checked.findings],
            "is_map": checked.map is not None,
            "faults": [*_faults(checked.findings, checked.text, codes), *_raw(shown)],
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _faults(findings: object, text: str, codes: set[str]) -> list[str]:
    """Say what is wrong with findings: their rule, a place outside the text, a message without an end."""
    lines = re.split("\r\n?|\n", text)
    faults = []
    for finding in findings:  # type: ignore[attr-defined]
        if finding.rule not in codes:
            faults.append(f"no such rule: {finding.rule}")
        start, end = (finding.line, finding.column), (finding.end_line, finding.end_column)
        width = len(lines[finding.line - 1]) if 1 <= finding.line <= len(lines) else -1
        if not ((1, 1) <= start <= end and finding.column <= width + 1 and finding.end_line <= len(lines) + 1):
            faults.append(f"{finding.rule} at {start} to {end} is outside the text")
        if len(finding.message) > 1000:
            faults.append(f"{finding.rule}: a message of {len(finding.message)} characters")
    return faults


def _raw(shown: str) -> list[str]:
    match = RAW_CONTROL.search(shown)
    return [] if match is None else [f"U+{ord(match[0]):04X} comes out raw"]


if __name__ == "__main__":
    main()
