"""View models: plain data, already in the reader's language. Both front ends show the same pages."""
