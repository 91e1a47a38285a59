"""The catalogue in a database: the only place where SQLAlchemy is known."""
