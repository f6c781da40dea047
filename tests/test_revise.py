"""Changes of files: written whole or not at all, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coldwater import api, exchange, revise
from coldwater.changes import Change
from coldwater.errors import UnreadableFileError, UnusableMapError, UsageError
from coldwater.project.settings import Settings

TEXT = "argmap: 1\nthesis: a\ntitle: T\nclaims: {a: A., b: B.}\narguments: {s: {premises: [b], supports: a}}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a map file that is not in canonical form."""
    found = tmp_path / "town.argmap.yaml"
    found.write_text(TEXT, encoding="utf-8")
    return found


def change_of(path: Path) -> Change:
    """Format a file."""
    return revise.format(path)


def test_a_change_is_written(path: Path) -> None:
    change = change_of(path)
    assert change.is_needed
    revise.save(change)
    assert path.read_bytes() == change.new
    assert not change_of(path).is_needed
    assert os.listdir(path.parent) == [path.name]


def test_what_is_in_canonical_form_is_not_written(path: Path) -> None:
    revise.save(change_of(path))
    before = path.stat().st_mtime_ns
    revise.save(change_of(path))
    assert path.stat().st_mtime_ns == before


def test_a_file_that_has_changed_meanwhile_is_left_alone(path: Path) -> None:
    change = change_of(path)
    path.write_text(TEXT + "# mine\n", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"it has changed in the meantime; nothing was written\. Run"):
        revise.save(change)
    assert path.read_text(encoding="utf-8") == TEXT + "# mine\n"
    path.unlink()
    with pytest.raises(UnreadableFileError, match="there is no such file"):
        revise.save(change)


def test_a_full_disk_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change = change_of(path)

    def is_full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", is_full)
    with pytest.raises(UnreadableFileError, match="could not be written and is as it was: no space left on device"):
        revise.save(change)
    assert path.read_text(encoding="utf-8") == TEXT
    assert os.listdir(path.parent) == [path.name]


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))
from coldwater.cli import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize("words", [["fmt"], ["check", "--fix"], ["rename"]])
def test_a_write_that_breaks_off_leaves_the_file_as_it_was(path: Path, words: list[str]) -> None:
    path.write_text(TEXT.replace("[b]", "[b, b]") if "--fix" in words else TEXT, encoding="utf-8")
    before = path.read_bytes()
    more = ["b", "c"] if words == ["rename"] else []
    command = [sys.executable, "-c", LIMITED, *words, str(path), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "could not be written and is as it was: file too large" in done.stderr
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_permissions_stay_and_a_link_stays_a_link(path: Path) -> None:
    path.chmod(0o640)
    link = path.parent / "link.argmap.yaml"
    link.symlink_to(path.name)
    revise.save(change_of(link))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert not change_of(path).is_needed


def test_a_read_only_file_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnreadableFileError, match="read-only"):
        revise.save(change_of(path))
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_byte_order_mark_stays_but_for_the_canonical_form() -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("[b]", "[b, b]").encode()
    assert revise.fix("a.yaml", data=data).change.new == b"\xef\xbb\xbf" + TEXT.encode()
    data = b"\xef\xbb\xbf" + TEXT.encode()
    assert revise.rename("a.yaml", "b", "c", data=data).change.new[:3] == b"\xef\xbb\xbf"
    assert revise.format("a.yaml", data=data).new[:6] == b"argmap"


def test_a_file_that_is_not_utf_8_loses_no_letter() -> None:
    """What was read of it is not what stands in it, so that writing it back would put stand-ins for its letters."""
    data = TEXT.replace("[b]", "[b, b]").replace("title: T", "title: M\xfcller").encode("latin-1")
    assert b"M\xfcller" in data
    fixing = revise.fix("a.yaml", data=data, unsafe=True)
    assert (fixing.change.new, fixing.done, fixing.unsafe) == (data, (), 0)
    settings = Settings("", max_size=20)
    data = TEXT.replace("[b]", "[b, b]").encode()
    assert not revise.fix("a.yaml", data=data, settings=settings).change.is_needed


@pytest.mark.parametrize("data", [b"argmap: 1\n", b"a: [", b"\xff\xfe", b"", TEXT.replace("title", "titel").encode()])
def test_what_cannot_be_read_is_not_formatted_renamed_or_converted(data: bytes) -> None:
    for verb in (
        lambda: revise.format("a.yaml", data=data),
        lambda: exchange.convert("a.yaml", "json", data=data),
        lambda: revise.rename("a.yaml", "a", "c", data=data),
    ):
        with pytest.raises(UnusableMapError) as error:
            verb()
        assert error.value.findings
        assert all(finding.rule.startswith("CW0") for finding in error.value.findings)
    assert revise.fix("a.yaml", data=data, unsafe=True).change.is_needed == (b"titel" in data)


def test_a_name_without_a_known_ending_is_refused() -> None:
    verbs: tuple[Callable[..., object], ...] = (revise.format, revise.fix)
    for verb in verbs:
        with pytest.raises(UsageError, match=r"must end in \.yaml, \.yml or \.json"):
            verb("a.txt", data=TEXT.encode())


def test_full_texts_count_for_what_is_unused(tmp_path: Path) -> None:
    text = "argmap: 1\ntitle: T\nthesis: a\nsources: {z: {title: Z, text: z.txt}}\n"
    text += "claims: {a: {text: A., cites: [{source: z, quote: no such words}]}, b: B.}\n"
    text += "arguments: {s: {premises: [b], supports: a}}\nlint: {ignore: [{rule: CW304, at: a, reason: R.}]}\n"
    path = tmp_path / "a.argmap.yaml"
    (tmp_path / "z.txt").write_text("Other words.", encoding="utf-8")
    assert api.check_bytes("elsewhere.yaml", text.encode()).fixes == {}
    fixing = revise.fix(path, data=text.encode())
    assert not fixing.change.is_needed
    (tmp_path / "z.txt").write_text("There are no such words here.", encoding="utf-8")
    fixing = revise.fix(path, data=text.encode())
    assert [offer.finding.rule for offer in fixing.done] == ["CW901"]


def test_the_results_of_verbs_are_saved_as_they_are(path: Path) -> None:
    revise.save(revise.rename(path, "b", "c"))
    assert path.read_text(encoding="utf-8") == TEXT.replace("b: B.", "c: B.").replace("[b]", "[c]")
    patch = path.with_name("town.patch.yaml")
    patch.write_text("coldwater-patch: 1\ntitle: T\nthesis: a\nclaims: {d: D.}\n", encoding="utf-8")
    patching = revise.apply(path, patch)
    assert [(one.section, one.id) for one in patching.added] == [("claims", "d")]
    revise.save(patching)
    assert "d: D." in path.read_text(encoding="utf-8")
    assert revise.apply(path, patching.patch).added == ()


def test_a_patch_that_is_none_is_named(path: Path) -> None:
    patch = path.with_name("town.patch.yaml")
    patch.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(UsageError, match=r"town\.patch\.yaml: "):
        revise.apply(path, patch)
    with pytest.raises(UsageError, match="no format is called 'yml'"):
        exchange.convert(path, "yml")
