"""What `config.toml` says holds in the installed reader, and what is wrong in it is said there."""

from pathlib import Path

from room import reader


def settings(folder: Path, text: str) -> None:
    file = folder / "home" / "briefing" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def test_keys_and_language_of_the_settings_hold_and_a_mistake_is_said_with_its_line(tmp_path: Path) -> None:
    settings(tmp_path, 'lang = "de"\nfoo = 1\n[keys]\npreset = "de"\nquit = "ö"\nbriefing-previous = []\n')
    with reader(tmp_path) as terminal:
        terminal.wait_for("config.toml:2: foo: ")
        terminal.type("1", "Ida Vega")
        terminal.type("ß", "GEHEN")
        terminal.type(b"\x1b")
        terminal.settle()
        terminal.type("#", "Wörter, @Name, #Thema")
        terminal.type(b"\x1b")
        terminal.settle()
        terminal.type("q")
        terminal.settle()
        assert "Ida Vega" in terminal.text
        terminal.type("ö")
        assert terminal.wait() == 0
