"""``kg serve``: a read-only SPARQL 1.1 Protocol endpoint over a finished graph, and a page for every thing in it.

One process speaks HTTP (:mod:`kg.serve.app`) and touches no graph. Queries are run and pages written by worker processes (:mod:`kg.serve.pool`,
:mod:`kg.serve.worker`) that can be killed: a query cannot be interrupted inside the store, and may want more memory than there is.
"""
