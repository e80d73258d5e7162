"""Which stretches of a text stand between quotation marks."""
