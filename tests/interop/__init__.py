"""Other stores, for real: each loads the Turtle in its own way, counts it and answers the same ten queries.

``python -m tests.interop OUTPUT`` writes ``docs/interop.md`` from what it finds; ``make interop`` installs what is to be had and runs that.
"""
