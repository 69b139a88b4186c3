"""The same tasks over time: bars from start to due day, and a calendar of due days."""
