"""What all tests share."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
sys.path.insert(0, str(TESTS.parent))  # so that a test can import what tests share: tests.contract


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what the program writes now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Asserts that a document is the one under tests/golden, or makes it so under --accept."""

    def check(name: str, document: str) -> None:
        path = TESTS / "golden" / name
        if request.config.getoption("--accept"):
            path.write_text(document, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == document, f"{name} differs; --accept rewrites it"

    return check
