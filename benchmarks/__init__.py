"""What is fast, measured; against others too."""
