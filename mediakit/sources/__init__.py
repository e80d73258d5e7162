"""Who said it, through whom: speakers, statements, carriers, and what kind of source they are."""
