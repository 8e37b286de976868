"""The man page, in the macros of man(7)."""

import re

from description import Command, Kind, Option

ENVIRONMENT = {
    "BRIEFING_LIBRARY": "The folder of your briefings; it wins over config.toml.",
    "NO_COLOR": "If set, no colour is used.",
    "VISUAL, EDITOR": "The editor that opens a briefing at the line of what the cursor is on.",
    "XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_STATE_HOME": "Where the folders below are, if not in your home folder.",
}
FILES = {
    "~/.config/briefing/config.toml": "Your settings.",
    "~/.cache/briefing/": "What was read of your libraries, for you alone; it may be deleted at any time.",
    "~/.local/state/briefing/notes/": "Your notes and ticks, for you alone; they cannot be made again.",
    "registry.yaml": "People, terms and sources that a folder of briefings shares.",
}
EXITS = {
    "0": "Well, or advice alone.",
    "1": "Problems, a difference, or nothing found.",
    "2": "Misuse, or a file that cannot be read.",
    "128+n": "Ended by signal n.",
}


def man(whole: Command, version: str) -> str:
    """The page; without a date, which would be another one every day."""
    names = [each for each in whole.every if len(each.path) > 1]
    sections = [
        f'.TH BRIEFING 1 "" "briefing {_text(version)}" "User Commands"',
        ".SH NAME",
        f"briefing \\- {_text(whole.short[0].lower() + whole.short[1:])}",
        ".SH SYNOPSIS",
        *_synopsis(whole),
        ".SH DESCRIPTION",
        *_paragraphs(whole.help),
        ".PP",
        "In the reader, \\fB?\\fR shows all keys, and \\fBq\\fR leaves.",
        ".SH OPTIONS",
        *_options(whole),
        ".SH COMMANDS",
        *(line for each in names for line in _command(each)),
        *_table("ENVIRONMENT", ENVIRONMENT),
        *_table("FILES", FILES),
        *_table("EXIT STATUS", EXITS),
        ".SH EXAMPLES",
        *_examples(),
    ]
    return "\n".join(sections) + "\n"


def _synopsis(whole: Command) -> list[str]:
    return [".B briefing", "[\\fIOPTIONS\\fR] [\\fIPATH\\fR|\\fIID\\fR]", ".br", ".B briefing", "\\fICOMMAND\\fR \\[u2026]"]


def _command(command: Command) -> list[str]:
    name = " ".join(command.path[1:])
    usage = command.usage.replace("[OPTIONS]", "").replace("COMMAND [ARGS]...", "COMMAND …").strip()
    options = [each for each in command.options if "--help" not in each.names]
    title = f"\\fB{_text(name)}\\fR {_text(usage)}".rstrip()
    return [".SS", title, *_paragraphs(command.help), *_options(command._replace(options=tuple(options)))]


def _options(command: Command) -> list[str]:
    return [line for option in command.options for line in (".TP", _names(option), _help(option))]


def _names(option: Option) -> str:
    value = "" if option.kind is Kind.NOTHING else f" \\fI{_text('|'.join(option.words) or option.metavar)}\\fR"
    return ", ".join(f"\\fB{_text(name)}\\fR{value}" for name in option.names)


def _help(option: Option) -> str:
    return _marked(option.help) + (
        " May be given more than once." if option.several and "more than once" not in option.help else ""
    )


def _paragraphs(text: str) -> list[str]:
    lines = []
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text)):
        lines += [".PP"] if number else []
        lines.append(_marked(" ".join(paragraph.split())))
    return lines


def _table(title: str, rows: dict[str, str]) -> list[str]:
    return [f".SH {title}", *(line for name, about in rows.items() for line in (".TP", f"\\fB{_text(name)}\\fR", _text(about)))]


def _examples() -> list[str]:
    lines = []
    for line, about in (
        ("briefing ~/briefings", "Open the library in a folder."),
        ("briefing search '@koizumi nachbar'", "What somebody said about neighbours."),
        ("briefing check --strict ~/briefings", "Everything that is wrong, with its line."),
        ("briefing draft report.pdf -o briefing.yaml", "Begin a briefing from a document."),
    ):
        lines += [".TP", f"\\fB{_text(line)}\\fR", _text(about)]
    return lines


def _marked(text: str) -> str:
    """Text in which what stands between backticks is in bold."""
    parts = text.split("`")
    return "".join(f"\\fB{_text(part)}\\fR" if number % 2 else _text(part) for number, part in enumerate(parts))


def _text(text: str) -> str:
    """Text as roff reads it: nothing of it is a command, in whatever encoding it is printed."""
    safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("^", "\\(ha").replace("~", "\\(ti")
    safe = "".join(letter if letter.isascii() else f"\\[u{ord(letter):04X}]" for letter in safe)
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
