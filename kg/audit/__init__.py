"""The audit: what of a digest stands in the articles that it was made from."""
