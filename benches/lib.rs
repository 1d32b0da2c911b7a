//! Measures, beside a yardstick.
