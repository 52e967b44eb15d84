"""Names of documents that every page may draw words from."""

SOURCE_LOCALE = "en"
INTERFACE = "interface"
SHARED = "aids/_shared"
