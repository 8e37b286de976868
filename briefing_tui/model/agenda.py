"""The agenda clock: what was, is and comes next in a meeting at one moment, which is always handed in."""

from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from ..i18n import _, several
from .briefing import Briefing
from .clock import instant, shown_in
from .programme import Programme, Slot, programme
from .records import record

MINUTE = timedelta(minutes=1)
SOON = timedelta(minutes=30)
"""How long before its begin the next thing is announced."""
NEAR = timedelta(hours=6)
"""How far off something of another day is counted in hours rather than in days."""


class Phase(StrEnum):
    """How a moment lies to the days of a meeting."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@record()
class AgendaState:
    """A meeting at one moment. `local` is what clocks show there, `home` what they show to the reader.

    `now` is all that goes on, what began first before the others; `next` is all that begins together, nothing if nothing
    comes any more. `talk` is the talk that goes on, the last that began, else the next one on the programme. `day` is the
    day to show: today, the first one before the meeting, the last one after it; `shown` is all that happens on it.
    """

    phase: Phase
    local: datetime
    home: datetime
    day: date
    shown: tuple[Slot, ...]
    previous: Slot | None
    now: tuple[Slot, ...]
    next: tuple[Slot, ...]
    talk: Slot | None = None

    @property
    def press(self) -> bool:
        """Whether the press is in the room now."""
        return any(slot.press for slot in self.now)

    @property
    def away(self) -> bool:
        """Whether the reader's clock shows another time than the meeting's."""
        return self.local.replace(tzinfo=None) != self.home.replace(tzinfo=None)

    @property
    def wait(self) -> timedelta | None:
        """The time until what comes next; None if nothing does."""
        start = self.next[0].start if self.next else None
        return start - instant(self.local, None) if start else None

    @property
    def minutes(self) -> int | None:
        """The minutes until what comes next, a begun one as a whole one."""
        return None if self.wait is None else -(-self.wait // MINUTE)

    @property
    def soon(self) -> bool:
        """Whether what comes next is near enough to be announced."""
        return self.wait is not None and self.wait <= SOON

    @property
    def countdown(self) -> str:
        """How far off what comes next is, or the meeting: `in 12 min`, `in 2 h 5 min`, `tomorrow`, `in 3 days`.

        Of a meeting that is over how long ago it ended, in days.
        """
        today = self.local.date()
        day = self.next[0].day if self.next and self.phase is Phase.DURING else self.day
        if self.wait is not None and self.minutes is not None and (day == today or self.wait < NEAR):
            return in_minutes(self.minutes)
        return in_days((day - today).days) if self.next or self.phase is not Phase.DURING else ""


def agenda_at(briefing: Briefing, now: datetime, home: tzinfo | None = None) -> AgendaState:
    """A briefing at the moment `now`, which is in the briefing's zone if it names none; `home` is the reader's zone."""
    return state_at(programme(briefing, home), now)


def state_at(plan: Programme, now: datetime) -> AgendaState:
    """A programme at one moment: for who asks every second."""
    moment = instant(now, plan.clock)
    local = shown_in(moment, plan.clock)
    timed = [slot for slot in plan.slots if slot.start and slot.end]
    running = [slot for slot in timed if slot.start <= moment < slot.end]  # type: ignore[operator]
    past = [slot for slot in timed if slot.end <= moment]  # type: ignore[operator]
    ahead = [slot for slot in timed if slot.start > moment]  # type: ignore[operator]
    begin = min((slot.start for slot in ahead if slot.start), default=None)
    running.sort(key=lambda slot: slot.start or moment)
    talks = [slot for slot in (*reversed(running), *sorted(ahead, key=lambda slot: slot.start or moment)) if slot.talk]
    phase = Phase.DURING if running else _phase(plan, local.date())
    day = min(max(local.date(), plan.first), plan.last)
    return AgendaState(
        phase=phase,
        local=local,
        home=shown_in(moment, plan.home),
        day=day,
        shown=plan.on(day),
        previous=max(past, key=lambda slot: (slot.end, slot.start), default=None),
        now=tuple(running),
        next=tuple(slot for slot in ahead if slot.start == begin),
        talk=talks[0] if talks else None,
    )


def _phase(plan: Programme, today: date) -> Phase:
    if today < plan.first:
        return Phase.BEFORE
    return Phase.AFTER if today > plan.last else Phase.DURING


def in_minutes(minutes: int) -> str:
    """A wait in minutes: `in 12 min`, `in 2 h`, `in 2 h 5 min`."""
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} h"] if hours else []
    words += [f"{rest} min"] if rest or not hours else []
    return _("in {wait}", wait=" ".join(words))


def in_days(days: int) -> str:
    """A number of days from today, negative for the past: `in 3 days`, `tomorrow`, `today`, `yesterday`, `3 days ago`."""
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if days in near:
        return near[days]
    if days > 0:
        return several("in {count} day", "in {count} days", days)
    return several("{count} day ago", "{count} days ago", -days)
