//! Whether two or three fragments are one word that was split.
//!
//! Fragments become one word only if the dictionary, or the document elsewhere, has that word, and one
//! of them could not stand there by itself. Short fragments count as words only if they are among the
//! short words Spanish really uses: a dictionary has «do», «gua» or «tem» as names of notes and as rare
//! forms. Where both fragments are words, only the document can tell: it has the whole word elsewhere
//! and one of the fragments nowhere else.

use std::collections::HashMap;
use std::sync::LazyLock;

use spellbook::Dictionary;

const AFF: &str = include_str!("../../../../../assets/dictionaries/es_MX.aff");
const DIC: &str = include_str!("../../../../../assets/dictionaries/es_MX.dic");

static SPANISH: LazyLock<Option<Dictionary>> = LazyLock::new(|| Dictionary::new(AFF, DIC).ok());

/// Words and signs of two and three letters that a text of this kind has by themselves.
#[rustfmt::skip] // A list is read as one.
const SHORT: &str = " al an año así aún ave av aro ata ate ato art bar bis bus cal can cap col com con cot cd da dan dar das de del den \
    di dé día dio doc don doy dos dr dra dvd ec ed ego eje ej el él en epp era es esa ésa ese eso etc ex ext fax fe fin fig fue fui \
    gas gel gen gis gob gps ha han has haz hay he hoy hr hrs http ia ido ir irá ira iso iva isr kg kit km km2 \
    la las le lea lee leo les led ley lic lid lo los lt lts luz lux más mas mal mar máx me mes mi mí mía mil min mín mío mis mix ml \
    mm mx muy net ni no nom nos nss núm num non oír oía ola org oro os oso otro oye ojo osa pag pág pan par paz pc pdf pez ph pie \
    pon por pro psi pus que qué qr ram ras red ref rey rfc rh ría río roe rol rom rpm sal san sat sc se sé sea sec sed sep ser set sí si \
    sin sol son soy spa sr sra su sud sur sus tag tal tan te té tel ten tez ti tic tía tío tip tos tras tu tú tul tus tv un una uni uno \
    uña usa usb use uso uv uva van va vas ve vea ven veo ver ves vez vía vid vio vip voz vol vs wc web www xix xx xxi ya yo zoo él ésta app abc \
    ac cv cm dof cc ";

/// Letters that are words.
const LETTERS: &str = "aeouyAEOUY";

/// What is measured with letters: after a number they are no fragments.
#[rustfmt::skip] // A list is read as one.
const UNITS: &str = " m g l h s t v w a kg km cm mm ml lt mg hr hp ha dm kw hz pa cc mb gb oz ft in gr lb mv ma ";

/// Words that hold others together and never end nor begin a longer one by chance.
#[rustfmt::skip] // A list is read as one.
const BINDING: &str = " a al ante así aún bajo cada como con cual cuando da de del desde donde dos e el él ella en entre es esa ese eso esta \
    este está están fue ha han hasta hay la las le les lo los más mas me mi muy ni no nos o otra otro para pero por que qué se ser si sí sin \
    sobre son su sus te tras tu u un una uno unos y ya ";

/// What stands before another word joined or apart, as the author likes: «medio ambiente».
#[rustfmt::skip] // A list is read as one.
const PREFIXES: &str = " ante anti audio auto bien bio ciber contra eco foto geo hidro inter mal macro medio micro moto multi para porta pos \
    post pre pro radio semi sobre sub super súper tele termo video ";

/// Pronouns that hang from a verb: «realizar la» and «realizarla» are both Spanish.
const ENCLITICS: &str = " la las le les lo los me nos se te ";

/// Most words of a document that are counted; a long standard has some five thousand.
const MOST: usize = 60_000;

fn among(list: &str, word: &str) -> bool {
    list.contains(&format!(" {word} "))
}

/// What the dictionary and the document say of words.
#[derive(Default)]
pub(super) struct Words {
    asked: HashMap<String, bool>,
    /// How often the document has each word, in small letters: it may use some that no dictionary has.
    own: HashMap<String, u32>,
}

impl Words {
    /// Knows the words of these lines.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Words {
        let mut own: HashMap<String, u32> = HashMap::new();
        let words = lines.flat_map(|line| line.split(|c: char| !c.is_alphabetic()));
        for word in words.filter(|word| !word.is_empty() && word.len() < 60) {
            if own.len() == MOST {
                break;
            }
            *own.entry(word.to_lowercase()).or_default() += 1;
        }
        Words {
            asked: HashMap::new(),
            own,
        }
    }

    /// Whether the dictionary has the word.
    pub(super) fn is_word(&mut self, word: &str) -> bool {
        if let Some(&known) = self.asked.get(word) {
            return known;
        }
        let known = SPANISH.as_ref().is_some_and(|spanish| {
            spanish.check(word) || (is_shouted(word) && spanish.check(&word.to_lowercase()))
        });
        if self.asked.len() == MOST {
            self.asked.clear();
        }
        self.asked.insert(word.to_owned(), known);
        known
    }

    /// Whether a fragment could stand by itself.
    pub(super) fn stands(&mut self, fragment: &str) -> bool {
        match fragment.chars().count() {
            0 | 1 => LETTERS.contains(fragment),
            2 | 3 => among(SHORT, &fragment.to_lowercase()),
            _ => self.is_word(fragment),
        }
    }

    /// How often the document has the word.
    fn count(&self, word: &str) -> u32 {
        self.own.get(&word.to_lowercase()).copied().unwrap_or(0)
    }

    /// Whether the document has the word whole, and not just a scrap of one.
    fn has(&self, word: &str) -> bool {
        word.chars().count() >= 5 && self.count(word) > 0
    }

    /// Whether these fragments are one word that was split; `starts` if nothing but a mark stands before.
    pub(super) fn were_one(&mut self, fragments: &[&str], starts: bool) -> bool {
        let joined = fragments.concat();
        if joined.chars().count() < 3 || joined.len() > 60 || !is_cased_as_one(fragments) {
            return false;
        }
        if !self.is_word(&joined) && !self.has(&joined) {
            return false;
        }
        match fragments {
            [a, b] => self.were_two(a, b, &joined, starts),
            _ => fragments.iter().filter(|part| !self.stands(part)).count() >= 2,
        }
    }

    fn were_two(&mut self, a: &str, b: &str, joined: &str, starts: bool) -> bool {
        let lone = a.chars().count() == 1;
        if lone && !LETTERS.contains(a) {
            // «f reno»; but «vitamina C ayuda».
            let small = a.starts_with(char::is_lowercase) && joined.chars().count() > 3;
            return !self.stands(b) || starts || small;
        }
        // «a gua»: the lone letter is a word more often than not. «e» is one before the sound i only, and
        // «u» before the sound o: «e laborar» was split.
        let sound = b.trim_start_matches('h').chars().next();
        let binds = match a {
            "e" => matches!(sound, Some('i' | 'í')),
            "u" => matches!(sound, Some('o' | 'ó')),
            _ => lone || self.stands(a),
        };
        let apart = binds && self.stands(b);
        !apart || self.document_joins(a, b, joined)
    }

    /// Whether two words are one all the same: the document has it whole, and has one of them nowhere else.
    fn document_joins(&self, a: &str, b: &str, joined: &str) -> bool {
        if b == "mente" {
            return true; // «anterior mente»: of two words no sentence is made so.
        }
        let (small_a, small_b) = (a.to_lowercase(), b.to_lowercase());
        let letters = joined.chars().count();
        let once = |word: &str| self.count(word) <= 1;
        let infinitive = |word: &str| word.ends_with('r');
        if !self.has(joined) || among(PREFIXES, &small_a) {
            return false;
        }
        match (among(BINDING, &small_a), among(BINDING, &small_b)) {
            (true, true) => false,
            // «de a cuerdo con»; but «procede a probar».
            (true, false) => small_a == "a" && letters >= 7 && once(b) && !infinitive(b),
            // «huma nos»; but «al realizar la».
            (false, true) => {
                let hangs = among(ENCLITICS, &small_b) && (infinitive(a) || a.ends_with("ndo"));
                small_b.chars().count() > 1 && letters >= 6 && once(a) && !hangs
            }
            (false, false) => once(a) || once(b),
        }
    }

    /// Whether the middle one of three fragments belongs to the one after it: «de a gua», not «estable ce
    /// los».
    pub(super) fn prefers_right(&mut self, a: &str, b: &str, c: &str, starts: bool) -> bool {
        if c.is_empty() || !self.stands(a) || !self.were_one(&[b, c], false) {
            return false;
        }
        let left = self.were_one(&[a, b], starts) && self.stands(c);
        let bound = among(BINDING, &c.to_lowercase());
        !left || (!bound && self.count(&[b, c].concat()) > self.count(&[a, b].concat()))
    }
}

/// Whether letters after a number are its unit: «15 m de ancho», not «2 pe rsonas».
pub(super) fn is_unit(fragment: &str) -> bool {
    among(UNITS, &fragment.to_lowercase())
}

fn is_shouted(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// «CONOC ER», «Requ iere», «eq uipo»; not «de México» nor «MÉXICO es».
fn is_cased_as_one(fragments: &[&str]) -> bool {
    let joined = fragments.concat();
    is_shouted(&joined) || joined.chars().skip(1).all(char::is_lowercase)
}
