//! How the title of a standard opens: with an action, with an infinitive, with a person.

use std::ops::Range;

use super::{Words, tokens, verbs};

/// What the first word of a title is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// The noun of an action.
    Action,
    /// An infinitive.
    Infinitive,
    /// Another form of a verb: «Tutela los derechos…», «Conduciendo…».
    Verb,
    /// A noun that names no action.
    Thing,
}

/// Nouns of action that neither their ending nor a verb of the same root tells.
#[rustfmt::skip] // A list is read in lines.
const ACTIONS: &[&str] = &[
    "acarreo", "amacice", "apertura", "arriendo", "auxilio", "ayuda", "búsqueda",
    "cata", "cierre", "coaching", "combate", "compra", "corte", "cría", "custodia", "defensa",
    "denuncia", "despacho", "despliegue", "diagnóstico", "diseño", "ejercicio", "encuentro",
    "encuesta", "ensamble", "ensayo", "entierro", "entrega", "estudio", "fomento", "guarda",
    "lectura", "liderazgo", "manejo", "manufactura", "mejora", "mercadotecnia", "oferta",
    "panadería", "pesca", "práctica", "préstamo", "prueba", "puesta", "recuento",
    "remiendo", "rescate", "respuesta", "reunión", "reventa",
    "riego", "salto", "servicio", "siega", "siembra", "tala", "toma", "trabajo", "trámite",
    "trasiego", "tutela", "tutoría", "unión", "uso", "venta", "voladura", "vuelo",
];

/// Endings of the nouns of action; they are looked for without accents.
#[rustfmt::skip] // A list is read in lines.
const ENDINGS: &[&str] = &[
    "cion", "sion", "xion", "gion", "miento", "mienta", "ado", "ido", "aje", "eza", "ura", "ncia",
    "nza", "ia", "sis", "azgo", "eo",
];

/// Nouns with such an ending that name no action.
#[rustfmt::skip] // A list is read in lines.
const THINGS: &[&str] = &[
    "herramienta", "conocimiento", "procedimiento", "estado", "mercado", "sistema", "guia",
    "materia", "industria", "tecnologia", "estrategia", "metodologia", "teoria", "ciencia",
    "competencia", "energia", "museo", "programa", "tabla", "figura", "cultura",
    "documento", "principio", "historia", "categoria", "familia", "fundamento", "concepto",
    "matematica", "soluciones", "habilidad", "medida", "tecnica", "curso", "base", "proyecto",
];

/// What the title opens with, and which bytes it takes. A title that opens with no word opens with
/// a thing.
pub(crate) fn opening(words: &Words, title: &str) -> (Range<usize>, Opening) {
    let Some((range, word)) = tokens::first(title) else {
        let end = title.find(' ').unwrap_or(title.len());
        return (0..end, Opening::Thing);
    };
    let small = word.to_lowercase();
    let bare = domain::text::fold(&small);
    if verbs::is_infinitive(&small) {
        return (range, Opening::Infinitive);
    }
    if verbs::is_known_gerund(&small) || governs_article(title, &range, &bare) {
        return (range, Opening::Verb);
    }
    let one = bare.strip_suffix('s').unwrap_or(&bare);
    let listed = |list: &[&str]| list.iter().any(|&known| known == bare || known == one);
    let single = small.strip_suffix('s').unwrap_or(&small);
    if ACTIONS.contains(&small.as_str()) || ACTIONS.contains(&single) {
        return (range, Opening::Action);
    }
    let acronym = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    if listed(THINGS) || acronym || is_quality(&bare) {
        return (range, Opening::Thing);
    }
    let ending = ENDINGS
        .iter()
        .any(|ending| one.ends_with(ending) || bare.ends_with(ending));
    let action = ending || one.ends_with("ones") || bare.ends_with("ciones");
    if action || has_verb(&small) || !words.knows(&small) {
        // A word that the dictionary does not have is not clearly wrong.
        return (range, Opening::Action);
    }
    (range, Opening::Thing)
}

/// A quality or a doctrine is no action: «Seguridad…», «Automatismo…».
fn is_quality(bare: &str) -> bool {
    ["dad", "dades", "tad", "tud", "ismo"]
        .iter()
        .any(|ending| bare.ends_with(ending))
}

/// «Tutela los derechos…»: a noun does not take an object with its article.
fn governs_article(title: &str, first: &Range<usize>, bare: &str) -> bool {
    let next = title[first.end..]
        .split_whitespace()
        .next()
        .unwrap_or_default();
    let verbal = bare.ends_with('a') || bare.ends_with('e');
    verbal && matches!(next, "el" | "la" | "los" | "las") && title[first.end..].starts_with(' ')
}

/// Whether a verb of the same root exists: uso and usar, cosecha and cosechar, apoyo and apoyar;
/// embarque and embarcar too, in other letters.
fn has_verb(noun: &str) -> bool {
    let noun = noun.strip_suffix('s').unwrap_or(noun);
    let stem = noun
        .strip_suffix(['a', 'o', 'e', 'á', 'ó', 'é'])
        .unwrap_or(noun); // control
    let with_e = noun.ends_with(['e', 'é']);
    let stem = verbs::plain(stem);
    // Before «e», the sound of «ca», «ga» and «za» is written otherwise.
    let written = [("qu", "c"), ("gu", "g"), ("c", "z")]
        .iter()
        .find_map(|(from, to)| {
            let before = stem.strip_suffix(from).filter(|_| with_e)?;
            Some(format!("{before}{to}ar"))
        });
    written.is_some_and(|infinitive| verbs::is_infinitive(&infinitive))
        || ["ar", "er", "ir"]
            .iter()
            .any(|ending| verbs::is_infinitive(&format!("{stem}{ending}")))
}

/// Actions whose noun is not made by -ación, and the noun.
#[rustfmt::skip] // A table is read down its columns.
const NOUNS: &[(&str, &str)] = &[
    ("analizar", "análisis"), ("apoyar", "apoyo"), ("aprender", "aprendizaje"),
    ("asesorar", "asesoría"), ("asistir", "asistencia"), ("atender", "atención"),
    ("brindar", "prestación"), ("buscar", "búsqueda"), ("comprar", "compra"),
    ("conducir", "conducción"), ("construir", "construcción"), ("controlar", "control"),
    ("cuidar", "cuidado"), ("dar", "prestación"), ("cultivar", "cultivo"), ("desarrollar", "desarrollo"),
    ("detectar", "detección"), ("dirigir", "dirección"), ("diseñar", "diseño"),
    ("distribuir", "distribución"), ("efectuar", "realización"), ("ejecutar", "ejecución"),
    ("enseñar", "enseñanza"), ("facilitar", "facilitación"), ("entregar", "entrega"), ("gestionar", "gestión"),
    ("impartir", "impartición"), ("inspeccionar", "inspección"), ("intervenir", "intervención"),
    ("liderar", "liderazgo"), ("limpiar", "limpieza"), ("manejar", "manejo"),
    ("mantener", "mantenimiento"), ("medir", "medición"), ("obtener", "obtención"),
    ("ofrecer", "prestación"), ("prestar", "prestación"), ("prevenir", "prevención"),
    ("procesar", "procesamiento"), ("producir", "producción"), ("promover", "promoción"),
    ("proporcionar", "prestación"), ("proteger", "protección"), ("registrar", "registro"),
    ("revisar", "revisión"), ("supervisar", "supervisión"), ("usar", "uso"),
    ("utilizar", "utilización"), ("vender", "venta"), ("vigilar", "vigilancia"),
];

/// Verbs whose noun in -ación means something else.
const NOT_REGULAR: &[&str] = &["propiciar", "contar", "llevar", "tomar", "hacer"];

/// Verbs of giving, and what can be given so that «Prestación de…» is its name.
const GIVING: &[&str] = &["brindar", "proporcionar", "ofrecer", "dar"];
#[rustfmt::skip] // A list is read in lines.
const GIVEN: &[&str] = &[
    "servicio", "servicios", "asesoría", "asesorías", "atención", "apoyo", "orientación",
    "soporte", "asistencia", "acompañamiento", "ayuda", "consultoría", "auxilio",
];

/// The noun of an action on something, capitalised, where it is certain.
pub(crate) fn noun_of(words: &Words, infinitive: &str, object: &str) -> Option<String> {
    let verb = infinitive.to_lowercase();
    let unsure = GIVING.contains(&verb.as_str()) && !GIVEN.contains(&object);
    if unsure || NOT_REGULAR.contains(&verb.as_str()) {
        return None;
    }
    let listed = NOUNS.iter().find(|(known, _)| *known == verb);
    let noun = match listed {
        Some((_, noun)) => (*noun).to_owned(),
        None => {
            let noun = format!("{}ación", verb.strip_suffix("ar")?);
            if !words.knows(&noun) {
                return None;
            }
            noun
        }
    };
    let mut letters = noun.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// Words for who does the work, in the singular; read without case and in either gender.
#[rustfmt::skip] // A list is read in lines.
const PEOPLE: &[&str] = &[
    "abogado", "agente", "albañil", "almacenero", "analista", "asesor", "asistente", "auditor", "auxiliar", "ayudante",
    "barista", "barbero", "bodeguero", "bombero", "cajero", "camillero", "camarista", "capacitador", "carpintero", "cerrajero", "chofer", "chófer", "cocinero",
    "consultor", "coordinador", "cuidador", "costurero", "docente", "electromecánico", "empleado", "encargado", "enfermero", "escolta",
    "especialista", "estilista", "experto", "gerente", "guardia", "herrero", "ingeniero", "intendente", "inspector",
    "instructor", "intérprete", "jardinero", "jefe", "líder", "maestro", "mecánico", "médico", "mesero",
    "niñero", "obrero", "operario", "panadero", "paramédico", "partero", "pastelero", "peluquero", "perito", "piloto", "plomero", "practicante", "policía", "profesional", "profesionista",
    "profesor", "promotor", "psicólogo", "recamarista", "recepcionista", "representante", "responsable", "revisor",
    "secretario", "soldador", "sommelier", "supervisor", "técnico", "terapeuta", "tornero", "trabajador",
    "traductor", "tutor", "velador", "vendedor", "verificador", "vigilante",
];

/// Words in -dor, -tor and -ista that are no people, and the crafts that are called like one.
#[rustfmt::skip] // A list is read in lines.
const NO_PEOPLE: &[&str] = &[
    "simulador", "generador", "computador", "computadora", "indicador", "ordenador", "comedor",
    "procesador", "servidor", "transformador", "elevador", "lista", "vista", "entrevista",
    "revista", "conquista", "pista", "corredor", "mostrador", "refrigerador", "calculadora",
    "biorreactor", "capacitor", "colector", "conector", "detector", "electromotor", "excavadora",
    "extintor", "extractor", "factor", "inductor", "interruptor", "inyector", "monitor",
    "motor", "proyector", "reactor", "receptor", "reflector", "retroexcavadora", "rotor", "sector",
    "servomotor", "tractor", "transistor", "vector",
];

/// Endings of the words for who does something.
const AGENTS: &[&str] = &["dor", "dora", "tor", "tora", "ista"];

/// The first word of a title that names who does the work instead of the work.
pub(crate) fn person(title: &str) -> Option<Range<usize>> {
    let (range, word) = tokens::first(title)?;
    let small = word.to_lowercase();
    let singulars = [
        small.clone(),
        small.strip_suffix('s').unwrap_or(&small).to_owned(),
        small.strip_suffix("es").unwrap_or(&small).to_owned(),
    ];
    if singulars
        .iter()
        .any(|one| NO_PEOPLE.contains(&one.as_str()))
    {
        return None;
    }
    let next = title[range.end..]
        .split_whitespace()
        .next()
        .unwrap_or_default();
    if small == "auxiliar" && matches!(next, "en" | "a" | "al" | "la" | "el") {
        return None; // The verb.
    }
    if matches!(singulars[1].as_str(), "técnica" | "mecánica") && next != "en" {
        return None; // «Técnicas de corte»: the craft, not who has it.
    }
    let listed = singulars.iter().any(|one| {
        let masculine = one.strip_suffix('a').map(|stem| format!("{stem}o"));
        let short = one.strip_suffix('a'); // asesora, auditora
        PEOPLE.contains(&one.as_str())
            || masculine.is_some_and(|m| PEOPLE.contains(&m.as_str()))
            || short.is_some_and(|s| s.ends_with('r') && PEOPLE.contains(&s))
    });
    let agent = singulars
        .iter()
        .any(|one| one.len() > 5 && AGENTS.iter().any(|end| one.ends_with(end)));
    (listed || agent).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opens(title: &str) -> Opening {
        opening(&Words::default(), title).1
    }

    #[test]
    fn actions_infinitives_and_things_are_told_apart() {
        for title in [
            "Elaboración de materiales",
            "Uso básico",
            "Riego",
            "Manejo de grúas",
            "Voladura",
            "Análisis de riesgos",
            "Tutoría de cursos",
            "Ensamble",
            "Cosecha",
            "Identificación, manejo",
            "Control Operativo",
            "Asesoria",
            "Coaching",
            "Liderazgo",
            "Limpieza",
            "Anodizado",
            "Préstamo de libros",
            "Préstamos",
            "Cobro",
            "Pago de nómina",
            "Registro",
            "Rescate",
            "Corte",
            "Cuidado de personas",
            "Riego por goteo",
            "Diagnóstico",
            "Venta",
            "Ventas",
            "Compra",
            "Entrega",
            "Transporte",
            "Traslado",
            "Soporte técnico",
            "Monitoreo",
            "Embarque",
            "Arranque de motores",
            "Enlace",
            "Cierre de obra",
            "Siembra",
            "Ayuda a domicilio",
        ] {
            assert_eq!(opens(title), Opening::Action, "{title}");
        }
        for title in [
            "Realizar el cálculo",
            "Dirigir",
            "Dar seguimiento",
            "Medir",
            "Auxiliar en",
            "Prestar",
            "Cobrar",
            "Embarcar",
            "Venderlo",
            "Ayudar",
        ] {
            assert_eq!(opens(title), Opening::Infinitive, "{title}");
        }
        for title in [
            "Seguridad física",
            "Procedimientos para",
            "RCP VR",
            "Fundamentos de IA",
        ] {
            assert_eq!(opens(title), Opening::Thing, "{title}");
        }
        assert_eq!(opens("Tutela los derechos"), Opening::Verb);
        assert_eq!(opens("Tutela de los derechos"), Opening::Action);
    }

    #[test]
    fn no_infinitive_of_the_register_passes_for_an_action() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../../shared/catalogs/renec_sample.csv"
        );
        let Ok(register) = std::fs::read_to_string(path) else {
            eprintln!("skipped: the sample of the register is not here");
            return;
        };
        let (mut infinitives, mut things, mut passed) = (0, Vec::new(), Vec::new());
        for line in register.lines().skip(1) {
            let title = line.splitn(3, ',').nth(2).unwrap_or_default();
            let title = title.trim_start_matches('"');
            let first = tokens::first(title).map_or("", |(_, word)| word);
            let looks = ["ar", "er", "ir", "arse", "erse", "irse"]
                .iter()
                .any(|end| first.to_lowercase().ends_with(end));
            infinitives += usize::from(looks);
            match opens(title) {
                Opening::Infinitive => {}
                _ if looks => passed.push(title),
                Opening::Thing => things.push(first),
                _ => {}
            }
        }
        assert!(infinitives > 50, "{infinitives}");
        assert!(things.len() < 10, "the register names actions: {things:?}");
        assert!(passed.is_empty(), "{passed:?}");
    }

    #[test]
    fn people_are_not_functions() {
        for title in [
            "Auxiliares de la seguridad",
            "Operador de cabina",
            "Responsable del manejo",
            "Conductor de autobús",
            "Conductora de autobús",
            "Conductores de autobús",
            "Mecánico de motocicletas",
            "Técnico en refrigeración",
            "Técnica en refrigeración",
            "Instructor de natación",
            "Instructora de natación",
            "Instructores",
            "Electricista",
            "Pintor automotriz",
            "Chófer",
        ] {
            assert!(person(title).is_some(), "{title}");
        }
        for title in [
            "Asesoría en ventas",
            "Simulador de vuelo",
            "Auxiliar en la atención",
            "Entrevista",
            "Conducción de autobús",
            "Técnicas de corte",
            "Técnica de corte",
            "Mecánica de suelos",
            "Tractores agrícolas",
            "Sector energético",
            "Instrucción",
        ] {
            assert!(person(title).is_none(), "{title}");
        }
    }

    #[test]
    fn the_noun_of_an_action_is_given_only_when_it_is_certain() {
        let words = Words::default();

        assert_eq!(
            noun_of(&words, "Realizar", "cálculo").as_deref(),
            Some("Realización")
        );
        assert_eq!(
            noun_of(&words, "Dirigir", "obra").as_deref(),
            Some("Dirección")
        );
        assert_eq!(noun_of(&words, "Propiciar", "orden"), None);
        assert_eq!(noun_of(&words, "Rezagar", "mineral"), None);
    }
}
