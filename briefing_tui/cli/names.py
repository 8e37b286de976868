"""The names of the subcommands: known without loading any of them."""

COMMANDS = (
    "add",
    "check",
    "config",
    "diff",
    "doctor",
    "draft",
    "index",
    "keys",
    "list",
    "matrix",
    "memcon",
    "new",
    "notes",
    "people",
    "schema",
    "search",
    "show",
    "verify",
)
