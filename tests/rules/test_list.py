"""The one list of rules, the folder and the rules themselves agree."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest

from coldwater import rules
from coldwater.rules import RULES, rule

if TYPE_CHECKING:
    from types import ModuleType

each_rule = pytest.mark.parametrize("module", RULES, ids=lambda module: module.CODE)


def test_the_list_equals_the_folder() -> None:
    folder = [
        importlib.import_module(f"coldwater.rules.{found.name}") for found in pkgutil.iter_modules(rules.__path__)
    ]
    in_folder = sorted(module.__name__ for module in folder if hasattr(module, "CODE"))
    assert in_folder == sorted(module.__name__ for module in RULES)


def test_the_list_is_in_the_order_of_the_codes_and_each_stands_once() -> None:
    codes = [module.CODE for module in RULES]
    assert codes == sorted(set(codes))
    assert len({module.NAME for module in RULES}) == len(RULES)


@each_rule
def test_a_rule_is_named_for_its_flaw(module: ModuleType) -> None:
    assert module.__name__.rpartition(".")[2].replace("_", "-") == module.NAME
    assert re.fullmatch(r"CW\d{3}", module.CODE)
    assert module.SEVERITY in ("error", "warning", "info")


@each_rule
def test_a_rule_has_a_check_unless_the_reader_or_the_engine_finds_it(module: ModuleType) -> None:
    assert hasattr(module, "check") != module.CODE.startswith(("CW0", "CW9"))


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert rule("CW103") is rule("cw103") is rule("orphan-premise") is rule("Orphan-Premise")
    assert rule("CW999") is None
