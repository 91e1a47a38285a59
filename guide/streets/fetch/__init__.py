"""Extracts from elsewhere: the only part of the guide that asks other hosts."""
