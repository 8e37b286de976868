"""The agenda clock: what was, is and comes next, and the day around it; in short, for the header and the side column."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from ...i18n import _, day_of_month, month_name, pgettext, weekday
from ...model.agenda import AgendaState, Phase, agenda_at, in_days
from ...model.briefing import Talk
from ...model.clock import shown_in, zone_named
from ...model.fields import Ref
from ...model.programme import Slot
from ..runs import Line, Run, join
from .grid import Block, Card, Head, Section, Stop
from .ticks import ITSELF, line
from .view import View


def now_card(view: View) -> Card:
    """The section that shows the time and what it is time for."""
    state = state_of(view)
    sections = [*_day_off(state), *_course(view, state)]
    slots = (*state.shown, *state.now, *state.next, *(slot for slot in (state.previous, state.talk) if slot))
    if not slots:
        sections.append(Section("", (Block((Run(_("nothing on the agenda"), "muted"),)),)))
    return Card(_("Now"), _clocks(view, state), tuple(sections), tuple(slot.item for slot in slots if slot.item))


def state_of(view: View) -> AgendaState:
    """The briefing at the moment its clock shows."""
    return agenda_at(view.links.briefing, view.clock())


def destination(view: View) -> tuple[int, Ref | None]:
    """The agenda's number, and the talk, of the talk that goes on, else the next one; without any, of what else it is time for.

    -1 and None for what is neither on the agenda nor a talk.
    """
    state = state_of(view)
    slot = state.talk or next(iter((*state.now, *state.next)), None)
    return (_number(view, slot), slot.talk) if slot else (-1, None)


def _number(view: View, slot: Slot) -> int:
    """The number of a slot's item on the agenda."""
    return view.links.briefing.agenda.index(slot.item) if slot.item else -1


def _clocks(view: View, state: AgendaState) -> tuple[Block | Head, ...]:
    """The time there, the time here if it is another, the day."""
    briefing = view.links.briefing
    here: Line = (Run(f"{state.local:%H:%M}", "bold"),)
    if state.away:
        other = "" if state.home.date() == state.local.date() else f"{day_shown(state.home.date())} "
        here = (*here, Run(_(" local"), "muted"), Run(f"  {other}{state.home:%H:%M}"), Run(_(" home"), "muted"))
    elif not zone_named(briefing.timezone):
        here = (*here, Run(_("  your time: the briefing names no zone"), "muted"))
    return (Head(here, (Run(day_shown(state.local.date()), "muted"),)),)


def _day_off(state: AgendaState) -> list[Section]:
    """How far off the meeting is, on a day that is none of its."""
    if state.phase is Phase.DURING:
        return []
    which = _("begins") if state.phase is Phase.BEFORE else _("the last day was")
    when = state.countdown if state.phase is Phase.BEFORE else in_days((state.day - state.local.date()).days)
    year = "" if state.day.year == state.local.year else f" {state.day.year}"
    return [Section("", (Block((Run(f"{which} "), Run(when, "bold"), Run(f"  {day_shown(state.day)}{year}", "muted"))),))]


def _course(view: View, state: AgendaState) -> Iterable[Section]:
    """Previous, now, next, and what else there is on the day."""
    during, named = state.phase is Phase.DURING, [*state.now, *state.next]
    if during and state.previous:
        named.append(state.previous)
        yield from _group(view, state, _("BEFORE"), [state.previous])
    if during:
        quiet = Section("", (Block((Run(_("nothing on the agenda"), "muted"),), label=_("NOW")),))
        yield from _group(view, state, _("NOW"), state.now) if state.now else [quiet]
    if state.next:
        yield from _group(view, state, _("NEXT"), state.next)
    rest = [slot for slot in state.shown if slot not in named]
    moment = view.clock()
    timed = [slot for slot in rest if slot.start and (not during or slot.start > moment)]
    yield from _group(view, state, _("LATER") if state.phase is not Phase.AFTER else _("THEN"), timed)
    yield from _group(view, state, _("NO TIME"), [slot for slot in rest if not slot.start])
    if state.talk and state.talk not in (*named, *state.shown):
        yield from _group(view, state, _("NEXT TALK"), [state.talk])


def _group(view: View, state: AgendaState, label: str, slots: Sequence[Slot]) -> list[Section]:
    blocks = [block for slot in slots for block in _slot(view, state, slot)]
    if not blocks:
        return []
    return [Section("", (blocks[0]._replace(label=label), *blocks[1:]))]


def _slot(view: View, state: AgendaState, slot: Slot) -> list[Block]:
    """When and what; unless it is over, where, who, and that the press is in the room where the file says so."""
    running = slot in state.now
    lead: Line = (Run("▌", "accent"),) if running else ()
    when = (Run(f"{time}  ", "bold" if running else "muted"),) if (time := _when(view, state, slot)) else ()
    what = title(view, slot, "bold" if running else "text")
    behind = (Run(f"  {state.countdown}"),) if slot in state.next and state.phase is Phase.DURING else ()
    facts = join(_facts(view, slot, running=running)) if slot != state.previous else ()
    return [_line(view, slot, (*lead, *when, *what, *behind)), *([Block(facts)] if facts else [])]


def _line(view: View, slot: Slot, text: Line) -> Block:
    """A line to stand on and to tick, if it is on the agenda; `enter` opens its talk, whose link need not be stood on, too."""
    number = _number(view, slot)
    if number < 0:
        return Block(text)
    ticked = view.noted.ticked(view.links, "agenda", ITSELF) if view.noted else {}
    talk = next((run.link for run in text if isinstance(run.link, Ref)), None)
    stop = Stop(talk or ITSELF, "agenda", number, number in ticked, opens=talk)
    return line(Block(tuple(run._replace(link=None) for run in text)), stop)


def title(view: View, slot: Slot, ink: str = "text") -> Line:
    """What happens: a link if it is a talk."""
    talk = slot.talk if slot.talk and view.links.record(slot.talk) else None
    words = view.text(slot.what, ink) if slot.what else (Run(view.links.name(slot.talk, view.lang) if slot.talk else "", ink),)
    return (words[0]._replace(ink="link", link=talk), *words[1:]) if talk else words


def _when(view: View, state: AgendaState, slot: Slot) -> str:
    """The time of a slot as it is shown there, with the day if that is another than the one shown."""
    day = "" if slot.day == state.day or slot.start is None else f"{day_shown(slot.day)} "
    return day + " – ".join(clock_shown(view, time) for time in (slot.start, slot.end if slot.closed else None) if time)


def clock_shown(view: View, moment: datetime) -> str:
    """What the clocks of the meeting show at an instant: `14:30`."""
    return f"{shown_in(moment, zone_named(view.links.briefing.timezone)):%H:%M}"


def _facts(view: View, slot: Slot, *, running: bool) -> list[Line]:
    talk = view.links.record(slot.talk) if slot.talk else None
    who, place = (slot.item.who, slot.item.place) if slot.item else ((), None)
    if isinstance(talk, Talk):
        who, place = who or talk.parties, place or talk.venue
    facts = [view.text(place)] if place else []
    facts += [view.names(who)] if who else []
    if slot.press:
        facts.append((Run(_("press in the room"), "text" if running else "muted"),))
    extras = view.aside(slot.item)[1:] if slot.item else ()
    return [*facts, extras] if extras else facts


def day_shown(day: date) -> str:
    """A day for people: `Sat 1 Nov`."""
    return f"{weekday(day.weekday())} {day_of_month(day.day, month_name(day.month))}"


def announced(state: AgendaState) -> tuple[Slot, ...]:
    """What the header announces: what comes next, if that is soon; else what goes on, a talk before all else."""
    return state.next if state.soon else tuple(sorted(state.now, key=lambda slot: slot != state.talk))


def announcement(view: View, state: AgendaState) -> Line:
    """`▸ in 12 min KOR–JPN 14:30`, `▸ now KOR–JPN until 15:15`; what may be cut stands last."""
    slots = announced(state)
    if not slots:
        return ()
    name = " ".join("".join(run.text for run in title(view, slots[0])).split())
    others = f" +{len(slots) - 1}" if len(slots) > 1 else ""
    return (
        *_lead(state.countdown if state.soon else pgettext("clock", "now")),
        Run(f" {name}{others}{_bound(view, state, slots[0])}"),
    )


def in_brief(state: AgendaState) -> Line:
    """The announcement where there is room for no name: `▸ 12 min`, `▸ now`."""
    if not announced(state):
        return ()
    return _lead(state.countdown.removeprefix("in ") if state.soon else pgettext("clock", "now"))


def _lead(when: str) -> Line:
    return (Run("▸ ", "accent"), Run(when, "bold"))


def _bound(view: View, state: AgendaState, slot: Slot) -> str:
    """When what comes next begins, when what goes on ends, if that is written."""
    if state.soon:
        return f" {clock_shown(view, slot.start)}" if slot.start else ""
    return _(" until {time}", time=clock_shown(view, slot.end)) if slot.end and slot.closed else ""


def day_rows(view: View, state: AgendaState) -> list[Block]:
    """The day in short, a row for each thing; `▌` and bold is what goes on."""
    return [_day_row(view, slot, running=slot in state.now) for slot in state.shown]


def _day_row(view: View, slot: Slot, *, running: bool) -> Block:
    lead = Run("▌", "accent") if running else Run("\u00a0")
    time = f"{clock_shown(view, slot.start)}  " if slot.start else "· "
    name = "".join(run.text for run in title(view, slot))
    return Block((lead, Run(time, "bold" if running else "muted"), Run(name, "bold" if running else "text")))
