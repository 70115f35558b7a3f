"""Letters to the museum: written by visitors, kept, sent on by mail, read in the editor."""
