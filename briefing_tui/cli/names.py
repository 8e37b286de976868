"""The names of the subcommands: known without loading any of them."""

COMMANDS = ("check", "diff", "index", "list", "matrix", "memcon", "notes", "schema", "search", "show")
