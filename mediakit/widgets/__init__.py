"""Explorers: widgets that show tables, compute nothing, and lead from every number to its sentences."""
