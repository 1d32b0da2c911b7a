//! How each format spells a sheet.

pub(crate) mod docx;
pub(crate) mod fonts;
pub(crate) mod map_pdf;
pub(crate) mod map_svg;
mod parts;
pub(crate) mod pdf;
pub(crate) mod press;
pub(crate) mod svg;
pub(crate) mod xlsx;
