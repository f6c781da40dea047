"""Fingerprints: the same for the same flaw on every run, however many lines were put in above it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Give for each finding 32 hexadecimal digits, no two alike.

    They are made from rule, path and id, and, where several findings share these, from how many came before; never
    from the line or the message.
    """
    seen: dict[tuple[str, str, str], int] = {}
    keys = []
    for finding in findings:
        key = (finding.rule, finding.path, finding.id or "")
        seen[key] = seen.get(key, 0) + 1
        keys.append("\0".join((*key, str(seen[key]))))
    return list(map(_digest, keys))


def _digest(words: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - of a clean map there is no finding to be marked

    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
