//! What goes beside the case of a packet, taken in with it: its map, its groups, its instrument less
//! its key. What is here already is never merged in silence: it goes on, or it stays and that is told.

use domain::act::{Act, Proof};
use domain::edition::Digest;
use domain::ids::PartId;
use domain::iec::leaf::leaves;
use domain::iec::{AssessmentInstrument, Audience};
use store::Writer;

use super::{Sound, compared};
use crate::error::Error;
use crate::instruments::{ANNEX, Made, received};
use crate::maps::MapRecord;
use crate::packing::acts_of;
use crate::spanish::counted;
use crate::turns::Entry;
use crate::wire::BesideView;
use crate::{Moment, Office, groups, maps};

impl Office {
    /// Takes in what goes beside the case, and tells of each what came of it.
    pub(super) fn take_beside(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        sound: &Sound,
    ) -> Result<Vec<BesideView>, Error> {
        let mut told = Vec::new();
        told.extend(self.take_map(writer, moment, sound)?);
        for acts in &sound.held.beside.groups {
            told.push(self.take_group(writer, moment, sound, acts)?);
        }
        told.extend(self.take_instrument(writer, moment, sound)?);
        Ok(told)
    }

    fn take_map(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        sound: &Sound,
    ) -> Result<Option<BesideView>, Error> {
        let Some((map, acts)) = &sound.held.beside.map else {
            return Ok(None);
        };
        let ours = acts_of(writer, &map.id.to_string())?;
        let (common, outcome) = compared(&ours, acts);
        let further = acts.len() - common;
        let named = match map.title.trim() {
            "" => "su mapa funcional".to_owned(),
            title => format!("su mapa funcional «{title}»"),
        };
        let says = match outcome {
            "NEW" => {
                writer.insert_map(map)?;
                let functions = counted(map.len() - 1, "función", "funciones");
                format!("Entra {named}: {functions}, con lo que se hizo en él y sus enlaces.")
            }
            "AHEAD" => {
                for act in &acts[common..] {
                    replay(writer, map.id, act)?;
                }
                let acts = counted(further, "acto", "actos");
                format!("Aquí ya estaba {named}: avanza {acts}.")
            }
            "SAME" => format!("Aquí ya estaba {named}, igual."),
            "BEHIND" => format!("Aquí {named} va más adelante que el del paquete: se queda."),
            _ => format!("Aquí {named} siguió otro camino: se queda como está, y nada se mezcla."),
        };
        if super::takes(outcome) {
            writer.insert_chain(acts)?;
            for digest in maps::editions_of(acts) {
                let path = crate::packing::edition_path(&digest);
                writer.keep_frozen(&sound.held.bag.files[&path])?;
            }
            if maps::digest(&writer.map(map.id)?) != maps::digest(map) {
                return Err(Error::Unsound(
                    "los cambios del mapa no llevan al que trae".to_owned(),
                ));
            }
            self.seal_last(writer, moment, acts)?;
        }
        Ok(Some(view("MAP", outcome, says)))
    }

    fn take_group(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        sound: &Sound,
        acts: &[Act],
    ) -> Result<BesideView, Error> {
        let chain = &acts[0].chain;
        let ours = acts_of(writer, chain)?;
        let (common, mut outcome) = compared(&ours, acts);
        let (map, standard) = groups::works_on(&acts[0]);
        let known = |id: Option<String>| match id {
            Some(id) => Ok::<_, Error>(groups::chain_begun_for(writer, &id)?),
            None => Ok(None),
        };
        // Whatever it works on has one group: another one that is here stays.
        let other = known(map.clone())?.or(known(standard)?);
        let carried = sound.held.beside.map.as_ref();
        let apart = match (&map, carried) {
            (None, _) => false,
            (Some(map), Some((it, carried))) if it.id.to_string() == *map => {
                compared(&acts_of(writer, map)?, carried).1 == "DIVERGES"
            }
            (Some(_), _) => true, // The map it works on does not come.
        };
        if other.is_some_and(|other| other != *chain) || apart {
            outcome = "DIVERGES";
        }
        let further = counted(acts.len() - common, "acto", "actos");
        let says = match outcome {
            "NEW" => format!("Entra su grupo de expertos, con sus sesiones: {further}."),
            "AHEAD" => format!("Aquí ya estaba su grupo de expertos: avanza {further}."),
            "SAME" => "Aquí ya estaba su grupo de expertos, igual.".to_owned(),
            "BEHIND" => {
                "Aquí el grupo de expertos va más adelante que el del paquete: se queda.".to_owned()
            }
            _ => "Aquí hay otro grupo de expertos, o su mapa siguió otro camino: se queda como está, y nada se mezcla.".to_owned(),
        };
        if super::takes(outcome) {
            writer.insert_chain(acts)?;
            // What it says must be what a group does.
            groups::is_readable(writer, chain)?;
            self.seal_last(writer, moment, acts)?;
        }
        Ok(view("GROUP", outcome, says))
    }

    fn take_instrument(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        sound: &Sound,
    ) -> Result<Option<BesideView>, Error> {
        let held = &sound.held;
        let Some(came) = &held.beside.instrument else {
            return Ok(None);
        };
        let ours = writer.instrument(sound.id)?;
        let told = |outcome, says: String| Ok(Some(view("INSTRUMENT", outcome, says)));
        if let Some(ours) = &ours {
            if ours.without_key() == *came {
                return told("SAME", "Aquí ya estaba su instrumento, igual.".to_owned());
            }
            if ours.id != came.id || !received::is_as_received(writer, ours.id)? {
                return told(
                    "DIVERGES",
                    "El instrumento de aquí tiene su clave o cambió aquí, y no es igual al del paquete: se queda como está, y nada se mezcla.".to_owned(),
                );
            }
        }
        let came = with_what_was_seen(came, sound);
        let standard = writer.standard(sound.id)?;
        let before = match ours {
            Some(ours) => ours,
            None => {
                let blank = AssessmentInstrument::blank(came.id, sound.id);
                self.begin_instrument(writer, moment, &blank)?;
                blank
            }
        };
        let outcome = match before.items.is_empty() {
            true => "NEW",
            false => "AHEAD",
        };
        let files = held.beside.contents.iter().flat_map(|it| &it.files);
        let here: Vec<&str> = files.map(|file| file.digest.as_str()).collect();
        let annexes = came.annexes.iter();
        let annexes = annexes.filter(|annex| here.contains(&annex.digest.as_str()));
        let proofs = annexes.filter_map(|annex| {
            Some(Proof {
                requirement: ANNEX.to_owned(),
                file: Digest::parse(&annex.digest)?,
            })
        });
        let edits = before.replaced_by(&came);
        let made = Made::bringing(proofs.collect());
        self.write_iec_edits(writer, moment, &standard, &before, &edits, made)?;
        let packet = held.chain.last().map_or(0, |act| act.number);
        self.note_received(writer, moment, &came, packet)?;
        told(outcome, says_of(&came, sound, outcome))
    }

    /// Records where a chain that came stands.
    fn seal_last(&self, writer: &Writer<'_>, moment: &Moment, acts: &[Act]) -> Result<(), Error> {
        let last = acts.last().ok_or(store::Error::Missing { what: "act" })?;
        self.seal_head(writer, moment, last)
    }
}

fn view(what: &str, outcome: &str, says: String) -> BesideView {
    BesideView {
        what: what.to_owned(),
        outcome: outcome.to_owned(),
        says,
    }
}

/// Does to a map here what an act of the packet did to it there.
fn replay(writer: &Writer<'_>, map: domain::ids::MapId, act: &Act) -> Result<(), Error> {
    if !matches!(act.act.as_str(), "EDIT" | "UNDO" | "REDO") {
        return Ok(()); // The other acts are their own record.
    }
    let corrupt = || Error::Unsound(format!("el acto {} del mapa no se puede leer", act.number));
    let entry = Entry::<MapRecord>::parse(&act.body).ok_or_else(corrupt)?;
    for edit in entry.way_forth().ok_or_else(corrupt)? {
        writer.apply_map_edit(map, &edit)?;
    }
    Ok(())
}

/// The instrument with the words its criteria have, which do not travel in it: they may say what is
/// expected. An item that was behind its criterion stays behind it.
fn with_what_was_seen(came: &AssessmentInstrument, sound: &Sound) -> AssessmentInstrument {
    let contents = sound.held.beside.contents.as_ref();
    let behind = contents.map(|it| it.stale.as_slice()).unwrap_or_default();
    let behind: Vec<PartId> = behind.iter().filter_map(|id| id.parse().ok()).collect();
    let leaves = leaves(&sound.held.standard);
    let mut came = came.clone();
    for item in &mut came.items {
        let leaf = leaves.iter().find(|leaf| leaf.id == item.leaf);
        if let (Some(leaf), false) = (leaf, behind.contains(&item.id)) {
            item.seen = leaf.words();
        }
    }
    came
}

fn says_of(came: &AssessmentInstrument, sound: &Sound, outcome: &str) -> String {
    let items = counted(came.items.len(), "reactivo", "reactivos");
    let questions = counted(came.questions.len(), "pregunta", "preguntas");
    let begins = match outcome {
        "NEW" => "Entra su instrumento",
        _ => "El instrumento que había llegado se pone al día",
    };
    let contents = sound.held.beside.contents.as_ref();
    let away = contents.map_or(0, |contents| {
        let annexes = came.annexes.iter();
        let away = annexes.filter(|annex| contents.withheld.contains(&annex.id.to_string()));
        away.filter(|annex| annex.audience == Audience::Evaluator)
            .count()
    });
    let annexes = match away {
        0 => String::new(),
        away => format!(
            " {} del evaluador {} sin su archivo.",
            counted(away, "anexo", "anexos"),
            if away == 1 { "viene" } else { "vienen" }
        ),
    };
    format!(
        "{begins}, con {items} y {questions}. Su clave, sus respuestas esperadas y el banco no viajan: los tiene quien armó el paquete.{annexes}"
    )
}
