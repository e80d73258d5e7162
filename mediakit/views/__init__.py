"""What a page shows: tables made from tables, and the one place where article text becomes HTML."""
