"""The names of the subcommands: known without loading any of them."""

COMMANDS = ("check", "index", "list", "schema", "search", "show")
