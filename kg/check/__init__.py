"""Checks of a finished build: its form (:mod:`kg.check.validate`) and its truth to the sources (:mod:`kg.check.verify`)."""
