//! How each format spells a sheet.

pub(crate) mod docx;
pub(crate) mod fonts;
mod parts;
pub(crate) mod pdf;
pub(crate) mod press;
pub(crate) mod svg;
