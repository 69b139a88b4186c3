"""Sắp xếp tổ chức: decisions drafted step by step, previewed, put into force and taken back."""
