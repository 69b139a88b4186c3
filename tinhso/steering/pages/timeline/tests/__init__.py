"""Tests of the timeline and the calendar."""
