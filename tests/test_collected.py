"""Tests are named by sentences, and pytest finds them by their first word: none may be missed."""

from __future__ import annotations

import ast
from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


@pytest.mark.parametrize("path", sorted(TESTS.rglob("test_*.py")), ids=lambda path: str(path.relative_to(TESTS)))
def every_test_is_found(path: Path, pytestconfig: pytest.Config) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    patterns = pytestconfig.getini("python_functions")
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and ast.unparse(function.returns or ast.Name("")) == "None":
            found = any(fnmatch(function.name, pattern) for pattern in patterns)
            helper = function.name in used or function.name.startswith("_")
            fixture = any("fixture" in ast.unparse(decorator) for decorator in function.decorator_list)
            assert found or helper or fixture, f"{function.name} never runs"
