"""The rules: one file for each flaw, one list. A rule takes a map and says what is wrong; it knows no file.

A rule is a module with CODE, NAME and SEVERITY, a docstring that is its manual page, and ``check``, a pure generator of
flaws. Rules of the reader (CW0xx) and of the engine (CW9xx) have no ``check``. A rule with ``ON_REQUEST = True`` is off
unless settings select it by its whole code. A rule with ``UNFINISHED`` only misses what is not done yet: in a draft its
flaws are told in one finding (CW902), by these words, for one and for several.

A rule may offer ``fix``, which takes a map and a flaw of the rule and gives edits that mend it, or ``guess``, for edits
that may not be what was meant. Both are pure; None where there is nothing to offer.
"""

from __future__ import annotations

from coldwater.rules import (
    circular_support,
    contradictory_premises,
    dangling_reference,
    double_edged_premise,
    draft,
    duplicate_argument,
    duplicate_key,
    explanation_as_reason,
    friendly_fire,
    hash_in_text,
    id_clash,
    idle_number,
    incoherent_position,
    inert_argument,
    initials_as_author,
    misplaced_answer,
    missing_scheme_premise,
    not_a_statement,
    not_a_tree,
    odd_import,
    one_sided,
    open_critical_question,
    orphan_premise,
    overlong,
    passage_changed,
    placeholder_text,
    quote_not_found,
    quote_not_in_passage,
    repeated_claim,
    schema,
    self_defeat,
    status_overruled,
    stray_answer,
    stray_argument,
    support_and_attack,
    suspect_argument,
    syntax,
    thesis_among_rivals,
    unexpected_verdict,
    unknown_role,
    unknown_scheme,
    unknown_source,
    unsafe_input,
    unsourced_fact,
    unused_ignore,
    unused_source,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

#: All rules, in the order of their codes.
RULES: tuple[ModuleType, ...] = (
    syntax,
    duplicate_key,
    schema,
    unsafe_input,
    hash_in_text,
    odd_import,
    dangling_reference,
    id_clash,
    orphan_premise,
    stray_argument,
    circular_support,
    not_a_tree,
    self_defeat,
    duplicate_argument,
    support_and_attack,
    thesis_among_rivals,
    stray_answer,
    contradictory_premises,
    incoherent_position,
    status_overruled,
    double_edged_premise,
    friendly_fire,
    one_sided,
    inert_argument,
    unexpected_verdict,
    suspect_argument,
    idle_number,
    unsourced_fact,
    unknown_source,
    unused_source,
    quote_not_found,
    passage_changed,
    initials_as_author,
    explanation_as_reason,
    quote_not_in_passage,
    repeated_claim,
    not_a_statement,
    overlong,
    placeholder_text,
    unknown_scheme,
    missing_scheme_premise,
    open_critical_question,
    unknown_role,
    misplaced_answer,
    unused_ignore,
    draft,
)


def rule(code_or_name: str) -> ModuleType | None:
    """Give the rule with this code or name, in whatever case; None if there is none.

    >>> rule("cw103").NAME
    'orphan-premise'
    >>> rule("orphan-premise").CODE
    'CW103'
    """
    wanted = code_or_name.casefold()
    return next((module for module in RULES if wanted in (module.CODE.casefold(), module.NAME)), None)
