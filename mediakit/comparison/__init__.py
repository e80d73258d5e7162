"""From values to comparisons, with the story as the unit that is counted."""
