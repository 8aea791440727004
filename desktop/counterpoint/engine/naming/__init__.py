"""Who and what is named, and in which role."""
