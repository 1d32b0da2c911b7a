use std::collections::HashSet;

use domain::Severity;
use domain::ec::{CompetenceStandard, PlaceKind};
use domain::text::fold;

use super::line::Product;
use crate::spot::{Spot, products};
use crate::words::{nouns, tokens};
use crate::{Report, Rule};

pub(crate) const RULE: Rule = Rule {
    id: "EC-R-46",
    severity: Severity::Advice,
    title: "Un producto que también nombra un desempeño se llama igual en los dos",
    why: "Dos nombres hacen dudar si es el mismo documento, y duplican reactivos y requerimientos.",
    heuristic: "Se buscan en los desempeños del elemento nombres que empiecen como el producto, \
          compartan otra palabra con él y agreguen una distinta.",
    wrong: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Registrando cada falla en la lista de verificación del cliente.
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    right: "E
            D Revisa la bicicleta en la recepción:
            - En presencia de la persona usuaria, y
            - Registrando cada falla en la lista de verificación de la bicicleta.
            P La lista de verificación de la bicicleta, requisitada:
            - Contiene el folio de la orden de servicio, e
            - Incluye la firma de la persona que revisó.",
    basis: "Congruencia entre desempeños y productos",
    look,
};

/// A product's name: its head, and the words that tell it from others.
struct Name<'a> {
    text: &'a str,
    head: String,
    rest: HashSet<String>,
    joint: usize,
}

fn look(ec: &CompetenceStandard, report: &mut Report<'_>) {
    let wording = report.wording();
    let spots = report.spots();
    let is_product = |spot: &Spot<'_>| {
        spot.place.kind == Some(PlaceKind::Product) && spot.place.characteristic.is_none()
    };
    // A name begins with the word after its article; a line that has no such word mentions none.
    let mut heads: HashSet<&str> = HashSet::new();
    for (at, _) in spots
        .iter()
        .enumerate()
        .filter(|(_, spot)| is_product(spot))
    {
        let bare = wording
            .words(at)
            .iter()
            .map(|word| &*wording.form(*word).bare);
        let mut bare = bare.skip_while(|word| nouns::article(word).is_some());
        heads.extend(bare.next().map(stem));
    }
    let begins = wording.ask(|form| heads.contains(stem(&form.bare)));
    let mut names: Vec<Option<Vec<Name<'_>>>> = ec.elements.iter().map(|_| None).collect();
    for (at, spot) in spots.iter().enumerate() {
        let words = wording.words(at);
        if spot.place.kind != Some(PlaceKind::Performance)
            || !words.iter().any(|word| begins[word.at()])
        {
            continue;
        }
        if let Some(of) = of_element(spot, &mut names) {
            let names = of.get_or_insert_with(|| {
                let element = spot.place.element;
                let mine = products(ec).filter(|(product, _)| product.place.element == element);
                mine.filter_map(|(product, _)| name(product.text)).collect()
            });
            let said: Vec<bool> = words.iter().map(|word| begins[word.at()]).collect();
            mentions(spot, &said, names, report);
        }
    }
}

/// What is kept for the element that a text is of.
fn of_element<'a, T>(spot: &Spot<'_>, by_element: &'a mut [T]) -> Option<&'a mut T> {
    let at = usize::try_from(spot.place.element?.checked_sub(1)?).ok()?;
    by_element.get_mut(at)
}

/// A product's name as it can be compared: article off, participle off.
fn name(text: &str) -> Option<Name<'_>> {
    let product = Product::of(text)?;
    let end = product
        .participles
        .first()
        .copied()
        .unwrap_or(product.words.len());
    let words = product.words.get(product.head..end)?;
    let (first, rest) = words.split_first()?;
    let last = words.last()?;
    let rest: HashSet<String> = rest.iter().flat_map(|(_, word)| contents(word)).collect();
    (rest.len() > 1).then(|| Name {
        text: &text[first.0.start..last.0.end],
        head: stem(&fold(first.1)).to_owned(),
        joint: words.len(),
        rest,
    })
}

/// The words of content in a word: «entrega-recepción» has two.
fn contents(word: &str) -> Vec<String> {
    let folded = fold(word);
    let parts = folded.split(' ').filter(|part| part.len() > 3);
    parts.map(|part| stem(part).to_owned()).collect()
}

/// A word without the mark of its plural.
fn stem(word: &str) -> &str {
    let single = word.strip_suffix("es").or_else(|| word.strip_suffix('s'));
    single.unwrap_or(word).trim_end_matches(['a', 'o', 'e'])
}

/// Looks at each word that may begin a name; `begins` says which do, word by word.
fn mentions(spot: &Spot<'_>, begins: &[bool], names: &[Name<'_>], report: &mut Report<'_>) {
    let words: Vec<_> = tokens::tokens(spot.text).collect();
    for (at, (range, word)) in words.iter().enumerate() {
        if begins.get(at) != Some(&true) {
            continue;
        }
        let folded = fold(word);
        let head = stem(&folded);
        let Some(name) = names.iter().find(|name| name.head == head) else {
            continue;
        };
        // The name goes on while only «de», articles and content follow, with no sign between.
        let mut end = at;
        let mut said: Vec<String> = Vec::new();
        for next in words.iter().skip(at + 1).take(name.joint + 2) {
            let between = &spot.text[words[end].0.end..next.0.start];
            // «De la», but not «verificación la»: an article alone begins another name.
            let before = words[end].1;
            let linked =
                is_link(before) || (is_article(before) && end > 0 && words[end - 1].1 == "de");
            let goes_on = is_link(next.1) || (is_article(next.1) && before == "de") || linked;
            if !between.trim().is_empty() || !goes_on {
                break;
            }
            if !is_link(next.1) && !is_article(next.1) {
                said.extend(contents(next.1));
            }
            end += 1;
        }
        while (is_link(words[end].1) || is_article(words[end].1)) && end > at {
            end -= 1;
        }
        let shared = said.iter().any(|word| name.rest.contains(word));
        let other = said.iter().any(|word| !name.rest.contains(word));
        if shared && other {
            let found = range.start..words[end].0.end;
            let message = format!(
                "Aquí dice «{}» y el producto se llama «{}». Use el mismo nombre si es el mismo documento.",
                &spot.text[found.clone()],
                name.text
            );
            report.within(spot, found, message);
        }
    }
}

fn is_link(word: &str) -> bool {
    matches!(word, "de" | "del" | "y" | "e")
}

fn is_article(word: &str) -> bool {
    matches!(word, "la" | "el" | "los" | "las")
}
