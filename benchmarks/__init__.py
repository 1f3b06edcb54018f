"""Measurements that no test waits for; `make bench` runs them."""
