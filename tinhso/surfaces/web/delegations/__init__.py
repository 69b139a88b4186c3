"""Ủy quyền: who acts for whom, made and taken back on the screen."""
