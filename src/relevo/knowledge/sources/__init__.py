"""Where articles come from: pages, site maps, watched folders, files that were dropped. Looked at again by the clock.

A run is a plan (what there is) and a visit to each item of it. Both are kept in rows, so a run goes on where it stopped, whoever does
it: `jobs` works in short turns and gives way to others, the command line does it in one go. `lease` sees to it that one does at a time.
"""
