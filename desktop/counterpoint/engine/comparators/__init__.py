"""One module per aspect: two claims' details in, reasons out."""
