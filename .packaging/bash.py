"""The completion for bash 3.2 and later, which needs no package of completions."""

from description import Command, Kind, Option

_BEGIN = r"""# bash completion for briefing                                   -*- shell-script -*-
# Made from the commands by .packaging/generate.py.

# Offers some words, one a line on standard input, that begin as what is typed does.
_briefing_words() {
    local word
    while IFS= read -r word; do
        [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
    done
}

# Offers files whose names match some pattern, and folders; hidden ones if a dot is typed.
_briefing_files() {
    local word pattern
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do
        if [[ ${word##*/} != .* || ${cur##*/} == .* ]]; then COMPREPLY+=("$word"); fi
    done < <(
        compgen -d -- "$cur"
        for pattern in "$@"; do compgen -f -X "!$pattern" -- "$cur"; done
    )
}

_briefing_paths() { _briefing_files '*.yaml' '*.yml'; }

# Offers what the library lists by an option, each as a word of the shell.
_briefing_listed() {
    local word typed
    while IFS= read -r word; do
        printf -v typed '%q' "$word"
        if [[ $typed == "$cur"* ]]; then COMPREPLY+=("$typed"); fi
    done < <("$program" list "$1" 2>/dev/null)
}

_briefing_ids() { _briefing_listed --ids; }

_briefing_talks() { _briefing_listed --talks; }

_briefing_names() {
    _briefing_ids
    # A name with a slash in it is quoted already, and must not be taken for a folder.
    local ids=("${COMPREPLY[@]}")
    if ((${#ids[@]} == 0)); then _briefing_paths; fi
}

# Offers briefings and folders beside the commands, and ids only where there are none that begin as what is typed does.
_briefing_first() {
    local before=${#COMPREPLY[@]}
    _briefing_paths
    if [[ $cur && ${#COMPREPLY[@]} -eq $before ]]; then
        compopt +o filenames 2>/dev/null
        _briefing_ids
    fi
}
"""


def bash(whole: Command) -> str:
    """The script."""
    options = [f"{_label(each)}) printf '%s\\n' {' '.join(_names(each))} ;;" for each in whole.every]
    values = [line for each in whole.every for line in _values(each)]
    arguments = [line for each in whole.every for line in _arguments(each)]
    return "\n".join(
        [
            _BEGIN,
            "_briefing_options() {",
            "    case $command in",
            *(f"        {line}" for line in options),
            "    esac",
            "}",
            "",
            "# Offers the values of the option before; fails where that takes none.",
            "_briefing_value() {",
            "    case $command$1 in",
            *(f"        {line}" for line in values),
            "        *) return 1 ;;",
            "    esac",
            "}",
            "",
            "_briefing_argument() {",
            "    case $command in",
            *(f"        {line}" for line in arguments),
            "    esac",
            "}",
            "",
            _end(whole),
        ]
    )


def _label(command: Command) -> str:
    """A command as the script calls it: its path, each word with a blank behind it."""
    return f"'{''.join(f'{name} ' for name in command.path[1:])}'"


def _names(command: Command) -> list[str]:
    return [name for option in command.options for name in option.names]


def _values(command: Command) -> list[str]:
    groups: dict[str, list[str]] = {}
    for option in command.options:
        if option.kind is not Kind.NOTHING:
            groups.setdefault(_offers(option), []).extend(option.names)
    label = _label(command).strip("'")
    return [f"{'|'.join(repr(label + name) for name in names)}) {offers} ;;" for offers, names in groups.items()]


def _offers(option: Option) -> str:
    if option.kind is Kind.CHOICE:
        return f"_briefing_words < <(printf '%s\\n' {' '.join(option.words)})"
    return _CALLS.get(option.kind, ":")


_CALLS = {
    Kind.PATH: "_briefing_paths",
    Kind.NAME: "_briefing_names",
    Kind.TALK: "_briefing_talks",
    Kind.FILE: "_briefing_files '*'",
}


def _arguments(command: Command) -> list[str]:
    if command.commands and len(command.path) > 1:
        return [
            f"{_label(command)}) _briefing_words < <(printf '%s\\n' {' '.join(each.path[-1] for each in command.commands)}) ;;"
        ]
    if len(command.path) == 1:
        return ["'') _briefing_first ;;"]
    calls = dict.fromkeys(_CALLS[each.kind] for each in command.arguments if each.kind in _CALLS)
    return [f"{_label(command)}) {'; '.join(calls)} ;;"] if calls else []


def _end(whole: Command) -> str:
    commands = " ".join(each.path[1] for each in whole.commands)
    below = [f"'{each.path[1]} {sub.path[2]}'" for each in whole.commands for sub in each.commands]
    return f"""_briefing() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}} program=${{COMP_WORDS[0]}} command=
    COMPREPLY=()
    if [[ $cur == '=' ]]; then
        cur=
    elif [[ $prev == '=' ]]; then
        prev=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    if ((COMP_CWORD > 1)); then
        case ${{COMP_WORDS[1]}} in
            {"|".join(commands.split())}) command="${{COMP_WORDS[1]}} " ;;
        esac
    fi
    if ((COMP_CWORD > 2)); then
        case "${{COMP_WORDS[1]}} ${{COMP_WORDS[2]}}" in
            {"|".join(below)}) command+="${{COMP_WORDS[2]}} " ;;
        esac
    fi
    if [[ $prev == -* ]] && _briefing_value "$prev"; then
        return
    fi
    if [[ $cur == -* ]]; then
        _briefing_words < <(_briefing_options)
        return
    fi
    if ((COMP_CWORD == 1)); then
        _briefing_words < <(printf '%s\\n' {commands})
    fi
    _briefing_argument
}} &&
    complete -F _briefing briefing
"""
