"""The papers of a trip: what stands on them, as blocks; and the files to print."""
