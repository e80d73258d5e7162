"""Lessons: their notebooks and keys, the table a class fills in, and the copies that a teacher hands out."""
