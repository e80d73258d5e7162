"""Notebooks rerun as one self-contained page, tables written with their codebook."""
