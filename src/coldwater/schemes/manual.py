"""Schemes for people and scripts: the list, one scheme for the terminal, the page of the manual, plain data."""

from __future__ import annotations

from textwrap import fill

from coldwater.listing import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.schemes.forms import General, Question, Scheme

#: The fewest columns for a text beside what leads it.
_LEAST_ROOM = 24
_BOOK = "Walton, Reed and Macagno, Argumentation Schemes (2008)"
_SOURCES = {
    "araucaria": "Araucaria",
    "carneades": "Carneades",
    "book": "passages of the book",
    "taxonomy": "notes on Walton and Macagno (2015)",
    "pollock": "Araucaria (Pollock)",
}
_MUST = {"answerer": "whoever uses the argument must answer", "asker": "whoever asks must show it"}
_HEAD = f"""# Argumentation schemes

Made from the schemes' own data; `coldwater scheme expert_opinion` prints one of these pages, `coldwater scheme` the
list. The numbers are those of the compendium in {_BOOK};
every sentence here is our own. Each entry says what it was compared with: the scheme sets of Araucaria (after Walton,
Argumentation Schemes for Presumptive Reasoning, 1996, and after Pollock), the schemes of Carneades, passages of the
book that others quote, notes on Walton and Macagno, A Classification System for Argumentation Schemes (2015); or that
it is from memory.

An argument names its scheme, and says in `roles` which of its premises fills which slot:

```yaml
cold-feet:
  premises: [engineer-says, is-engineer]
  attacks: rebuild
  scheme: expert_opinion
  roles: {{expert: is-engineer, says: engineer-says}}
```

Case, hyphens and underscores in these names are alike. A slot in *italics* is an assumption: it holds until somebody
questions it, and need not be filled (CW502 asks for the others). A name of your own begins with `x-`.

A critical question tests an argument of its kind. A bad answer undermines the premise in a slot, undercuts the step, or
is a reason against the conclusion. Who has the burden: a question marked ● must be answered by whoever uses the
argument, once it is asked; one marked ○ counts only if whoever asks can show something.

An argument on the map answers a question by saying so:

```yaml
tested: {{premises: [load-test], supports: engineer-says, answers: {{cold-feet: [evidence]}}}}
```

A question counts as **answered** when an argument names it so, and bears on the argument that is asked: it supports or
attacks that argument, one of its premises, or its conclusion. Whether the answer is any good is for the evaluation to
say. An argument without a scheme, and premises that fill no slot, are asked the questions at the end. Where some slots
are filled, cross-examination (`coldwater prep questions`) asks nothing of the others: there would be nothing to read
out."""


def list_text(families: Mapping[str, str], schemes: Sequence[Scheme], width: int) -> str:
    """Give all schemes under their families, each with what such an argument says, set to ``width`` columns."""
    room = max(len(scheme.name) for scheme in schemes)
    blocks = []
    for family, heading in families.items():
        lines = [_hung(f"  {one.name:<{room}}  ", one.gist, width) for one in schemes if one.family == family]
        blocks.append("\n".join([heading, *lines]))
    return "\n\n".join(blocks) + "\n"


def scheme_text(families: Mapping[str, str], scheme: Scheme, width: int) -> str:
    """Give one scheme for the terminal, set to ``width`` columns: slots, conclusion, questions, and how to write it."""
    blocks = [
        "\n".join(
            fill(line, width)
            for line in (f"{scheme.name}: {scheme.title}", f"{_begun(scheme.gist)}. ({families[scheme.family]})")
        ),
        "Premises, by the names of their slots:\n" + "\n".join(_premises(scheme, width)),
        "Conclusion:\n" + _hung("  ", scheme.conclusion, width),
        "Critical questions, by name:\n" + "\n".join(_questions(scheme, width)),
        "In a map:\n" + "\n".join(f"  {line}" for line in _example(scheme)),
        fill(_origin(scheme, f"Number {scheme.wrm} in the compendium of {_BOOK}"), width),
    ]
    return "\n\n".join(blocks) + "\n"


def manual_text(families: Mapping[str, str], schemes: Sequence[Scheme], general: Iterable[General]) -> str:
    """Give the page of the manual in Markdown: all schemes by family, then the general questions."""
    blocks = [_HEAD]
    for family, heading in families.items():
        blocks.append(f"## {heading}")
        for scheme in schemes:
            if scheme.family == family:
                blocks += _section(scheme)
    blocks += ["## Without a scheme", *_general(general)]
    return "\n\n".join(blocks) + "\n"


def scheme_data(scheme: Scheme) -> dict[str, Any]:
    """Give a scheme as plain data, for JSON."""
    return {
        "name": scheme.name,
        "title": scheme.title,
        "gist": scheme.gist,
        "family": scheme.family,
        "number": scheme.wrm,
        "reference": scheme.ref,
        "checked": list(scheme.checked),
        "premises": [{"slot": slot.name, "text": slot.text, "assumption": slot.assumption} for slot in scheme.premises],
        "conclusion": scheme.conclusion,
        "questions": [
            {"name": one.name, "ask": one.ask, "hits": one.hits, "burden": one.burden} for one in scheme.questions
        ],
        "also": list(scheme.also),
    }


# --- pieces -----------------------------------------------------------------------------------------------------


def _premises(scheme: Scheme, width: int) -> Iterator[str]:
    room = max(len(slot.name) for slot in scheme.premises)
    for slot in scheme.premises:
        text = slot.text + (" (Holds until questioned.)" if slot.assumption else "")
        yield _hung(f"  {slot.name:<{room}}  ", text, width)


def _questions(scheme: Scheme, width: int) -> Iterator[str]:
    room = max(len(question.name) for question in scheme.questions)
    for question in scheme.questions:
        yield _hung(f"  {question.name:<{room}}  ", question.ask, width)
        yield _hung(" " * (room + 4), f"about {_aim(question)}; {_MUST[question.burden]}", width)


def _aim(question: Question) -> str:
    whole = question.hits in ("step", "conclusion")
    return f"the {question.hits}" if whole else f"`{question.hits}`"


def _example(scheme: Scheme) -> list[str]:
    filled = ", ".join(f"{slot}: CLAIM" for slot in scheme.required)
    return [
        f"scheme: {scheme.name}",
        f"roles: {{{filled}}}",
        "# in an argument that answers one",
        f"answers: {{ARGUMENT: [{scheme.questions[0].name}]}}",
    ]


def _origin(scheme: Scheme, from_book: str) -> str:
    """Say where the scheme is from, and what the entry was compared with."""
    texts = [_SOURCES[text] for text in scheme.checked if text in _SOURCES]
    compared = f"compared with {listed(texts)}" if texts else "written from memory"
    names = f" Also called {listed(scheme.also)}." if scheme.also else ""
    return f"{from_book if scheme.ref is None else f'After {scheme.ref}'}; {compared}.{names}"


def _section(scheme: Scheme) -> list[str]:
    rows = ["| slot | premise |", "|---|---|"]
    rows += [f"| {_leaning(slot.name, slot.assumption)} | {slot.text} |" for slot in scheme.premises]
    rows += [f"|  | **Therefore:** {scheme.conclusion} |"]
    asked = [
        f"* {'●' if one.burden == 'answerer' else '○'} `{one.name}` ({_aim(one)}): {one.ask}"
        for one in scheme.questions
    ]
    head = f"### {scheme.name}\n\n**{scheme.title}**: {scheme.gist}."
    return [head, "\n".join(rows), "\n".join(asked), f"<small>{_origin(scheme, f'Number {scheme.wrm}')}</small>"]


def _general(general: Iterable[General]) -> list[str]:
    rows = ["| question | about | of | asked after the claim was read out |", "|---|---|---|---|"]
    rows += [f"| `{one.name}` | {one.about} | {one.when} | {one.then} |" for one in general]
    said = (
        "`unstated` and `grounds` are answered by an argument for the premise, `grounds` also by a citation; `follows` "
        "by an argument for or against the step; all of them, and `otherwise`, as the questions of schemes are."
    )
    return ["\n".join(rows), fill(said, 120, break_on_hyphens=False)]


def _leaning(name: str, slanted: bool) -> str:
    return f"*{name}*" if slanted else name


def _hung(lead: str, text: str, width: int) -> str:
    """Set a text behind a lead, or, where that leaves no room for words, below it."""
    if width - len(lead) < _LEAST_ROOM:
        return f"{lead.rstrip()}\n{_hung('      ', text, width)}".lstrip("\n")
    return fill(text, width, initial_indent=lead, subsequent_indent=" " * len(lead))


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
