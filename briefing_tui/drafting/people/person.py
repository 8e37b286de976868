"""What a document says of a person."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Person:
    """Somebody who is named: `name` as it is written in full, `role` the office, `delegation` a country or organisation."""

    name: str
    start: int
    end: int
    role: str = ""
    delegation: str = ""
    sure: bool = True
    """Whether the delegation stands beside the name, and was not taken from further away."""
    like: str = ""
    """Whose counterpart the text calls the person, where the office is taken from that."""
    new: bool = False
    """Whether the office is called new."""
    gender: str = ""
    aliases: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    """Every stretch of the text that names the person."""
    roles: list[tuple[int, str]] = field(default_factory=list)
    """Every office the text gives, with where it does."""

    @property
    def short(self) -> str:
        """What the text calls the person in one word: often the last, in some languages the first of the name."""
        single = [alias for alias in self.aliases if " " not in alias and alias.lower() in self.words]
        last = self.name.split()[-1]
        return last if last in single or not single else single[0]

    @property
    def words(self) -> list[str]:
        """The words of the name in small letters."""
        return self.name.lower().split()
