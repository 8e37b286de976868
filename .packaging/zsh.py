"""The completion for zsh."""

from description import Command, Kind, Option

_HEAD = r"""#compdef briefing
# Made from the commands by .packaging/generate.py.

_briefing_paths() {
  _alternative 'files:briefing:_path_files -g "*.(yaml|yml)(-.)"' 'folders:folder:_path_files -/'
}

_briefing_ids() {
  local -a ids
  ids=("${(@f)$($service list --ids 2>/dev/null)}")
  (( $#ids )) && compadd -J ids -X 'briefings of the library' -a ids
}

_briefing_talks() {
  local -a talks
  talks=("${(@f)$($service list --talks 2>/dev/null)}")
  (( $#talks )) && compadd -J talks -X 'talks of the library' -a talks
}

_briefing_names() { _alternative 'ids:briefing of the library:_briefing_ids' 'files:file:_briefing_paths' }
"""
_CONTINUED = " \\\n    "
_CALLS = {Kind.PATH: "_briefing_paths", Kind.NAME: "_briefing_names", Kind.TALK: "_briefing_talks", Kind.FILE: "_files"}


def zsh(whole: Command) -> str:
    """The script: one function for each command, and one for the first word."""
    functions = [_function(each) for each in whole.every if not each.commands]
    groups = [_group(each) for each in whole.every if each.commands]
    return "\n".join([_HEAD, *functions, *groups, '_briefing "$@"', ""])


def _name(command: Command) -> str:
    return "_" + "_".join(command.path).replace("-", "_")


def _function(command: Command) -> str:
    several = any(each.metavar.endswith("…") for each in command.arguments)
    lines = [*map(_option, command.options), *(_argument(each.metavar, each.kind, several) for each in command.arguments)]
    return f"{_name(command)}() {{\n  _arguments -s -S : \\\n    " + _CONTINUED.join(lines) + "\n}\n"


def _group(command: Command) -> str:
    described = "\n".join(f"    {_quoted(f'{each.path[-1]}:{_plain(each.short)}')}" for each in command.commands)
    cases = "\n".join(f"      ({each.path[-1]}) words[1]=$service; {_name(each)}; return ;;" for each in command.commands)
    first = "_briefing_first" if len(command.path) == 1 else f"{_name(command)}_first"
    paths = "  _briefing_names\n" if command.arguments else ""
    arguments = [_quoted(f"*: :{_CALLS[each.kind]}") for each in command.arguments]
    told = _CONTINUED.join([*map(_option, command.options), _quoted(f"1: :{first}"), *arguments])
    return f"""{first}() {{
  local -a commands
  commands=(
{described}
  )
  _describe -t commands command commands
{paths}}}

{_name(command)}() {{
  if (( CURRENT > 2 )); then
    local name=$words[2]
    shift words
    (( CURRENT-- ))
    case $name in
{cases}
    esac
    words=($service $words)
    (( CURRENT++ ))
  fi
  _arguments -s -S : \\
    {told}
}}
"""


def _option(option: Option) -> str:
    """How `_arguments` is told of an option."""
    told = f"[{_plain(option.help)}]"
    value = "" if option.kind is Kind.NOTHING else f":{_plain(option.metavar)}:{_value(option)}"
    if len(option.names) == 1:
        [name] = option.names
        return _quoted(f"{'*' if option.several else ''}{name}{'=' if value else ''}{told}{value}")
    both = " ".join(option.names)
    return " ".join(
        _quoted(f"({both}){name}{'=' if value and name.startswith('--') else ''}{told}{value}") for name in option.names
    )


def _value(option: Option) -> str:
    return f"({' '.join(option.words)})" if option.kind is Kind.CHOICE else _CALLS.get(option.kind, " ")


def _argument(metavar: str, kind: Kind, several: bool) -> str:
    return _quoted(f"{'*' if several else ''}:{_plain(metavar)}:{_CALLS.get(kind, ' ')}")


def _plain(text: str) -> str:
    """A text without what has a meaning in a specification."""
    return " ".join(text.split()).replace("\\", "").replace("[", "(").replace("]", ")").replace(":", " –").replace("`", "")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
