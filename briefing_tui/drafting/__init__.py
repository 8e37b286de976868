"""A document becomes a draft of a briefing."""
