"""The site is built without network; every link on it leads somewhere, and nothing on it is loaded from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from coldwater.cli._parameters import COMMANDS

from .making import ROOT, build, pages

pytest.importorskip("material")


class Page(HTMLParser):
    """What a page links to and loads, and the places on it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element links to, loads or is called."""
        for name, value in attrs:
            if value is None:
                continue
            if name in ("id", "name"):
                self.places.add(value)
            elif name == "href" and tag == "a":
                self.links.append(value)
            elif name in ("src", "srcset") or (name == "href" and tag == "link"):
                self.loads.append(value)


@cache
def page(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built site, which a proxy that leads nowhere would have kept from fetching anything."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            patch.setenv(name, "http://127.0.0.1:9")
        pages(folder / "pages")
        build(folder / "pages", folder / "site")
    return folder / "site"


def written(site: Path) -> list[Path]:
    """Give the pages that were made of ours, not those that a map is drawn as."""
    return [path for path in site.rglob("*.html") if "renders" not in path.parts and path.name != "404.html"]


def test_every_link_leads_somewhere(site: Path) -> None:
    lost = []
    for path in written(site):
        for link in page(path).links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            is_lost = not target.exists()
            if not is_lost and parts.fragment and target.suffix == ".html" and "renders" not in target.parts:
                is_lost = unquote(parts.fragment) not in page(target).places
            if is_lost:
                lost.append(f"{path.relative_to(site)}: {link}")
    assert lost == []
    assert len(written(site)) > 40


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for path in written(site):
        for load in page(path).loads:
            parts = urlsplit(load)
            assert not parts.netloc or parts.scheme == "data", (path, load)
            assert parts.scheme == "data" or (path.parent / unquote(parts.path)).resolve().exists(), (path, load)


def test_every_command_and_every_map_has_its_place(site: Path) -> None:
    commands = page(site / "reference" / "commands.html")
    assert {name.replace(" ", "-") for name in COMMANDS} <= commands.places
    links = page(site / "docs" / "gallery.html").links
    for path in (ROOT / "arguments").rglob("*.argmap.yaml"):
        assert f"../{path.relative_to(ROOT).as_posix()}" in links
        assert f"../renders/{path.name.removesuffix('.argmap.yaml')}.html" in links


def test_every_page_of_the_documentation_can_be_reached(site: Path) -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    listed = set(re.findall(r"docs/([a-z-]+)\.md", nav))
    assert listed == {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert (site / "search" / "search_index.json").exists()
