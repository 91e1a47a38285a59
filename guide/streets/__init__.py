"""Streets on foot: what a pack holds, how far it is, and along which line."""
