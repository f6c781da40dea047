"""Words of one's own: what a file may hold, what is said of its mistakes, and what is drawn with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from coldwater.cli import main
from coldwater.model.replacing import with_value
from coldwater.render import Options, draw
from coldwater.words.own import english_file, how_many, understand
from coldwater.words.wording import ENGLISH
from render.shapes import three

DOCS = Path(__file__).parents[2] / "docs" / "words.en.yaml"
ITALIAN = {
    "language": "it",
    "pro": "A FAVORE",
    "behind": ["{count} argomento dietro", "{count} argomenti dietro"],
    "verdicts": {"in": "regge"},
    "page": {"sides": "Parti", "found": ["{count} trovato", "{count} trovati"]},
}


def test_the_english_file_says_what_pictures_and_pages_say() -> None:
    assert DOCS.read_text(encoding="utf-8") == english_file()
    data = yaml.safe_load(english_file())
    words, mistakes = understand(data)
    assert mistakes == []
    assert words is not None
    assert (words.page, words.pro, words.behind) == (ENGLISH.page, ENGLISH.pro, ENGLISH.behind)
    held, there = how_many(data)
    assert held == there > 300


def test_what_is_not_there_stays_english() -> None:
    words, mistakes = understand(ITALIAN)
    assert mistakes == []
    assert words is not None
    assert (words.tag, words.pro, words.con, words.verdicts["in"]) == ("it", "A FAVORE", "AGAINST", "regge")
    assert words.on_page("sides") == "Parti"
    assert words.on_page("search") == "Search"
    assert how_many(ITALIAN)[0] == 5
    page = draw(three(), "html", Options(language=words)).decode()
    assert '<html lang="it" dir="ltr"' in page
    assert ">Parti</button>" in page
    assert "A FAVORE" in draw(three(), "svg", Options(layout="sides", language=words)).decode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"language": 7}, "`language` is the tag of a language"),
        ({"pros": "x"}, "there is no phrase `pros`"),
        ({"page": {"serch": "x"}}, "there is no phrase `serch`. Did you mean `search`?"),
        ({"behind": "x"}, "`behind` is a list of two"),
        ({"page": {"grade": "grado"}}, "`grade` fills in {grade}, as “Grade: {grade}” does"),
        ({"pro": "{what}"}, "`pro` fills in nothing"),
        ({"pro": "a {"}, "`pro` fills in nothing"),
        ({"pro": "two\nlines"}, "`pro` is a text of up to 300 characters in one line"),
        ({"verdicts": "x"}, "`verdicts` is a mapping of phrases"),
    ],
)
def test_every_mistake_is_told(change: dict[str, Any], told: str) -> None:
    words, mistakes = understand(ITALIAN | change)
    assert words is None
    assert [one.message for one in mistakes if told in one.message], mistakes


def _code(words: list[str]) -> int:
    with pytest.raises(SystemExit) as stop:
        main(words)
    return int(stop.value.code or 0)


def test_a_file_of_words_is_named_in_place_of_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.yaml").write_text(
        "argmap: 1\ntitle: T\nthesis: a\nclaims: {a: A goes.}\narguments: {}\n", encoding="utf-8"
    )
    (tmp_path / "it.yaml").write_text(yaml.safe_dump(ITALIAN), encoding="utf-8")
    call = ["render", "m.yaml", "--format", "html", "--language", "it.yaml", "-o", "page.html"]
    assert _code(call) == 0
    assert ">Parti</button>" in (tmp_path / "page.html").read_text(encoding="utf-8")
    (tmp_path / "it.yaml").write_text("language: it\npage:\n  serch: x\n", encoding="utf-8")
    assert _code(call) == 2
    told = capsys.readouterr().err
    assert "line 3" in told
    assert "Did you mean `search`?" in told


def test_a_page_from_the_right_says_so_and_marks_whose_words_are_whose() -> None:
    arabic = with_value(three(), "language", "ar")
    page = draw(arabic, "html").decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert ">الجانبان</button>" in page
    hebrew = draw(with_value(three(), "language", "he"), "html").decode()
    assert '<html lang="en" dir="rtl"' in hebrew  # there are no words in Hebrew
    assert '<h1 lang="he"' in hebrew
    english = draw(arabic, "html", Options(language="en")).decode()
    assert '<html lang="en" dir="rtl"' in english
