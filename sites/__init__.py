"""The catalogue: what stands where, how we know, and when it is open."""
