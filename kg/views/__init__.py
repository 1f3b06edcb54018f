"""What people read of a finished graph: each module answers one command from the store."""
