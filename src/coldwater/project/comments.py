"""Leaves out what comments in a map ask to ignore, and says which of these comments are idle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from coldwater.findings import UNREADABLE, Finding
from coldwater.formats.native.yaml_comments import read_comments
from coldwater.rules import rule as find_rule
from coldwater.rules import unused_ignore
from coldwater.rules.engine import can_be_ignored, cannot_be_ignored, could_see, unknown_rule
from coldwater.suggest import closest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from coldwater.findings import Severity
    from coldwater.formats.native.yaml_comments import Comment
    from coldwater.rules.subject import Subject

_FORM = "`# coldwater: ignore[CW301] reason`"


def without_ignored(
    path: str, text: str, findings: list[Finding], subject: Subject | None, asked_for: Container[str]
) -> list[Finding]:
    """Give the findings that no comment covers, and one for each rule in a comment that covers none.

    ``subject`` is the map that was checked, if it could be read, and ``asked_for`` the rules that settings turned on. A
    comment is not called idle where its rule did not run, could not look at a text, or gave the benefit of the doubt.
    """
    comments = read_comments(text)
    if not comments:
        return findings
    flaws: list[tuple[Comment, str]] = []
    asked: list[tuple[Comment, str]] = []
    for comment in comments:
        codes, problems = _understood(comment.words)
        asked += [(comment, code) for code in codes]
        flaws += [(comment, problem) for problem in problems]
    covered = Stretches(asked)
    if subject is not None and not subject.excused and not any(one.rule in UNREADABLE for one in findings):
        lines = _lines_by_rule(findings)
        for comment, code in asked:
            if not _has_one(lines.get(code, ()), comment) and could_see(code, subject, asked_for):
                flaws.append((comment, _says_nothing(comment, code)))
    kept = [finding for finding in findings if not covered.hold(finding.rule, finding.line)]
    return [*kept, *(_finding(path, comment, message) for comment, message in flaws)]


def asked_by(comments: Sequence[Comment]) -> list[tuple[Comment, str]]:
    """Give the rules, by code, that comments ask to ignore, each with its comment; what is wrong is passed over."""
    return [(comment, code) for comment in comments for code in _understood(comment.words)[0]]


class Stretches:
    """The lines that comments are about, by rule: stretches that do not touch, so that one is found by bisection."""

    def __init__(self, asked: Sequence[tuple[Comment, str]]) -> None:
        self._by_rule: dict[str, list[tuple[int, int]]] = {}
        for comment, code in sorted(asked, key=lambda pair: pair[0].first):
            stretches = self._by_rule.setdefault(code, [])
            if stretches and comment.first <= stretches[-1][1] + 1:
                stretches[-1] = (stretches[-1][0], max(stretches[-1][1], comment.last))
            else:
                stretches.append((comment.first, comment.last))

    def hold(self, rule: str, line: int) -> bool:
        """Tell whether a comment is about what a rule finds in a line."""
        stretches = self._by_rule.get(rule, ())
        number = bisect_right(stretches, line, key=lambda stretch: stretch[0]) - 1
        return number >= 0 and line <= stretches[number][1]


def _lines_by_rule(findings: Sequence[Finding]) -> dict[str, list[int]]:
    lines: dict[str, list[int]] = {}
    for finding in sorted(findings, key=lambda finding: finding.line):
        lines.setdefault(finding.rule, []).append(finding.line)
    return lines


def _has_one(lines: Sequence[int], comment: Comment) -> bool:
    """Tell whether one of the lines, which are sorted, is among those that a comment is about."""
    number = bisect_left(lines, comment.first)
    return number < len(lines) and lines[number] <= comment.last


def _understood(words: str) -> tuple[list[str], list[str]]:
    """Give the codes of the rules that a comment asks to ignore, and what is wrong with it. Prose is neither."""
    start, bracket, rest = words.partition("[")
    named, closing, reason = rest.partition("]")
    if not bracket or start != "ignore" or not closing:
        first = words.replace("[", " ").split()[:1]
        is_prose = not first or closest(first[0], ["ignore"]) is None
        return [], [] if is_prose else [f"this comment ignores nothing; the form is {_FORM}"]
    rules = [rule.strip() for rule in named.split(",")]
    if not reason.strip():
        return [], [f"this comment gives no reason, so that it ignores nothing; the form is {_FORM}"]
    problems = list(_problems(rules))
    return ([], problems) if problems else ([module.CODE for module in map(find_rule, rules) if module], [])


def _problems(rules: Sequence[str]) -> Iterator[str]:
    """Say which of these words, codes or names in whatever case, are no rules that can be ignored."""
    for rule in rules:
        module = find_rule(rule)
        if module is None:
            yield unknown_rule(rule)
        elif not can_be_ignored(module.CODE):
            yield cannot_be_ignored(rule, "comment")


def _says_nothing(comment: Comment, code: str) -> str:
    lines = f"line {comment.first}" if comment.first == comment.last else f"lines {comment.first} to {comment.last}"
    return f"`{code}` finds nothing in {lines}: there is nothing to ignore; remove this comment"


def _finding(path: str, comment: Comment, message: str) -> Finding:
    rule = unused_ignore
    severity: Severity = rule.SEVERITY  # type: ignore[assignment]  # a constant of the module
    return Finding(rule.CODE, rule.NAME, severity, path, *comment.place, None, message)
