from pathlib import Path

from briefing_tui import places


def test_who_names_the_library(tmp_path: Path) -> None:
    assert places.home(tmp_path, {places.LIBRARY_VARIABLE: "/x"}) == (Path("/x"), "$BRIEFING_LIBRARY")
    assert places.home(tmp_path, {}) == (tmp_path, "config.toml")
    assert places.home(None, {places.LIBRARY_VARIABLE: ""}) == (places.SHIPPED, "")
