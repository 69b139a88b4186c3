"""Tests of the programme's screens."""
