"""Markdown for job summaries: a table that no map can break out of, and nothing in it that links or mentions."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coldwater.findings import Finding
from coldwater.printable import printable
from coldwater.report import report
from coldwater.report.markdown import MOST
from strategies import findings

FOUND = Finding("CW103", "orphan-premise", "error", "maps/a.argmap.yaml", 7, 3, 9, 8, "noise", "No argument uses `x`.")


class _Reader(HTMLParser):
    """Gives the tags and the text of a page, rows and cells apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.cells: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as the library calls it
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def rendered(found: list[Finding]) -> _Reader:
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(report(found, "markdown", {}, 1))
    return _Reader(html)


def test_a_summary_and_a_table() -> None:
    assert report([FOUND], "markdown", {}, 2) == (
        "### coldwater check\n\n"
        "2 maps checked: 1 error.\n\n"
        "| | where | rule | what |\n"
        "|---|---|---|---|\n"
        "| error | maps/a.argmap.yaml:7:3 | CW103 orphan-premise | No argument uses `x`. |\n"
    )


def test_without_findings_there_is_no_table() -> None:
    assert report([], "markdown", {}, 2) == "### coldwater check\n\n2 maps checked: no findings.\n"


def test_the_worst_comes_first_and_very_many_are_counted() -> None:
    mild = [FOUND._replace(severity="info", id=str(number)) for number in range(MOST + 5)]
    shown = report([*mild, FOUND], "markdown", {}, 2)
    assert shown.index("| error |") < shown.index("| info |")
    assert shown.endswith("… and 6 more.\n")


@given(st.lists(findings(), min_size=1, max_size=4))
@example(
    [FOUND._replace(message="a | b\n\n# x <script>1</script> ![i](http://x) `c|d` ``e`` *f* @g #1 www.h.org", path="|")]
)
@example([FOUND._replace(message="\\| `\\` `", path="`|`")])
def test_nothing_breaks_out_of_its_cell(found: list[Finding]) -> None:
    page = rendered(found)
    assert page.tags <= {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code"}
    assert len(page.cells) == 4 * len(found)
    shown = [cell.strip() for cell in page.cells[3::4]]
    plain = [printable(finding.message).strip() for finding in found]
    assert sorted(cell.replace("`", "") for cell in shown) == sorted(text.replace("`", "") for text in plain)
