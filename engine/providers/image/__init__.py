"""Makers of pictures: one file per maker. A picture belongs to one shot and one size of film."""
