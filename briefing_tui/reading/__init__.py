"""A YAML file becomes a briefing and messages; nothing a file holds can break the program."""
