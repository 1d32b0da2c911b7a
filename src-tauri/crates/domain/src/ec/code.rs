//! Official codes: reading them, writing them, what succeeds what.
//!
//! Codes are typed by people and go wrong (`EC056.01`, `EEC1727`, `EO354`): a wrong one is refused
//! with its reason, and with what it probably meant where that is plain. It is never mended in
//! silence, because a code that is nearly right may be another standard's.

use std::fmt;
use std::str::FromStr;

/// An official code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// `EC####` or `EC####.NN`: a standard, or an update of one.
    Ec(EcCode),
    /// `ECM####`: a brand standard.
    Ecm(u16),
    /// `E####`: an element.
    Element(u16),
    /// `IEC####` or `IEC####.NN`: the instrument of the standard of that number.
    Iec(EcCode),
}

/// The number of a standard, and of its version.
///
/// Invariant: the number has at most four digits; a version is 1 to 99.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EcCode {
    number: u16,
    version: Option<u8>,
}

/// A code that is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{typed:?} is not a code: {why}")]
pub struct Refusal {
    /// What was typed.
    pub typed: String,
    /// What is wrong with it.
    pub why: Why,
    /// What it probably meant.
    pub meant: Option<Code>,
}

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Nothing was typed.
    #[error("it is empty")]
    Empty,
    /// It does not begin with EC, ECM, E or IEC.
    #[error("no code begins so")]
    Prefix,
    /// Its number does not have four digits.
    #[error("its number does not have four digits")]
    FourDigits,
    /// A letter stands where a digit goes.
    #[error("a letter stands where a digit goes")]
    LetterForDigit,
    /// Its version is not a point and two digits from 01 on.
    #[error("its version is not a point and two digits from 01 on")]
    Version,
    /// Codes of its kind have no version.
    #[error("codes of its kind have no version")]
    NoVersion,
    /// Something follows it.
    #[error("something follows it")]
    Trailing,
    /// It is in lower case.
    #[error("it is in lower case")]
    LowerCase,
}

impl EcCode {
    /// A standard's code by its number, up to 9999, without a version.
    pub fn new(number: u16) -> Option<EcCode> {
        let version = None;
        (number <= 9999).then_some(EcCode { number, version })
    }

    /// Its number: 217 for `EC0217.01`.
    pub fn number(self) -> u16 {
        self.number
    }

    /// Its version, if it updates another: 1 for `EC0217.01`.
    pub fn version(self) -> Option<u8> {
        self.version
    }

    /// The code of its next update: `EC0217.01` after `EC0217`; nothing after `.99`.
    pub fn successor(self) -> Option<EcCode> {
        let version = self.version.unwrap_or(0) + 1;
        (version <= 99).then_some(EcCode {
            version: Some(version),
            ..self
        })
    }

    /// The code of what it updates: `EC0217` before `EC0217.01`; nothing before `EC0217`.
    pub fn predecessor(self) -> Option<EcCode> {
        let version = self.version?;
        Some(EcCode {
            version: (version > 1).then_some(version - 1),
            ..self
        })
    }

    /// Whether it is a later version of another.
    pub fn succeeds(self, other: EcCode) -> bool {
        self.number == other.number && self.version > other.version
    }
}

impl fmt::Display for EcCode {
    /// Writes it as a standard's: `EC0217.01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Code::Ec(*self).fmt(f)
    }
}

impl FromStr for EcCode {
    type Err = Refusal;

    fn from_str(typed: &str) -> Result<EcCode, Refusal> {
        match typed.parse()? {
            Code::Ec(code) => Ok(code),
            _ => Err(Refusal {
                typed: typed.to_owned(),
                why: Why::Prefix,
                meant: None,
            }),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (prefix, number, version) = match *self {
            Code::Ec(code) => ("EC", code.number, code.version),
            Code::Ecm(number) => ("ECM", number, None),
            Code::Element(number) => ("E", number, None),
            Code::Iec(code) => ("IEC", code.number, code.version),
        };
        write!(f, "{prefix}{number:04}")?;
        match version {
            Some(version) => write!(f, ".{version:02}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Code {
    type Err = Refusal;

    fn from_str(typed: &str) -> Result<Code, Refusal> {
        let typed = typed.trim();
        read(typed).map_err(|why| Refusal {
            typed: typed.to_owned(),
            why,
            meant: meant(typed, why),
        })
    }
}

fn read(typed: &str) -> Result<Code, Why> {
    if typed.is_empty() {
        return Err(Why::Empty);
    }
    let upper = typed.to_ascii_uppercase();
    let letters = upper.len()
        - upper
            .trim_start_matches(|c: char| c.is_ascii_uppercase())
            .len();
    let (prefix, rest) = upper.split_at(letters);
    // A letter O before digits is a slip for a zero, never part of a prefix.
    let slip = prefix.len() - prefix.trim_end_matches('O').len();
    if slip > 0 && matches!(&prefix[..prefix.len() - slip], "EC" | "ECM" | "E" | "IEC") {
        return Err(Why::LetterForDigit);
    }
    if !matches!(prefix, "EC" | "ECM" | "E" | "IEC") {
        return Err(Why::Prefix);
    }
    let (number, tail) = digits(rest);
    if tail.starts_with(['O', 'I', 'L']) && number.len() < 4 {
        return Err(Why::LetterForDigit);
    }
    if number.len() != 4 {
        return Err(Why::FourDigits);
    }
    let number: u16 = number.parse().map_err(|_| Why::FourDigits)?;
    let version = version(tail)?;
    if typed != upper {
        return Err(Why::LowerCase);
    }
    match (prefix, version) {
        ("EC", version) => Ok(Code::Ec(EcCode { number, version })),
        ("IEC", version) => Ok(Code::Iec(EcCode { number, version })),
        (_, Some(_)) => Err(Why::NoVersion),
        ("ECM", None) => Ok(Code::Ecm(number)),
        (_, None) => Ok(Code::Element(number)),
    }
}

fn version(tail: &str) -> Result<Option<u8>, Why> {
    if tail.is_empty() {
        return Ok(None);
    }
    let Some(tail) = tail.strip_prefix('.') else {
        return Err(Why::Trailing);
    };
    match digits(tail) {
        (two, "") if two.len() == 2 => match two.parse() {
            Ok(version) if version > 0 => Ok(Some(version)),
            _ => Err(Why::Version),
        },
        (two, _) if two.len() == 2 => Err(Why::Trailing),
        _ => Err(Why::Version),
    }
}

fn digits(text: &str) -> (&str, &str) {
    let end = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    text.split_at(end)
}

/// What a wrong code meant, where one reading alone is plain.
fn meant(typed: &str, why: Why) -> Option<Code> {
    let upper = typed.to_ascii_uppercase();
    match why {
        Why::LowerCase => read(&upper).ok(),
        Why::LetterForDigit => {
            let start = if upper.starts_with("ECM") || upper.starts_with("IEC") {
                3
            } else if upper.starts_with("EC") {
                2
            } else {
                1
            };
            let (prefix, rest) = upper.split_at_checked(start)?;
            let rest = rest.replace('O', "0").replace(['I', 'L'], "1");
            read(&format!("{prefix}{rest}")).ok()
        }
        Why::Trailing => {
            let end = upper.rfind(|c: char| c.is_ascii_digit())? + 1;
            read(upper.get(..end)?).ok()
        }
        Why::Empty | Why::Prefix | Why::FourDigits | Why::Version | Why::NoVersion => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> Code {
        text.parse().unwrap()
    }

    fn why(text: &str) -> (Why, Option<String>) {
        let refusal = text.parse::<Code>().unwrap_err();
        (refusal.why, refusal.meant.map(|code| code.to_string()))
    }

    #[test]
    fn every_kind_of_code_is_read_and_written_the_same() {
        for text in [
            "EC1705",
            "EC0217.01",
            "EC0076.99",
            "ECM0358",
            "E4358",
            "IEC1375",
            "IEC0217.01",
        ] {
            assert_eq!(code(text).to_string(), text);
        }
        assert_eq!(code(" EC1705\n"), code("EC1705"));
    }

    #[test]
    fn codes_that_were_published_wrong_are_refused_with_their_reason() {
        assert_eq!(why("EC056.01"), (Why::FourDigits, None));
        assert_eq!(why("EEC1727"), (Why::Prefix, None));
        assert_eq!(why("EO354"), (Why::LetterForDigit, Some("E0354".into())));
        assert_eq!(why("ECM0390pdf"), (Why::Trailing, Some("ECM0390".into())));
    }

    #[test]
    fn other_slips_are_told_apart() {
        assert_eq!(why(""), (Why::Empty, None));
        assert_eq!(why("1705"), (Why::Prefix, None));
        assert_eq!(why("EC17O5"), (Why::LetterForDigit, Some("EC1705".into())));
        assert_eq!(why("ec1705"), (Why::LowerCase, Some("EC1705".into())));
        assert_eq!(why("EC1705.1"), (Why::Version, None));
        assert_eq!(why("EC1705.00"), (Why::Version, None));
        assert_eq!(why("EC1705_01"), (Why::Trailing, None));
        assert_eq!(why("EC1705.pdf"), (Why::Version, None));
        assert_eq!(
            why("EC0217.01.pdf"),
            (Why::Trailing, Some("EC0217.01".into()))
        );
        assert_eq!(why("ECM0358.01"), (Why::NoVersion, None));
        assert_eq!(why("EC17050"), (Why::FourDigits, None));
        assert_eq!(why("EC１７０５"), (Why::FourDigits, None));
    }

    #[test]
    fn an_update_succeeds_what_it_updates() {
        let first: EcCode = "EC0217".parse().unwrap();
        let second = first.successor().unwrap();
        let third = second.successor().unwrap();

        assert_eq!(second.to_string(), "EC0217.01");
        assert_eq!(third.predecessor(), Some(second));
        assert_eq!(second.predecessor(), Some(first));
        assert_eq!(first.predecessor(), None);
        assert!(third.succeeds(first) && !first.succeeds(second));
        assert!(!second.succeeds("EC0218".parse().unwrap()));
        assert_eq!("EC0217.99".parse::<EcCode>().unwrap().successor(), None);
        assert!("ECM0358".parse::<EcCode>().is_err());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(typed in "\\PC{0,12}") {
            if let Ok(code) = typed.parse::<Code>() {
                prop_assert_eq!(code.to_string(), typed.trim());
            }
        }

        #[test]
        fn nearly_a_code_is_never_read_as_another(typed in "[IECMO]{0,4}[0-9OIl]{0,6}[.]?[0-9]{0,3}(pdf)?") {
            match typed.parse::<Code>() {
                Ok(code) => prop_assert_eq!(code.to_string(), typed),
                Err(refusal) => prop_assert_ne!(refusal.meant.map(|c| c.to_string()), Some(typed)),
            }
        }
    }
}
