"""Small rooms: files and functions stay short, and each module says what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "app" / "plainhelix").rglob("*.py"))

LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Each function's name and number of lines."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


def test_there_are_modules() -> None:
    assert len(MODULES) > 20


def test_no_long_file() -> None:
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}


def test_no_long_function() -> None:
    long = {
        f"{path.name}: {name}": count
        for path in MODULES
        for name, count in functions(tree(path))
        if count > LONGEST_FUNCTION
    }
    assert long == {}


def test_every_module_says_what_it_is_for_on_its_first_line() -> None:
    silent = []
    for path in MODULES:
        module = tree(path)
        if not (ast.get_docstring(module) and module.body[0].lineno == 1):
            silent.append(path.name)
    assert silent == []


def test_no_module_is_named_for_nothing() -> None:
    empty = {"utils", "util", "helper", "helpers", "manager", "common", "misc"}
    assert [path for path in MODULES if path.stem in empty] == []
