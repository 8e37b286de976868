"""Everything Textual: the app, its screens and widgets, commands and styles."""
