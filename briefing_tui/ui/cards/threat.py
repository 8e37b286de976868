"""The card of a threat."""

from ...i18n import _, pgettext, word
from ...model.briefing import LIKELIHOODS, Event, Scale, Threat
from ...model.fields import Kind
from ..rows import SEVERITY_INKS, severity_sign
from ..runs import Line, Run, join, together
from .common import quotes, ref_of, section, tail
from .grid import Block, Card
from .view import View

_SCALES = {Scale.ICD203: "ICD 203", Scale.PHIA: "PHIA"}


def threat_card(view: View, threat: Threat) -> Card:
    """How bad, who, what happened, who raised it. Likelihood and confidence never stand in one phrase (ICD 203)."""
    links = view.links
    ref = ref_of(Kind.THREAT, threat)
    said = links.quotes_about(ref)
    confidence = word(threat.confidence) if threat.confidence else ""
    return Card(
        view.words(threat.title),
        (Block(view.text(threat.title, "bold")), Block(_facts(view, threat))),
        (
            *section("SUMMARY", Block(view.text(threat.summary))),
            *section("LIKELIHOOD", Block(_likelihood(view, threat))),
            *section("CONFIDENCE", Block((Run(confidence),) if confidence else ())),
            *section("AFFECTS", Block(view.names(threat.affects))),
            *section("RAISED BY", Block(view.names(links.raised_by(threat)))),
            *section("RAISED IN", Block(view.names(threat.talks))),
            *section("EVENTS", *(Block(_event(view, event)) for event in threat.events)),
            *quotes(view, said),
            *tail(view, threat),
        ),
        (threat, *said),
    )


def _facts(view: View, threat: Threat) -> Line:
    """`HIGH severity · PRK · missiles`."""
    facts: list[Line] = []
    if threat.severity:
        ink = SEVERITY_INKS[threat.severity]
        facts.append((Run(severity_sign(threat.severity), ink), Run(_(" {severity} severity", severity=word(threat.severity)))))
    else:
        facts.append((Run(_("not rated"), "muted"),))
    if threat.actor:
        facts.append(view.names(threat.actor))
    if threat.category:
        facts.append(view.text(threat.category, "muted"))
    return join(facts)


def _likelihood(view: View, threat: Threat) -> Line:
    """The term in the language spoken, and the chance it stands for on the file's scale."""
    scale, term = view.links.briefing.scale, threat.likelihood.casefold()
    chance = LIKELIHOODS[scale].get(term)
    if not chance:
        return (Run(threat.likelihood),) if threat.likelihood else ()
    said, sign = pgettext("likelihood", term), pgettext("behind a number", "%")
    return (Run(said), Run(f"  {chance.replace('%', sign)} · {_SCALES[scale]}", "muted"))


def _event(view: View, event: Event) -> Line:
    when: Line = (Run(f"{together(event.date.shown())}  ", "muted"),) if event.date else ()
    return (*when, *view.text(event.what), *view.aside(event))
