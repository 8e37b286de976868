"""The user's settings: `config.toml`, read leniently, and described by what its fields say of themselves.

`fields`   the settings there are, each documented by its docstring
`file`     the bytes of a file that people write, within limits
`toml`     TOML with the line of each key, read on behind a broken line
`values`   what each setting may be
`wishes`   the section of keys: presets, and keys of one's own
`loading`  all of that: the settings and what is wrong with them
`about`    the documentation, made from the fields: a file to start from, and a table
"""

from .fields import Settings
from .loading import DEFAULTS, Complaint, Loaded, load

__all__ = ["DEFAULTS", "Complaint", "Loaded", "Settings", "load"]
