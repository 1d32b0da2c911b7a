//! How much a PDF opens out to, told before the library below opens it: that one inflates whatever it is
//! given, and follows what a page draws wherever it leads.

use std::collections::HashMap;
use std::io::Read;

use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use crate::error::Error;
use crate::limits;

/// Bytes that one stream may open out to; a page of text has some ten thousand.
const STREAM: usize = 16 << 20;
/// Bytes that a page may draw with; each becomes many in memory.
const PAGE: usize = 4 << 20;
/// Most filters laid over each other.
const FILTERS: usize = 3;
/// How deep one drawing may stand in another.
const DEPTH: usize = 12;

/// Why a PDF that opens out so far is not read.
fn bomb() -> Error {
    Error::PdfBomb {
        limit: limits::INFLATED_BYTES,
    }
}

/// Looks at every stream of the file that its loading inflates: the objects and the tables that are kept
/// compressed. Pictures are never opened.
pub(super) fn streams(bytes: &[u8]) -> Result<(), Error> {
    let mut total = 0;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let start = at + found;
        at = start + b"stream".len();
        if bytes[..start].ends_with(b"end") {
            continue;
        }
        let head = &bytes[start.saturating_sub(2048)..start];
        let head = &head[rfind(head, b"obj").unwrap_or(0)..];
        let says = |word: &[u8]| find(head, word).is_some();
        let table = says(b"ObjStm") || says(b"XRef") || says(b"#");
        if says(b"/Image") && !table {
            continue;
        }
        if table && says(b"LZW") {
            return Err(Error::DamagedPdf); // No program writes its tables so.
        }
        let data = &bytes[at..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let mut opened = inflate(data)?;
        for _ in 0..FILTERS {
            total += opened.len();
            if !is_zlib(&opened) {
                break;
            }
            opened = inflate(&opened)?;
        }
        if total > limits::INFLATED_BYTES || is_zlib(&opened) && opened.len() > 1024 {
            return Err(bomb());
        }
    }
    Ok(())
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}

/// Whether bytes begin as such a stream does.
fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [first, second, ..] if first & 0x0F == 8 && first >> 4 <= 7
        && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31))
}

/// What bytes open out to; nothing where they are not compressed so.
fn inflate(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    if !is_zlib(bytes) {
        return Ok(out);
    }
    let limit = u64::try_from(STREAM).unwrap_or(u64::MAX);
    // What is damaged opens as far as it goes, as the library does it.
    let _ = ZlibDecoder::new(bytes)
        .take(limit + 1)
        .read_to_end(&mut out);
    if out.len() > STREAM {
        return Err(bomb());
    }
    Ok(out)
}

/// What a stream that was filtered once by LZW opens out to, in bytes.
fn unpacked(bytes: &[u8]) -> usize {
    let mut lengths: Vec<usize> = vec![1; 258];
    let (mut total, mut bits, mut held, mut width) = (0usize, 0u32, 0u32, 9u32);
    let mut before = 0;
    for &byte in bytes {
        bits = bits << 8 | u32::from(byte);
        held += 8;
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held & ((1 << width) - 1)) as usize;
        bits &= (1 << held) - 1;
        match code {
            256 => {
                lengths.truncate(258);
                (width, before) = (9, 0);
                continue;
            }
            257 => break,
            _ => {}
        }
        let length = lengths.get(code).copied().unwrap_or(before + 1);
        total = total.saturating_add(length);
        if before > 0 && lengths.len() < 4096 {
            lengths.push(before + 1);
        }
        before = length;
        width = match lengths.len() + 1 {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            2048.. => 12,
        };
    }
    total
}

/// A stream opened, filter by filter, each looked at before it is taken off.
fn opened(stream: &Stream) -> Result<Vec<u8>, Error> {
    let filters = stream.filters().unwrap_or_default();
    if filters.len() > FILTERS {
        return Err(Error::DamagedPdf);
    }
    let mut data = stream.content.clone();
    for filter in filters {
        match filter {
            b"FlateDecode" => data = inflate(&data)?,
            b"LZWDecode" if unpacked(&data) > STREAM => return Err(bomb()),
            b"LZWDecode" | b"ASCII85Decode" => {
                let mut dictionary = Dictionary::new();
                dictionary.set("Filter", Object::Name(filter.to_vec()));
                let one = Stream::new(dictionary, data);
                data = one.decompressed_content().unwrap_or_default();
            }
            _ => return Ok(data), // The library does not open it either.
        }
    }
    Ok(data)
}

/// Weighs what the pages of a document draw.
#[derive(Default)]
pub(super) struct Scales {
    /// What each drawing weighs, with those inside it.
    forms: HashMap<ObjectId, usize>,
    total: usize,
}

impl Scales {
    /// Refuses a page that draws more than a page of text can.
    pub(super) fn weigh(&mut self, document: &Document, page: ObjectId) -> Result<(), Error> {
        let mut weight = 0usize;
        let (own, inherited) = document
            .get_page_resources(page)
            .map_err(|_| Error::DamagedPdf)?;
        let inherited = inherited
            .iter()
            .filter_map(|id| document.get_dictionary(*id).ok());
        let resources: Vec<&Dictionary> = own.into_iter().chain(inherited).collect();
        let mut known = HashMap::new();
        for id in document.get_page_contents(page) {
            let one = match known.get(&id) {
                Some(&one) => one,
                None => {
                    let stream = document.get_object(id).and_then(Object::as_stream);
                    let one = match stream {
                        Ok(stream) => self.drawing(document, &opened(stream)?, &resources, 0)?,
                        Err(_) => 0,
                    };
                    known.insert(id, one);
                    one
                }
            };
            weight = weight.saturating_add(one);
            if weight > PAGE {
                return Err(bomb());
            }
        }
        self.total = self.total.saturating_add(weight);
        if self.total > limits::INFLATED_BYTES {
            return Err(bomb());
        }
        Ok(())
    }

    /// What a drawing weighs, with the drawings it draws: «/Fm0 Do».
    fn drawing(
        &mut self,
        document: &Document,
        content: &[u8],
        resources: &[&Dictionary],
        depth: usize,
    ) -> Result<usize, Error> {
        if depth > DEPTH {
            return Err(Error::DamagedPdf);
        }
        let mut weight = content.len();
        let words = content.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'[' | b']'));
        let mut before: &[u8] = b"";
        for word in words.filter(|word| !word.is_empty()) {
            if word == b"Do"
                && let Some(name) = before.strip_prefix(b"/")
                && let Some((id, form)) = form(document, resources, name)
            {
                let one = match self.forms.get(&id) {
                    Some(&one) => one,
                    None => {
                        let own = dictionary(document, form.dict.get(b"Resources").ok());
                        let inner: Vec<&Dictionary> = match own {
                            Some(own) => vec![own],
                            None => resources.to_vec(),
                        };
                        let one = self.drawing(document, &opened(form)?, &inner, depth + 1)?;
                        self.forms.insert(id, one);
                        one
                    }
                };
                weight = weight.saturating_add(one);
            }
            before = word;
        }
        Ok(weight)
    }
}

/// A dictionary, or the one that is referred to.
fn dictionary<'a>(document: &'a Document, object: Option<&'a Object>) -> Option<&'a Dictionary> {
    match object? {
        Object::Reference(id) => document.get_dictionary(*id).ok(),
        object => object.as_dict().ok(),
    }
}

/// The drawing of that name.
fn form<'a>(
    document: &'a Document,
    resources: &[&'a Dictionary],
    name: &[u8],
) -> Option<(ObjectId, &'a Stream)> {
    resources.iter().find_map(|resources| {
        let drawings = dictionary(document, resources.get(b"XObject").ok())?;
        let id = drawings.get(name).ok()?.as_reference().ok()?;
        Some((id, document.get_object(id).ok()?.as_stream().ok()?))
    })
}
