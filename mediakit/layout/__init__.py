"""Which line of a text is title, dek, body or site furniture, and by which rule. Nothing is removed."""

from mediakit.layout.label import Line, furniture_named, label_lines

__all__ = ["Line", "furniture_named", "label_lines"]
