"""Streets of a whole country: ways found by a Valhalla server, asked over HTTP."""
