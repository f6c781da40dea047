"""The known ways to upset a reader of YAML or JSON, each refused with its rule."""

from __future__ import annotations

import pytest

from work import ALL

from .reading import Worker

HEAD = b"argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: A is so.\n"
_BOMB = b"x-a: &a [1,1,1,1,1,1,1,1,1,1]\n" + b"".join(
    b"x-%c: &%c [%s]\n" % (98 + i, 98 + i, b",".join([b"*%c" % (97 + i)] * 10)) for i in range(9)
)
_LADDER = b"a: &a0 x\n" + b"".join(b"b%d: &a%d %s*a%d%s\n" % (i, i + 1, b"[" * 40, i, b"]" * 40) for i in range(200))

YAML = {
    "100 kB of brackets": (b"[" * 100_000, "CW004"),
    "10 MB of brackets": (b"[" * 10_000_000, "CW004"),
    "100 kB of braces with keys": (b"{a: " * 30_000, "CW004"),
    "100 kB of dashes": (b"- " * 50_000, "CW004"),
    "100 kB of question marks": (b"? " * 50_000, "CW004"),
    "deep by indentation": (b"".join(b" " * i + b"a:\n" for i in range(500)), "CW004"),
    "a bomb of aliases": (_BOMB, "CW004"),
    "an alias to itself": (b"x-a: &a [*a]\n", "CW004"),
    "an alias to its mapping": (b"x-a: &a {b: *a}\n", "CW004"),
    "an alias to nothing": (b"x-a: *nobody\n", "CW001"),
    "UTF-16": (HEAD.decode().encode("utf-16"), "CW004"),
    "UTF-32": (HEAD.decode().encode("utf-32"), "CW004"),
    "no UTF-8": (b"title: \xff\xfe\n", "CW004"),
    "a raw surrogate": (b"title: \xed\xa0\x80\n", "CW004"),
    "an escaped surrogate": (b'title: "\\ud800"\n', "CW004"),
    "a NUL": (b"title: a\x00b\n", "CW001"),
    "a bell": (b"title: a\x07b\n", "CW001"),
    "not a number": (HEAD + b"x-n: .nan\n", "CW004"),
    "infinity": (HEAD + b"x-n: -.inf\n", "CW004"),
    "too large for a number": (HEAD + b"x-n: 1e999\n", "CW004"),
    "5,000 digits": (HEAD + b"x-n: " + b"9" * 5000 + b"\n", "CW004"),
    "5,000 hexadecimal digits": (HEAD + b"x-n: 0x" + b"f" * 5000 + b"\n", "CW004"),
    "a tag that runs code": (b"x-a: !!python/object/apply:os.system [ls]\n", "CW001"),
    "a merge key": (b"x-a: &a {b: 1}\nx-c: {<<: *a}\n", "CW001"),
    "a key that is a number": (HEAD + b"  1: One is so.\n", "CW003"),
    "a key that is a list": (HEAD + b"  ? [a]\n  : b\n", "CW001"),
    "two documents": (HEAD + b"---\n" + HEAD, "CW001"),
    "a tab as indent": (b"claims:\n\ta: b\n", "CW001"),
    "nothing": (b"", "CW003"),
    "a list": (b"- a\n", "CW003"),
    "10 MB of braces with keys": (b'{"a":' * 2_000_000, "CW004"),
    "100 kB of brackets and question marks": (b"[? " * 33_000, "CW004"),
    "a bomb of aliases of a long text": (
        b"x-a: &a '" + b"x" * 500_000 + b"'\nx-b: [" + b"*a," * 5000 + b"]\n",
        "CW004",
    ),
    "depth by aliases": (_LADDER, "CW004"),
    "200,000 tags": (b"- !a b\n" * 200_000, "CW001"),
    "100,000 keys twice": (b"a: 1\n" * 100_000, "CW002"),
    "a key that is a list, and one that stands twice": (b"? [a]\n: b\nc: 1\nc: 2\n", "CW002"),
    "a key that is not a number": (HEAD + b"  .nan: x\n", "CW004"),
    "a key of 500 digits": (HEAD + b"  ? " + b"9" * 500 + b"\n  : x\n", "CW004"),
    "a key without an end": (HEAD + b"  ? " + b"k" * 1_000_000 + b" k\n  : x\n", "CW003"),
    "100,000 list items that do not fit": (HEAD + b"lint: {ignore: [" + b"{}, [], 1, x, " * 25_000 + b"]}\n", "CW003"),
}
if ALL:  # ten seconds of work: `make test-all` does it
    YAML["9 MB of empty values"] = (b"- \n" * 3_000_001, "CW004")  # one more than may be
JSON = {
    "100 kB of brackets": (b"[" * 100_000, "CW004"),
    "10 MB of objects": (b'{"a":' * 2_000_000, "CW004"),
    "deep below a claim": (b'{"claims":{"a":' + b"[" * 800 + b"]" * 800 + b"}}", "CW004"),
    "deep in an extension": (b'{"x-a":' + b"[" * 100 + b"]" * 100 + b"}", "CW004"),
    "a name twice": (b'{"title":"a","title":"b"}', "CW002"),
    "NaN": (b'{"x-a":NaN}', "CW004"),
    "infinity": (b'{"x-a":-Infinity}', "CW004"),
    "1e999": (b'{"x-a":1e999}', "CW004"),
    "5,000 digits": (b'{"x-a":-' + b"9" * 5000 + b"}", "CW004"),
    "a lone surrogate": (b'{"x-a":"\\udc00"}', "CW004"),
    "a comment": (b'{"title":"a" // no\n}', "CW001"),
    "a comma too many": (b'{"title":"a",}', "CW001"),
    "single quotes": (b"{'title':'a'}", "CW001"),
    "cut off": (b'{"title":"a', "CW001"),
    "UTF-16": ('{"title":"a"}'.encode("utf-16"), "CW004"),
    "nothing": (b"", "CW003"),
    "a number": (b"7", "CW003"),
    "10 MB of brackets in an extension": (b'{"x-a":' + b"[" * 10_000_000, "CW004"),
    "3 MB of empty lists": (b"[" + b"[]," * 1_000_000 + b"1]", "CW003"),
    "100,000 names twice": (b"{" + b'"a":1,' * 100_000 + b'"a":1}', "CW002"),
    "100,000 repeated items of all kinds": (
        b'{"argmap":1,"title":"t","thesis":"a","claims":{"a":{"text":"t","tags":['
        + b'{},[],1,"x",' * 25_000
        + b"1]}}}",
        "CW003",
    ),
}


@pytest.mark.parametrize(("data", "rule"), YAML.values(), ids=YAML.keys())
def test_yaml_is_refused(worker: Worker, data: bytes, rule: str) -> None:
    assert rule in worker.check("x.argmap.yaml", data)["rules"]


@pytest.mark.parametrize(("data", "rule"), JSON.values(), ids=JSON.keys())
def test_json_is_refused(worker: Worker, data: bytes, rule: str) -> None:
    assert rule in worker.check("x.argmap.json", data)["rules"]


def test_harmless_aliases_are_read(worker: Worker) -> None:
    assert worker.check("x.argmap.yaml", HEAD + b"x-a: &a [1, 2]\nx-b: [*a, *a]\n") == {
        "rules": [],
        "is_map": True,
    }
