//! The fixed words of the form in force (F21-COOPYD-01): what it prints whatever the standard says.

use super::general::FixedParagraph;

/// The fixed paragraphs, by the ids of the form.
pub const FIXED_PARAGRAPHS: &[(&str, &str)] = &[
    (
        "EC-F-04",
        "Asimismo, puede ser referente para el desarrollo de programas de capacitación y de \
         formación basados en Estándares de Competencia (EC).",
    ),
    (
        "EC-F-05",
        "El presente EC se refiere únicamente a funciones para cuya realización no se requiere por \
         disposición legal, la posesión de un título profesional. Por lo que para certificarse en \
         este EC no deberá ser requisito el poseer dicho documento académico.",
    ),
    (
        "EC-F-06",
        "El presente EC se fundamenta en criterios rectores de legalidad, competitividad, libre \
         acceso, respeto, trabajo digno y responsabilidad social.",
    ),
    (
        "EC-F-17",
        "El presente EC, una vez publicado en el Diario Oficial de la Federación, se integrará en \
         el Registro Nacional de Estándares de Competencia que opera el CONOCER a fin de facilitar \
         su uso y consulta gratuita.",
    ),
];

/// The headings of the three sections.
pub const SECTIONS: [&str; 3] = [
    "I.- Datos Generales",
    "II.- Perfil del Estándar de Competencia",
    "III.- Elementos que conforman el Estándar de Competencia",
];

/// The fixed paragraphs as a document in this form would print them.
pub fn fixed_paragraphs() -> Vec<FixedParagraph> {
    let paragraph = |(id, text): &(&str, &str)| FixedParagraph {
        id: (*id).to_owned(),
        text: (*text).to_owned(),
    };
    FIXED_PARAGRAPHS.iter().map(paragraph).collect()
}
