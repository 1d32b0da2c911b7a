//! The profile of a draft that was read from print: it repeats the titles of the elements.
//!
//! The app prints the profile from the elements, so a draft's own cannot differ. What a source
//! printed is kept as it was read; where it agreed with an element, it follows that element from
//! then on, or whoever rewords a title would be told of a page that nobody will print.

use domain::ec::edit::Edit;
use domain::ec::{CompetenceStandard, Element, PrintedForm};

/// The rule that compares the profile with the elements.
pub(crate) const RULE: &str = "EC-R-21";

/// The edit by which the printed profile follows what became of the elements; none where it stays.
pub(crate) fn following(before: &CompetenceStandard, after: &CompetenceStandard) -> Option<Edit> {
    let printed = after.printed.as_ref()?;
    // A change of the form itself says what the profile is.
    if before.printed != after.printed || printed.profile_titles.is_empty() {
        return None;
    }
    let profile = &printed.profile_titles;
    let said_of = |element: &Element| {
        let at = before.elements.iter().position(|one| one.id == element.id);
        // Of one that is new, the source said nothing.
        let Some(at) = at else {
            return Some(element.title.clone());
        };
        let said = profile.get(at)?;
        let agreed = *said == before.elements[at].title;
        Some(if agreed { &element.title } else { said }.clone())
    };
    let mut titles: Vec<String> = after.elements.iter().filter_map(said_of).collect();
    titles.extend(profile.iter().skip(before.elements.len()).cloned());
    set(after, printed, titles)
}

/// The edit that gives the printed profile the titles of the elements; none where it has them.
pub(crate) fn adopted(standard: &CompetenceStandard) -> Option<Edit> {
    let printed = standard.printed.as_ref()?;
    let titles = standard.elements.iter().map(|one| one.title.clone());
    set(standard, printed, titles.collect())
}

fn set(
    standard: &CompetenceStandard,
    printed: &PrintedForm,
    profile_titles: Vec<String>,
) -> Option<Edit> {
    (printed.profile_titles != profile_titles).then(|| Edit::SetPrinted {
        before: standard.printed.clone(),
        after: Some(PrintedForm {
            profile_titles,
            ..printed.clone()
        }),
    })
}

#[cfg(test)]
mod tests {
    use domain::ec::sketch::sample;
    use domain::ids::Ids;

    use super::*;

    /// The sample as if it had been read, with a profile that agrees but in its last title.
    fn read() -> CompetenceStandard {
        let mut standard = sample(&mut Ids::new(0, 0));
        let titles = standard.elements.iter().map(|one| one.title.clone());
        let mut profile_titles: Vec<String> = titles.collect();
        *profile_titles.last_mut().unwrap() = "Otra cosa".to_owned();
        standard.printed = Some(PrintedForm {
            profile_titles,
            ..PrintedForm::default()
        });
        standard
    }

    fn profile_after(change: impl FnOnce(&mut CompetenceStandard)) -> Vec<String> {
        let before = read();
        let mut after = before.clone();
        change(&mut after);
        if let Some(edit) = following(&before, &after) {
            after.apply(&edit).unwrap();
        }
        after.printed.unwrap().profile_titles
    }

    #[test]
    fn a_title_that_agreed_with_the_profile_takes_it_along() {
        let profile = profile_after(|ec| ec.elements[0].title = "Revisar la bicicleta".to_owned());

        assert_eq!(profile[0], "Revisar la bicicleta");
        assert_eq!(profile.last().unwrap(), "Otra cosa");
    }

    #[test]
    fn a_title_that_differed_in_print_goes_on_differing() {
        let profile = profile_after(|ec| ec.elements.last_mut().unwrap().title = "X".to_owned());

        assert_eq!(profile.last().unwrap(), "Otra cosa");
    }

    #[test]
    fn elements_that_move_come_or_go_keep_their_line() {
        let whole = read();
        let titles = |at: usize| whole.elements[at].title.clone();

        let moved = profile_after(|ec| ec.elements.swap(0, 1));
        let fewer = profile_after(|ec| drop(ec.elements.remove(0)));
        let more = profile_after(|ec| {
            let mut new = ec.elements[0].clone();
            new.id = Ids::new(1, 1).part();
            new.title = "Nuevo".to_owned();
            ec.elements.insert(0, new);
        });

        assert_eq!(moved[..2], [titles(1), titles(0)]);
        assert_eq!(fewer[0], titles(1));
        assert_eq!(more[..2], ["Nuevo".to_owned(), titles(0)]);
    }

    #[test]
    fn adopting_the_profile_leaves_the_rest_of_the_form_as_printed() {
        let mut standard = read();

        let edit = adopted(&standard).unwrap();

        standard.apply(&edit).unwrap();
        let titles: Vec<_> = standard.elements.iter().map(|e| e.title.clone()).collect();
        assert_eq!(standard.printed.as_ref().unwrap().profile_titles, titles);
        assert_eq!(adopted(&standard), None);
    }
}
