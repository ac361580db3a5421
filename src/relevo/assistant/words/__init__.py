"""Words that the assistant knows besides the table of vectors."""
