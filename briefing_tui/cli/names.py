"""The names of the subcommands: known without loading any of them."""

COMMANDS = (
    "add",
    "check",
    "diff",
    "doctor",
    "draft",
    "index",
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
