"""A class trip that a school can approve: groups, rotation, dossier and worksheets."""
