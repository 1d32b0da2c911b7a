//! The end of a PDF, where its table is told: many readers open a file whose end is spoilt.

use std::borrow::Cow;

const END: &[u8] = b"%%EOF";

/// The file with its end put right, each way at most once: less what follows the last mark of its end,
/// and with its last table told where it is found.
pub(super) fn mended(bytes: &[u8]) -> impl Iterator<Item = Cow<'_, [u8]>> {
    let end = last(bytes, END).map(|at| at + END.len());
    let cut = end.filter(|&end| end < bytes.len());
    let table = move || {
        let whole = &bytes[..end?];
        let at = table(whole)?;
        let told = format!("\nstartxref\n{at}\n%%EOF\n");
        Some([whole, told.as_bytes()].concat())
    };
    let cut = cut.map(|end| Cow::Borrowed(&bytes[..end]));
    cut.into_iter()
        .chain(std::iter::once_with(table).flatten().map(Cow::Owned))
}

/// Where the last table begins: the word `xref` at the beginning of a line.
fn table(bytes: &[u8]) -> Option<usize> {
    let mut end = bytes.len();
    loop {
        let at = last(&bytes[..end], b"xref")?;
        if at > 0 && matches!(bytes[at - 1], b'\n' | b'\r') {
            return Some(at);
        }
        end = at;
    }
}

fn last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .rposition(|window| window == wanted)
}
