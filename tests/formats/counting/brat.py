"""Counts what an annotated essay argues, line by line."""

from __future__ import annotations


def count(data: bytes) -> dict[str, int]:
    """Count claims, arguments and so on; major claims are one."""
    rows = [line.split("\t") for line in data.decode().split("\n") if line]
    kinds = [row[1].split()[0] for row in rows if row[0].startswith("T")]
    relations = [row[1].split()[0] for row in rows if row[0].startswith("R")]
    stances = [row[1].split()[2] for row in rows if row[0].startswith("A")] if "MajorClaim" in kinds else []
    supports = relations.count("supports") + stances.count("For")
    attacks = relations.count("attacks") + stances.count("Against")
    return {
        "claims": len(kinds) - max(0, kinds.count("MajorClaim") - 1),
        "arguments": supports + attacks,
        "supports": supports,
        "attacks": attacks,
        "on_arguments": 0,
        "linked": 0,
    }
