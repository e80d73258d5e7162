"""The same words elsewhere: which quotations are copies of one another, and what differs between the copies."""
