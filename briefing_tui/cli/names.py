"""The names of the subcommands: known without loading any of them."""

COMMANDS = ("check", "diff", "draft", "index", "list", "matrix", "memcon", "notes", "schema", "search", "show", "verify")
