"""Least costs over a graph of numbers: no streets, no places, no positions."""
