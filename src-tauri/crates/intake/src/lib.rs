//! What comes in: bytes to domain values.
