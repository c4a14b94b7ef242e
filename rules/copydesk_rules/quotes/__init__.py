"""Rules for quotation marks, and for what stands between them."""
