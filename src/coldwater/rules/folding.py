"""Puts what is not done yet in a draft into one finding (CW902), once it is known what settings and comments leave.

It works on findings, as what is ignored by a comment or off by settings is to be neither told nor counted.
"""

from __future__ import annotations

from coldwater.rules import RULES, draft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from coldwater.findings import Finding

#: The rules that a draft tells in one finding, in the order of their codes.
UNFINISHED = tuple(module.CODE for module in RULES if hasattr(module, "UNFINISHED"))


def folded(findings: Iterable[Finding], named: Container[str], on: Container[str] | None = None) -> list[Finding]:
    """Give the findings of a draft with what is not done yet as one, whose place is that of the finding of CW902.

    ``named``: codes of rules that were selected by themselves; these are told one by one. ``on``: the rules that are on
    (None: all); where CW902 is not, nothing would say what is counted, so that everything is told one by one.
    """
    if on is not None and draft.CODE not in on:
        return list(findings)
    kept: list[Finding] = []
    counts = dict.fromkeys((code for code in UNFINISHED if code not in named), 0)
    for finding in findings:
        if finding.rule in counts:
            counts[finding.rule] += 1
        else:
            kept.append(finding)
    found = {code: number for code, number in counts.items() if number}
    if not found:
        return [finding for finding in kept if finding.rule != draft.CODE]
    said = draft.message(found)
    return [finding._replace(message=said) if finding.rule == draft.CODE else finding for finding in kept]
