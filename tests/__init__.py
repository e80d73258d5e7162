"""The tests, as a specification of mediakit."""
