"""What mediakit shows, in a real browser."""
