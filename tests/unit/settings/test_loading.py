"""What is right in config.toml counts; what is wrong is said with its line, what may be meant, and left at its default."""

import os
from pathlib import Path

import pytest

from briefing_tui.settings import Loaded, Settings, load


def loaded(folder: Path, text: str | bytes) -> Loaded:
    file = folder / "config.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(file)


def said(found: Loaded) -> list[str]:
    return [complaint.said() for complaint in found.complaints]


def test_no_file_and_an_empty_one_are_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == loaded(tmp_path, "") == Loaded()


def test_every_setting_is_read(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        'library = "mine"\ntheme = "light"\nlang="de"\ncontent_lang="ko"\nscreen_reader = true\n[keys]\nnote = ["A", "m"]\n',
    )
    assert found == Loaded(Settings(tmp_path / "mine", "light", "de", "ko", True, {"note": ("A", "m")}))


def test_a_home_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/vega")
    assert loaded(tmp_path, 'library = "~/b"').settings.library == Path("/home/vega/b")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('them = "light"', "config.toml:1: them: no such setting, did you mean 'theme'?"),
        (
            '\ntheme = "lihgt"',
            "config.toml:2: theme: 'lihgt' is none of dark, light, high-contrast, terminal, did you mean 'light'?",
        ),
        ("theme = 5", 'config.toml:1: theme: a text is wanted, like "…"'),
        ("library = ['a']", 'config.toml:1: library: a text is wanted, like "…"'),
        ('library = "a\\u0000b"', "config.toml:1: library: signs that cannot be seen are no part of it"),
        (
            'library = "~nobody-of-this-name/b"',
            "config.toml:1: library: '~nobody-of-this-name/b' is in a home that is not known",
        ),
        ('lang = "fr"', "config.toml:1: lang: 'fr' is none of en, de"),
        ('content_lang = "deutsch!"', "config.toml:1: content_lang: 'deutsch!' is no code of a language, such as en or de"),
        ('screen_reader = "yes"', "config.toml:1: screen_reader: true or false is wanted"),
        ("theme = ", 'config.toml:1: cannot be read: not a value; a text stands in quotation marks: "dark"'),
        ('lang = "de"\nlang = "en"', "config.toml:2: cannot be read: it is set above as well"),
        ('# mine\nsearch = "x"', "config.toml:2: search: its place is below [keys]"),
        ('[kyes]\nnote = "x"', "config.toml:1: kyes: no such setting, did you mean 'keys'?"),
        ('keys = "vim"', "config.toml:1: keys: a section is wanted: [keys], and the keys below it"),
        (b"# caf\xe9", "config.toml:1: is not UTF-8; using the defaults"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str | bytes, complaint: str) -> None:
    [first, *_] = said(loaded(tmp_path, text))
    assert first == complaint


def test_one_bad_value_leaves_the_rest(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'theme = "light"\nlibrary = 5\nthem = "x"\nbroken\nlang = "de"\n[keys]\nnote = "A"\n')
    assert (found.settings.theme, found.settings.library, found.settings.lang) == ("light", None, "de")
    assert found.settings.keys == {"note": ("A",)}
    assert [complaint.line for complaint in found.complaints] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "line"),
    [('theme = "dark', 1), ('a = 1\nb = """\nc', 2), ("a = 1\nb = [1,\nc = 2", 2), ("a = [1,", 1), ("a = {", 1)],
)
def test_what_is_left_open_is_said_where_it_begins(tmp_path: Path, text: str, line: int) -> None:
    found = loaded(tmp_path, f'lang = "de"\n{text}\n')
    assert any(complaint.line == line + 1 and "cannot be read" in complaint.text for complaint in found.complaints)
    assert found.settings.lang == "de"


def test_a_section_with_a_broken_head_is_not_taken_for_settings(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'theme = "light"\n[keys\nnote = "A"\ntick = "B"\n')
    assert found.settings == Settings(theme="light")
    assert len(found.complaints) == 1


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistakes(tmp_path: Path) -> None:
    found = loaded(tmp_path, b'\xef\xbb\xbftheme = "light"\r\n\r\nlang = "xx"\r\n')
    assert found.settings.theme == "light"
    assert [complaint.line for complaint in found.complaints] == [3]


def test_what_looks_like_a_key_inside_a_text_has_no_line(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'a = """\ntheme = 1\n"""\n\ntheme = 5\n')
    assert [complaint.line for complaint in found.complaints] == [1, 5]


@pytest.mark.parametrize("text", ["[" * 5000, "x\n" * 5000, "a = " + "[" * 5000, "\0" * 5000])
def test_a_file_that_is_no_settings_at_all_is_few_words(tmp_path: Path, text: str) -> None:
    found = loaded(tmp_path, text)
    assert found.settings == Settings()
    assert 1 <= len(found.complaints) <= 11


def test_ten_megabytes_are_not_read(tmp_path: Path) -> None:
    assert said(loaded(tmp_path, b"# \n" * 3_500_000)) == ["config.toml: has more than 100,000 bytes; using the defaults"]


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    assert said(load(tmp_path / "config.toml")) == ["config.toml: is no file; using the defaults"]


def test_a_pipe_in_its_place_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "config.toml")
    assert said(load(tmp_path / "config.toml")) == ["config.toml: is no file; using the defaults"]


@pytest.mark.skipif(not os.geteuid(), reason="everything is readable to root")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "config.toml").touch(0o000)
    assert said(load(tmp_path / "config.toml")) == ["config.toml: Permission denied; using the defaults"]


def test_a_file_below_a_file_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert said(load(tmp_path / "a" / "config.toml")) == ["config.toml: Not a directory; using the defaults"]
