"""The completion for fish 3.1 and later."""

from description import Command, Kind, Option

_HEAD = """# fish completion for briefing. Made from the commands by .packaging/generate.py.

# Whether the words before are those of a command: the command line is `briefing` and these, then no other command.
function __briefing_in
    set -l words (commandline -opc)
    test (count $words) -gt (count $argv); or return 1
    for at in (seq (count $argv))
        set -l place (math $at + 1)
        test "$words[$place]" = "$argv[$at]"; or return 1
    end
end

# Whether no command was named yet.
function __briefing_first
    test (count (commandline -opc)) -eq 1
end

function __briefing_reads
    set -l words (commandline -opc)
    not contains -- "$words[2]" {commands}
end

function __briefing_ids
    set -l words (commandline -opc)
    $words[1] list --ids 2>/dev/null
end

function __briefing_talks
    set -l words (commandline -opc)
    $words[1] list --talks 2>/dev/null
end

function __briefing_paths
    __fish_complete_path (commandline -ct) | string match -r '.*(?:/|\\.ya?ml)(?:\\t.*)?$'
end

complete -c briefing -f
"""
_CALLS = {
    Kind.PATH: "(__briefing_paths)",
    Kind.TALK: "(__briefing_talks)",
    Kind.NAME: "(__briefing_ids; __briefing_paths)",
}


def fish(whole: Command) -> str:
    """The script: a line for each command, option and argument."""
    lines = [line for each in whole.every for line in _lines(each)]
    return "\n".join([_HEAD.replace("{commands}", " ".join(each.path[1] for each in whole.commands)), *lines, ""])


def _lines(command: Command) -> list[str]:
    below = command.path[1:]
    where = f"__briefing_in {' '.join(below)}" if below else "__briefing_reads"
    first = f"{where}; and test (count (commandline -opc)) -eq {len(below) + 1}"
    names = [f"complete -c briefing -n '{first}' -a {each.path[-1]} -d {_quoted(each.short)}" for each in command.commands]
    options = [f"complete -c briefing -n '{where}' {_option(each)}" for each in command.options]
    kinds = dict.fromkeys(each.kind for each in command.arguments)
    return [
        *names,
        *options,
        *(f"complete -c briefing -n '{where}' {_argument(kind)}" for kind in kinds if kind is not Kind.TEXT),
    ]


def _argument(kind: Kind) -> str:
    return "-F" if kind is Kind.FILE else f"-a '{_CALLS[kind]}'"


def _option(option: Option) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    return " ".join([*names, *_value(option), "-d", _quoted(option.help)])


def _value(option: Option) -> list[str]:
    if option.kind is Kind.NOTHING:
        return []
    if option.kind is Kind.CHOICE:
        return ["-x", "-a", f"'{' '.join(option.words)}'"]
    if option.kind is Kind.FILE:
        return ["-r", "-F"]
    return ["-x", "-a", f"'{_CALLS[option.kind]}'"] if option.kind in _CALLS else ["-x"]


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("\\", "\\\\").replace("'", "\\'") + "'"
