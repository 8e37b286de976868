"""What the briefings of a folder share: its people, terms and sources, as `registry.yaml` lists them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated

from ..model.briefing import Participant, Record, Source, Term
from ..model.fields import Kind, Lang, Ref
from ..model.marking import Tlp
from ..model.records import record
from .messages import Message
from .references import Index


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """The shared entries by id. Their `lineno` is in the registry's own file; texts that name no language are in `lang`.

    `index` finds them by id and name, `spellings` says under which names each goes, for a comparison of names, and `cited`
    are the sources that its terms cite.
    """

    lang: Annotated[str, Lang, "The language of texts that name none; else they are in the briefing's."] = ""
    tlp: Annotated[Tlp | None, "The marking of all entries, where theirs is not stricter."] = None
    participants: Annotated[Mapping[str, Participant], "People, by id."] = field(default_factory=dict)
    glossary: Annotated[Mapping[str, Term], "Acronyms and terms."] = field(default_factory=dict)
    sources: Annotated[Mapping[str, Source], "Documents, by id."] = field(default_factory=dict)
    index: Index = field(default_factory=Index)
    spellings: Mapping[Ref, frozenset[str]] = field(default_factory=dict)
    cited: frozenset[Ref] = frozenset()

    def record(self, ref: Ref) -> Record | None:
        """The entry that `ref` points to."""
        match ref.kind:
            case Kind.PERSON:
                return self.participants.get(ref.id)
            case Kind.TERM:
                return self.glossary.get(ref.id)
            case Kind.SOURCE:
                return self.sources.get(ref.id)
        return None

    def without_copies(self) -> "Registry":
        """The registry for a briefing of another folder, in which the copies of its sources are not."""
        sources = {id: replace(source, file="", sha256="") for id, source in self.sources.items()}
        return replace(self, sources=sources)


@record()
class RegistryReading:
    """A registry and all that was said while reading it, in order of place."""

    registry: Registry
    messages: tuple[Message, ...] = ()
