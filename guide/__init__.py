"""The walk: planning, streets, maps, pages."""
