"""Tests of deeds for many tasks."""
