"""Writers: a sheet in, a PDF, HTML page, text or QR code out."""
