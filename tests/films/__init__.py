"""Whole films from whole texts, checked as media."""
