"""A terminal reader for meeting briefings."""
