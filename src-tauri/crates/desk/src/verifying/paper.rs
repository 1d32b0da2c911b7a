//! Whether the papers of the map and of the instrument say what their JSON says: each is printed anew
//! from what the packet holds, and compared line by line.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::ec_case::Destination;
use domain::functional_map::FunctionalMap;
use domain::iec::AssessmentInstrument;
use domain::iec::copies::Copy;
use domain::project::Project;
use domain::rule_pack::{self, RulePack};
use packets::{IecPaper, Letterhead};

use super::{Held, told};
use crate::error::Error;
use crate::importing;
use crate::packing::beside::{MAP_DOCX, MAP_PDF, map_paper, this_cauce};
use crate::packing::{self, INSTRUMENT_DOCX, INSTRUMENT_PDF, MATRIX_PDF, Seal};
use crate::roads::road_of;
use crate::wire::DifferenceView;
use crate::work::{Progress, step};

type Printed = Result<Vec<u8>, packets::Error>;

/// What differs in the papers of what goes beside the case.
pub(super) fn beside(
    held: &Held,
    progress: &mut Progress<'_>,
) -> Result<Vec<DifferenceView>, Error> {
    let mut found = Vec::new();
    let Some(as_made) = as_made(held) else {
        return Ok(found); // Its chain or its seal is told already.
    };
    let (letterhead, day) = (&as_made.letterhead, as_made.day);
    // Another Cauce may set a page otherwise: of its papers only the words are asked for.
    let contents = held.beside.contents.as_ref();
    let strict = contents.is_some_and(|it| it.printed_by == this_cauce());
    let mut look = |path: &str, words: &[&str], print: &dyn Fn() -> Printed| {
        let Some(bytes) = held.bag.files.get(path) else {
            return Ok(()); // That it is missing is told already.
        };
        step(progress, "Comparando los papeles con sus datos", 0, 0)?;
        let says = match strict {
            true => said_anew(bytes, print, progress)?,
            false => unsaid(bytes, words, progress)?,
        };
        found.extend(says.map(|says| told(path, "text", says)));
        Ok::<_, Error>(())
    };
    if let Some((map, acts)) = &held.beside.map {
        let id = as_made.id;
        let paper = map_paper(map, acts, (id, &held.shown), day);
        let words = of_map(map);
        look(MAP_PDF, &words, &|| {
            Ok(packets::map_pdf(&paper, letterhead)?.bytes)
        })?;
        look(MAP_DOCX, &words, &|| packets::map_docx(&paper, letterhead))?;
    }
    if let Some(instrument) = &held.beside.instrument {
        let words = of_instrument(instrument);
        let paper = IecPaper {
            standard: held.shown.clone(),
            instrument: instrument.clone(),
            pictures: Vec::new(), // As it was made: its annexes are not in it.
            copy: Copy::Shown,
            form: as_made.pack.iec_form.clone(),
            taken: packing::taken(as_made.destination, day),
        };
        look(INSTRUMENT_PDF, &words, &|| {
            Ok(packets::iec_pdf(&paper, letterhead)?.bytes)
        })?;
        look(INSTRUMENT_DOCX, &words, &|| {
            packets::iec_docx(&paper, letterhead)
        })?;
        look(MATRIX_PDF, &[], &|| {
            Ok(packets::matrix_pdf(&held.shown, instrument, letterhead, day)?.bytes)
        })?;
    }
    Ok(found)
}

/// With what the papers of a packet were printed, as its chain says it.
struct AsMade {
    id: domain::ids::EcId,
    letterhead: Letterhead,
    day: NaiveDate,
    destination: Destination,
    pack: RulePack,
}

fn as_made(held: &Held) -> Option<AsMade> {
    let seal = serde_json::from_str::<Seal>(&held.chain.last()?.body).ok()?;
    let packs = RulePack::all_shipped();
    let road: Project = road_of(&held.chain).ok()?;
    let pack = rule_pack::of_case(&packs, road.filed_on()).or_else(|| packs.first());
    Some(AsMade {
        id: held.contents.case.parse().ok()?,
        letterhead: Letterhead {
            lines: seal.letterhead,
        },
        day: packing::day_of(&held.chain)?,
        destination: Destination::from_code(&seal.destination)?,
        pack: pack?.clone(),
    })
}

/// How a paper differs from the one that is printed here and now; nothing where it does not.
fn said_anew(
    bytes: &[u8],
    print: &dyn Fn() -> Printed,
    progress: &mut Progress<'_>,
) -> Result<Option<String>, Error> {
    let anew = print()?;
    if anew == bytes {
        return Ok(None);
    }
    let Some(said) = read(bytes, progress)? else {
        return Ok(Some("No se puede leer".to_owned()));
    };
    let wanted = read(&anew, progress)?.unwrap_or_default();
    if said == wanted {
        return Ok(None); // It says the same.
    }
    // A word more or less moves the lines after it: what differs is what only one of both says.
    let apart = |one: &[String], other: &[String]| {
        let other: HashSet<&str> = other.iter().map(String::as_str).collect();
        let only = one.iter().filter(|line| !other.contains(line.as_str()));
        let only: Vec<&str> = only.map(|line| line.trim()).collect();
        only.join(" ")
    };
    Ok(Some(unlike(&apart(&said, &wanted), &apart(&wanted, &said))))
}

fn unlike(said: &str, wanted: &str) -> String {
    let short = |text: &str| text.chars().take(160).collect::<String>();
    match (said.trim(), wanted.trim()) {
        ("", "") => "No dice lo mismo que el JSON, o no en el mismo orden".to_owned(),
        ("", wanted) => format!("No dice lo mismo que el JSON: le falta «{}»", short(wanted)),
        (said, "") => format!("No dice lo mismo que el JSON: le sobra «{}»", short(said)),
        (said, wanted) => format!(
            "No dice lo mismo que el JSON: dice «{}» donde debía decir «{}»",
            short(said),
            short(wanted)
        ),
    }
}

/// The first of these texts that a paper lacks words of; nothing where it has them all.
fn unsaid(
    bytes: &[u8],
    texts: &[&str],
    progress: &mut Progress<'_>,
) -> Result<Option<String>, Error> {
    let Some(lines) = read(bytes, progress)? else {
        return Ok(Some("No se puede leer".to_owned()));
    };
    let mut there: HashMap<String, usize> = HashMap::new();
    for line in &lines {
        for word in words(line) {
            *there.entry(word).or_default() += 1;
        }
    }
    for text in texts {
        for word in words(text) {
            match there.get_mut(&word) {
                Some(left) if *left > 0 => *left -= 1,
                _ => return Ok(Some(unlike("", text))),
            }
        }
    }
    Ok(None)
}

/// The words of a text, without the signs that a page cuts or joins. A short one says nothing.
fn words(text: &str) -> Vec<String> {
    let folded = domain::text::fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| word.chars().count() > 3);
    words.map(ToOwned::to_owned).collect()
}

fn read(bytes: &[u8], progress: &mut Progress<'_>) -> Result<Option<Vec<String>>, Error> {
    match importing::lines(bytes, progress) {
        Ok(lines) => Ok(Some(lines)),
        Err(Error::Stopped) => Err(Error::Stopped),
        Err(_) => Ok(None), // It is told as a paper that cannot be read.
    }
}

fn of_map(map: &FunctionalMap) -> Vec<&str> {
    let placed = map.placed();
    placed.iter().map(|it| it.function.text.as_str()).collect()
}

fn of_instrument(instrument: &AssessmentInstrument) -> Vec<&str> {
    let items = instrument.items.iter().map(|item| item.text.as_str());
    let questions = instrument.questions.iter().map(|it| it.text.as_str());
    let annexes = instrument.annexes.iter().map(|it| it.title.as_str());
    items.chain(questions).chain(annexes).collect()
}
