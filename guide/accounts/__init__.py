"""Passwords, one-time codes and signing in."""
