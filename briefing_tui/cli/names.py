"""The names of the subcommands: known without loading any of them."""

COMMANDS = ("check", "list", "schema", "search", "show")
