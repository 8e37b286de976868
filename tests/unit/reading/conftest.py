from collections.abc import Callable

import pytest

from briefing_tui.reading import Reading, read_bytes

HEAD = "title: A meeting\ndate: 2025-11-01\nlang: en\n"

Reader = Callable[..., Reading]


@pytest.fixture
def read_text() -> Reader:
    """Reads a briefing of which only the interesting part is written; the head takes the first three lines."""

    def read(body: str = "", head: str = HEAD) -> Reading:
        return read_bytes((head + body).encode(), "x.yaml", "2025-11-01-x")

    return read


@pytest.fixture
def said(read_text: Reader) -> Callable[..., list[str]]:
    """The messages on a briefing, as they are printed."""

    def messages(body: str = "", head: str = HEAD) -> list[str]:
        return [str(message) for message in read_text(body, head).messages]

    return messages
