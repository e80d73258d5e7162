"""Which articles report one event, and which only look as if they did."""
