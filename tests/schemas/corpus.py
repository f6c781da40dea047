"""Documents of every kind: what the commands print as JSON over a corpus of maps, and the files that are kept."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from coldwater.cli import main
from coldwater.editing.moves.making import make_moves
from coldwater.formats.native.move_table import MOVES

ROOT = Path(__file__).parents[2]
ARTICLE, LIBRARY = (f"arguments/{name}.argmap.yaml" for name in ("china-russia-alliance", "library-evenings"))
MAPS = tuple(f"maps/{path.name}" for path in sorted((ROOT / "tests" / "maps").glob("*.argmap.yaml")))
HERE = {
    "harbour": """\
argmap: 1
title: What is to become of the harbour?
thesis: [dredge, toll]
shape: graph
claims: {dredge: Dredge it., toll: Take a toll., silt: It silted up., away: Ships stay away., users: Users pay.}
arguments:
  need: {premises: [silt], supports: dredge}
  fair: {premises: [users], supports: toll}
  lose: {premises: [away], attacks: toll}
positions: {mayor: {name: The mayor, accepts: [dredge], rejects: [toll]}}
""",
    "harbour-before": """\
argmap: 1
title: What is to become of the harbour?
thesis: [dredge, toll, silt]
shape: graph
claims: {dredge: Dredge it., toll: Take a toll., silt: It silted up., users: Users pay.}
arguments:
  need: {premises: [silt], supports: dredge}
  fair: {premises: [users], supports: toll}
""",
    "harbour-odd": """\
argmap: 1
title: What is to become of the harbour?
thesis: [dredge, toll]
shape: graph
claims: {dredge: Dredge it., toll: Take a toll., silt: It silted up.}
arguments:
  need: {premises: [silt], supports: dredge}
  odd: {premises: [toll], attacks: toll}
""",
    "bridge": """\
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild
sources:
  survey: {title: Survey, grade: B2}
  rumour: {title: Rumour, grade: "?"}
claims:
  rebuild: The town should rebuild the bridge.
  ferry: {text: A ferry should be bought., contradicts: [rebuild]}
  cracks:
    text: The main girder is cracked.
    kind: fact
    tags: [girders]
    cites:
      - {source: survey, locator: p. 4, quote: a crack}
      - {source: survey, passage: A crack. It grows., quotes: [It grows]}
  unsafe: {text: A bridge with a cracked main girder is unsafe., implicit: true, kind: value, credence: 0.7}
  costly: {text: Rebuilding costs three yearly budgets., kind: fact, credence: 0.9, tags: [money]}
  grant: {text: The state pays four fifths of the cost., status: open, cites: [{source: rumour}]}
  broke: The state is broke.
  expert: The engineer is an expert.
  surplus: The state had a surplus last year.
rivals: [ferry]
arguments:
  safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild, strength: 0.8}
  money: {title: Cost, premises: [costly], attacks: rebuild, strength: 0.6}
  funded: {title: State grant, premises: [grant], attacks: money}
  empty: {premises: [broke], attacks: grant}
  rich: {premises: [surplus], attacks: broke}
  said: {premises: [expert], supports: cracks, scheme: expert_opinion, roles: {expert: expert}}
  boat: {premises: [costly], supports: ferry}
positions:
  mayor: {name: The mayor, accepts: [cracks], rejects: [broke], speaks_in: [survey]}
  clerk: {name: The clerk, accepts: [expert, costly], rejects: [cracks, ferry]}
""",
    "cited": "argmap: 1\ntitle: T\nthesis: t\nclaims: {t: T.}\nsources: {s: {title: S, text: s.txt}}\n",
    # each attacks all others, so that there is more to say than anybody can read
    "maze": "argmap: 1\ntitle: Maze\nthesis: c0\nshape: graph\nclaims:\n"
    + "".join(f"  c{one}: Statement {one}.\n" for one in range(12))
    + "arguments:\n"
    + "".join(
        f"  a{one}-{other}: {{premises: [c{one}], attacks: c{other}}}\n"
        for one in range(12)
        for other in range(12)
        if one != other
    ),
    "ring": """\
argmap: 1
title: Ring
thesis: a
shape: graph
claims: {a: {text: A., credence: 1}, b: {text: B., credence: 0.9}, c: {text: C., credence: 0.95}}
arguments:
"""
    + "".join(
        f"  {one}{number}: {{premises: [{one}], attacks: {other}}}\n"
        for one, other in ("ab", "bc", "ca")
        for number in range(3)
    )
    + "positions: {p: {name: P, accepts: [a]}}\n",
    "moot": """\
argmap: 1
title: Moot
thesis: t
claims: {t: T., a: {text: A., status: open}, b: B.}
arguments: {for: {premises: [a], supports: t}, against: {premises: [b], attacks: t, strength: 0.4}}
""",
    "even": """\
argmap: 1
title: Even
thesis: t
claims: {t: T., a: A., b: B.}
arguments: {for: {premises: [a], supports: t}, against: {premises: [b], attacks: t}}
""",
    "duel": """\
argmap: 1
title: Duel
thesis: a
shape: graph
claims: {a: A., b: B., c: C.}
arguments:
  ab: {premises: [a], attacks: b}
  ba: {premises: [b], attacks: a}
  cb: {premises: [c], supports: a}
""",
}
#: The notes of a round on the bridge.
ROUND = """\
side: neg
round: Semifinal
date: "2026-03-07"
debate: public forum
judge: A parent, slow
opponent: Larkham A
result: lost, 2 to 1
speeches: {C1: They read the survey twice.}
came_up:
  - {is: safety, in: C1, answer: The survey is old., held: false, note: Find its date.}
  - {said: The ferry is out of order., against: boat, answer: costly, in: R1}
note: Bring water.
"""
#: What makes the bridge the map that it is compared with: words, an id, a premise's id, a direction, a status.
CHANGES = (
    ("yearly", "annual"),
    ("safety: {", "risk: {"),
    ("broke: The", "bust: The"),
    ("[broke]", "[bust]"),
    ("attacks: broke", "attacks: bust"),
    ("attacks: money", "supports: money"),
    ("kind: fact\n", "kind: fact\n    status: rejected\n"),
)
#: What is printed, by the schema that describes it: the words of the command, with MAP for each of several maps.
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": (
        f"check {' '.join(MAPS)} --output-format json",
        "check maps/unsourced-fact.argmap.yaml --baseline known.json --output-format json",
        "check bridge.argmap.yaml --select CW503 --output-format json",
        "check homework --output-format json",
    ),
    "check-jsonl": (f"check {' '.join(MAPS)} --output-format jsonl",),
    "evaluate": (
        "evaluate harbour.argmap.yaml --output-format json",
        "evaluate harbour.argmap.yaml --standards --output-format json",
        "evaluate harbour.argmap.yaml --semantics preferred --output-format json",
        "evaluate harbour.argmap.yaml --semantics df-quad --output-format json",
        "evaluate harbour-odd.argmap.yaml --semantics stable --output-format json",
        "evaluate MAP --output-format json",
        "evaluate MAP --semantics df-quad --output-format json",
        "evaluate ring.argmap.yaml --semantics df-quad --strength a0=0.9 --output-format json",
        "evaluate ring.argmap.yaml --semantics df-quad --position p --output-format json",
        "evaluate duel.argmap.yaml --semantics preferred --output-format json",
        "evaluate duel.argmap.yaml --semantics stable --most 1 --output-format json",
        "evaluate bridge.argmap.yaml --reject grant --accept cracks --strength money=0.1 --output-format json",
        "evaluate bridge.argmap.yaml --standard scintilla --output-format json",
        "evaluate bridge.argmap.yaml --standards --output-format json",
        "evaluate even.argmap.yaml --standards --output-format json",
        "evaluate even.argmap.yaml --semantics stable --output-format json",
        f"evaluate {LIBRARY} --position treasurer --semantics preferred --output-format json",
        f"evaluate {LIBRARY} --position treasurer --output-format json",
        f"evaluate {LIBRARY} --position treasurer --standards --output-format json",
        f"evaluate {LIBRARY} --position treasurer --semantics stable --output-format json",
        f"evaluate {LIBRARY} --position treasurer --semantics euler --output-format json",
    ),
    "move": tuple(
        f"{words} --dry-run --output-format json"
        for words in (
            "add claim bridge.argmap.yaml Old.",
            "add reason bridge.argmap.yaml --against grant Late.",
            "add premise bridge.argmap.yaml money Dear.",
            "add rival bridge.argmap.yaml Closed.",
            "add source bridge.argmap.yaml Minutes",
            "cite bridge.argmap.yaml costly survey",
            "cite cited.argmap.yaml t s --quote so",
            "reword bridge.argmap.yaml costly Dear.",
            "set bridge.argmap.yaml . standard scintilla",
            "clear bridge.argmap.yaml costly kind",
            "turn bridge.argmap.yaml money",
            "move bridge.argmap.yaml empty funded",
            "undercut bridge.argmap.yaml empty",
            "rebut bridge.argmap.yaml funded",
            "split bridge.argmap.yaml safety",
            "join bridge.argmap.yaml expert surplus",
            "remove bridge.argmap.yaml costly",
            "thesis bridge.argmap.yaml ferry rebuild",
            "rename bridge.argmap.yaml broke poor",
            "undo bridge.argmap.yaml answer.json",
        )
    ),
    "refusal": (
        "turn bridge.argmap.yaml monye --output-format json",
        "undercut bridge.argmap.yaml empty rebuild --output-format json",
        "remove bridge.argmap.yaml rebuild --output-format json",
        "turn nowhere.argmap.yaml money --output-format json",
        "rename bridge.argmap.yaml broke money --output-format json",
        "rename bridge.argmap.yaml brok poor --output-format json",
        "undo bridge.argmap.yaml bridge.argmap.yaml --output-format json",
    ),
    "explain": (
        "explain MAP --output-format json",
        "explain duel.argmap.yaml b --output-format json",
        "explain even.argmap.yaml --output-format json",
        f"explain {LIBRARY} --position librarian --output-format json",
    ),
    "cruxes": (
        "cruxes harbour.argmap.yaml --thesis toll --output-format json",
        "cruxes harbour.argmap.yaml --semantics df-quad --output-format json",
        "cruxes MAP --output-format json",
        "cruxes moot.argmap.yaml --output-format json",
        "cruxes bridge.argmap.yaml --semantics euler --output-format json",
        "cruxes bridge.argmap.yaml --most-size 1 --seconds 0.1 --output-format json",
        f"cruxes {LIBRARY} --position librarian --output-format json",
    ),
    "positions": (
        "positions harbour.argmap.yaml --output-format json",
        f"positions {LIBRARY} --output-format json",
        "positions bridge.argmap.yaml --standard scintilla --output-format json",
        "positions maps/accepts-and-rejects.argmap.yaml --output-format json",
    ),
    "diff": (
        "diff harbour-before.argmap.yaml harbour.argmap.yaml --output-format json",
        "diff harbour.argmap.yaml bridge.argmap.yaml --output-format json",
        "diff bridge.argmap.yaml other.argmap.yaml --output-format json",
        "diff other.argmap.yaml bridge.argmap.yaml --output-format json",
        f"diff {ARTICLE} {LIBRARY} --output-format json",
        "diff --git HEAD new.argmap.yaml gone.argmap.yaml elsewhere.argmap.yaml --output-format json",
    ),
    "gate": ("gate bridge.argmap.yaml nowhere.argmap.yaml --base HEAD --output-format json",),
    "convert": (
        "convert frame.tgf frame.argmap.yaml --losses -",
        "convert bridge.argmap.yaml frame.tgf -o converted --to json --losses -",
        "convert lossy.tgf lossy.argmap.yaml --losses -",
    ),
    "file-formats": ("formats --output-format json", "formats tgf --output-format json"),
    "scheme": ("scheme --output-format json", "scheme expert_opinion --output-format json"),
    "gaps": (
        "prep gaps MAP --side SIDE --output-format json",
        "prep gaps bridge.argmap.yaml --side con --round semifinal.round.yaml --output-format json",
        f"prep gaps {LIBRARY} --side con --position librarian --output-format json",
    ),
    "questions": (
        "prep questions MAP --side SIDE --output-format json",
        "prep questions bridge.argmap.yaml --side con --position mayor --output-format json",
    ),
    "blocks": (
        "prep blocks MAP --side SIDE --output-format json",
        "prep blocks maze.argmap.yaml --side con --output-format json",
        "prep blocks bridge.argmap.yaml --side con --position mayor --output-format json",
    ),
    "brief": (
        "prep brief MAP --side SIDE --output-format json",
        "prep brief maze.argmap.yaml --side con --output-format json",
        "prep brief bridge.argmap.yaml --side con --position mayor --output-format json",
        "prep brief bridge.argmap.yaml --side pro --semantics df-quad --seconds 20 --output-format json",
    ),
    "overview": (
        "prep overview MAP --output-format json",
        "prep overview bridge.argmap.yaml --semantics df-quad --position mayor --output-format json",
    ),
    "assumptions": (
        "prep assumptions MAP --output-format json",
        "prep assumptions MAP --side SIDE --output-format json",
        "prep assumptions bridge.argmap.yaml --semantics df-quad --seconds 20 --output-format json",
        f"prep assumptions {LIBRARY} --position librarian --output-format json",
    ),
    "ach": (
        "prep ach bridge.argmap.yaml --output-format json",
        "prep ach bridge.argmap.yaml --position mayor --output-format json",
    ),
    "flow": (
        "prep flow MAP --side SIDE --debate-format public-forum --output-format json",
        "prep flow MAP --side SIDE --debate-format british-parliamentary --output-format json",
        "prep flow bridge.argmap.yaml --side con --debate-format policy --position mayor --output-format json",
        "prep flow bridge.argmap.yaml --side con --debate-format pf --filled in.csv --speech R1 --output-format json",
    ),
    "plan": (
        "prep plan MAP --side SIDE --minutes 1 --output-format json",
        "prep plan MAP --side SIDE --minutes 7 --output-format json",
        "prep plan duel.argmap.yaml --side con --minutes 1 --output-format json",
        "prep plan bridge.argmap.yaml --side con --minutes 2 --position mayor --output-format json",
    ),
    "formats": ("prep formats --output-format json",),
    "debate-format": (
        "prep formats policy --output-format json",
        "prep formats public-forum --output-format json",
        "prep formats british-parliamentary --output-format json",
    ),
    "drill": (
        "prep drill bridge.argmap.yaml --side con --stats --output-format json",
        "prep drill bridge.argmap.yaml --side con --position mayor --stats --output-format json",
    ),
}
_SEVERAL = (ARTICLE, LIBRARY, "bridge.argmap.yaml", "maps/double-edged-premise.argmap.yaml")
_ANSWERS = "It is safe.\n\n3\nAnother.\n\n1\n"


def documents(folder: Path) -> Iterator[tuple[str, Any]]:
    """Give documents, each with the name of its schema; stand in the folder, which is empty."""
    _fill(folder)
    for name, commands in COMMANDS.items():
        for command in commands:
            for words in _several(command):
                out = printed(words)
                lines = out.splitlines() if name == "check-jsonl" else [out]
                yield from ((name, json.loads(line)) for line in lines)
    yield from _kept(folder)


def printed(words: str, typed: str = "") -> str:
    """Give what a command prints on stdout; ``typed`` stands on its stdin."""
    out, err = io.StringIO(), io.StringIO()
    stdin, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as stop:
            main(words.split())
    finally:
        sys.stdin = stdin
    assert stop.value.code in (0, 1) or out.getvalue(), (words, err.getvalue())
    return out.getvalue()


def _several(command: str) -> Iterator[str]:
    maps = _SEVERAL if "MAP" in command else ("",)
    sides = ("pro", "con") if "SIDE" in command else ("",)
    yield from (command.replace("MAP", map_).replace("SIDE", side) for map_ in maps for side in sides)


def _fill(folder: Path) -> None:
    """Put the maps into a folder, which becomes a repository, with a state before and what is kept beside them."""
    shutil.copytree(ROOT / "tests" / "maps", folder / "maps")
    shutil.copytree(ROOT / "arguments", folder / "arguments")
    for name, text in HERE.items():
        (folder / f"{name}.argmap.yaml").write_text(text, encoding="utf-8")
    made = make_moves(HERE["bridge"], "yaml", [{"move": "turn", "id": "money"}, {"move": "turn", "id": "money"}])
    (folder / "answer.json").write_text(json.dumps({"undo": made.undo}), encoding="utf-8")
    (folder / "gone.argmap.yaml").write_text("argmap: 1\ntitle: Gone?\nthesis: g\nclaims: {g: It is gone.}\n")
    (folder / "moved.argmap.yaml").write_text(HERE["ring"].replace("title: Ring", "title: Round"))
    (folder / "s.txt").write_text("It is so.\n", encoding="utf-8")
    (folder / "semifinal.round.yaml").write_text(ROUND, encoding="utf-8")
    (folder / "in.csv").write_text("Row,C1,C2,R1\nPro 1,Unsafe girder,,\n,,State grant,\n", encoding="utf-8")
    (folder / "frame.tgf").write_text("a It is cheap.\nb It is not.\n#\na b\nb a\n", encoding="utf-8")
    (folder / "lossy.tgf").write_text("a It is cheap.\nb It is not.\n#\na b strongly\n", encoding="utf-8")
    for words in ("init -q", "config user.email a@b.org", "config user.name A", "add .", "commit -qm first"):
        subprocess.run(["git", *words.split()], check=True)
    (folder / "gone.argmap.yaml").unlink()
    (folder / "moved.argmap.yaml").rename(folder / "elsewhere.argmap.yaml")
    (folder / "new.argmap.yaml").write_text(
        "argmap: 1\ntitle: Is this new?\nthesis: n\nclaims: {n: Nobody saw this.}\n"
    )
    changed = HERE["bridge"]
    for old, new in CHANGES:
        changed = changed.replace(old, new)
    (folder / "other.argmap.yaml").write_text(changed, encoding="utf-8")
    (folder / "homework").mkdir()
    for name in ("ann.argmap.yaml", "ben.yaml"):
        (folder / "homework" / name).write_text(changed, encoding="utf-8")
    known = "maps/unsourced-fact.argmap.yaml maps/dangling-position.argmap.yaml"
    printed(f"check {known} --write-baseline --baseline known.json")
    printed("review bridge.argmap.yaml safety funded --by Ann")
    printed("prep drill bridge.argmap.yaml --side con", _ANSWERS)
    printed("prep spar bridge.argmap.yaml --side pro -o new.patch.yaml", "The girder holds.\n\nq\n")


def _kept(folder: Path) -> Iterator[tuple[str, Any]]:
    """Give the files that are kept: ours, and those of the tests."""
    yield "baseline", json.loads((folder / "known.json").read_text(encoding="utf-8"))
    for path in (*folder.glob("*.reviews.json"), *(folder / "maps").glob("*.reviews.json")):
        yield "reviews", json.loads(path.read_text(encoding="utf-8"))
    for path in Path(os.environ["COLDWATER_STATE"]).glob("**/*.json"):
        yield "drill-progress", json.loads(path.read_text(encoding="utf-8"))
    yield "round-notes", yaml.safe_load(ROUND)
    for path in folder.glob("*.patch.yaml"):
        yield "patch", yaml.safe_load(path.read_text(encoding="utf-8"))
    yield from (("moves", kind.example) for kind in MOVES)
    yield "moves", [kind.example for kind in MOVES]
    for name in HERE:
        yield "map", yaml.safe_load((folder / f"{name}.argmap.yaml").read_text(encoding="utf-8"))
