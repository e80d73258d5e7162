"""Which line of a text is title, dek, body or site furniture, and by which rule. Nothing is removed."""

from mediakit.layout.label import Line, label_lines

__all__ = ["Line", "label_lines"]
