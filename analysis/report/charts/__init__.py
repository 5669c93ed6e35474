"""Pictures as inline SVG: values in, markup out; every word in them is escaped."""

from analysis.report.charts.base import SHAPES, sample
from analysis.report.charts.dots import Dot, dots
from analysis.report.charts.strip import Axis, Tick, Track, strip
from analysis.report.charts.when import when

__all__ = ["SHAPES", "Axis", "Dot", "Tick", "Track", "dots", "sample", "strip", "when"]
