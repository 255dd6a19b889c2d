"""Tests of the offline illustrator."""
