"""Benchmarks of the product as it is installed: `make bench`, or `python -m benchmarks.chat --help`.

They start the product, drive it through its public interfaces from processes of their own, and print what they measured with
the conditions. docs/concepts/performance.md says what the figures mean.
"""
