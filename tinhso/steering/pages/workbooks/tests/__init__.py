"""Tests of the workbooks of pages."""
