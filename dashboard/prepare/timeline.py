"""When each article appeared, for the line of time."""

from analysis.timeline import DAY, Line, Moment, line, undated, zone_of

__all__ = ["DAY", "Line", "Moment", "line", "undated", "zone_of"]
