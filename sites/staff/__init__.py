"""Who may change the catalogue, and how a change becomes what is published."""
