"""Sealed visit records, written by stations and read by staff."""
