//! A part of a text, which many may hold without copying it: a document of twenty megabytes is kept in
//! memory once.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// A part of a text.
#[derive(Clone)]
pub(crate) struct Slice {
    whole: Rc<str>,
    from: u32,
    to: u32,
}

impl Slice {
    /// A part of this one; `part` is found by where it stands, so it must have been cut from it.
    pub(crate) fn part(&self, part: &str) -> Slice {
        let from = part.as_ptr().addr().checked_sub(self.whole.as_ptr().addr());
        let range = from.and_then(|from| {
            let cut = self.whole.get(from..from + part.len())?;
            Some((u32::try_from(from).ok()?, cut == part))
        });
        match range {
            Some((from, true)) => Slice {
                whole: Rc::clone(&self.whole),
                from,
                to: from + u32::try_from(part.len()).unwrap_or(0),
            },
            _ => Slice::from(part),
        }
    }
}

impl Default for Slice {
    fn default() -> Slice {
        Slice::from("")
    }
}

impl From<&str> for Slice {
    fn from(text: &str) -> Slice {
        // Files are bounded well below what 32 bits count.
        let to = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Slice {
            whole: Rc::from(text),
            from: 0,
            to,
        }
    }
}

impl From<String> for Slice {
    fn from(text: String) -> Slice {
        Slice::from(text.as_str())
    }
}

impl Deref for Slice {
    type Target = str;

    fn deref(&self) -> &str {
        let (from, to) = (self.from as usize, self.to as usize);
        self.whole.get(from..to).unwrap_or_default()
    }
}

impl PartialEq for Slice {
    fn eq(&self, other: &Slice) -> bool {
        **self == **other
    }
}

impl Eq for Slice {}

impl fmt::Display for Slice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl fmt::Debug for Slice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_shares_what_it_was_cut_from() {
        let whole = Slice::from(" bicicleta urbana ");

        let part = whole.part(whole.trim());
        let word = part.part(&part[10..]);

        assert_eq!(&*word, "urbana");
        assert!(Rc::ptr_eq(&whole.whole, &word.whole));
        assert_eq!(&*whole.part("another text"), "another text");
    }
}
