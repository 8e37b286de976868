from pathlib import Path

import pytest

from briefing_tui import places


def settings(folder: Path, text: str | bytes) -> places.Config:
    (folder / "config.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return places.config(folder)


def test_no_settings_are_the_defaults(tmp_path: Path) -> None:
    assert places.config(tmp_path) == places.Config()


def test_settings_are_read_and_a_relative_library_is_beside_them(tmp_path: Path) -> None:
    read = settings(tmp_path, 'library = "mine"\ntheme = "light"\ncontent_lang = "de"\n')
    assert read == places.Config(tmp_path / "mine", "light", "de")


@pytest.mark.parametrize("text", ["library = ", b"\xff\xfe", "[" * 5000, 'theme = "a"\ntheme = "b"'])
def test_a_broken_file_is_one_line_and_the_defaults(tmp_path: Path, text: str | bytes) -> None:
    read = settings(tmp_path, text)
    assert len(read.complaints) == 1
    assert "config.toml" in read.complaints[0]
    assert (read.library, read.theme, read.content_lang) == (None, "", "")


def test_what_is_right_in_a_file_with_mistakes_counts(tmp_path: Path) -> None:
    read = settings(tmp_path, 'theme = "light"\nlibrary = 5\nthem = "x"\n')
    assert read.theme == "light"
    assert read.library is None
    assert len(read.complaints) == 2


def test_who_names_the_library(tmp_path: Path) -> None:
    configured = places.Config(library=tmp_path)
    assert places.home(configured, {places.LIBRARY_VARIABLE: "/x"}) == (Path("/x"), "$BRIEFING_LIBRARY")
    assert places.home(configured, {}) == (tmp_path, "config.toml")
    assert places.home(places.Config(), {places.LIBRARY_VARIABLE: ""}) == (places.SHIPPED, "")
