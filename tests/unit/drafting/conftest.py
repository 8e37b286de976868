"""Drafting invented texts."""

from collections.abc import Callable
from datetime import date

import pytest

from briefing_tui.drafting.analysis import Analysis, analyse

DAY = date(2031, 5, 7)
"""A Wednesday."""


@pytest.fixture
def read() -> Callable[..., Analysis]:
    """Analyses a text of that day."""

    def reading(text: str, lang: str = "de", day: date | None = DAY) -> Analysis:
        return analyse(text, lang, day, today=DAY)

    return reading
