//! What went wrong in a room below the desk, by its code and in Spanish: the files, the reader, the
//! instrument, the map, the store.

use domain::expert_group::Refusal as GroupRefusal;
use domain::functional_map::edit::Refusal as MapRefusal;
use domain::iec::edit::Refusal as IecRefusal;

use super::{Code, taken_says};

pub(super) fn file_code(error: &std::io::Error) -> Code {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Code::FileMissing,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Code::NoPermission,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Code::DiskFull,
        ErrorKind::AlreadyExists => Code::FileExists,
        ErrorKind::FileTooLarge => Code::FileTooLarge,
        _ => Code::DamagedFile, // The system has many more ways to fail than a person has acts.
    }
}

pub(super) fn file_says(name: &str, error: &std::io::Error) -> String {
    match file_code(error) {
        Code::FileMissing => {
            format!("No se encontró «{name}». Nada cambió: revise la carpeta y el nombre.")
        }
        Code::NoPermission => format!(
            "El sistema no permite usar «{name}». Nada cambió: elija otra carpeta o pida permiso sobre ella."
        ),
        Code::DiskFull => format!(
            "El disco se llenó al escribir «{name}». El archivo incompleto se quitó y lo guardado en Cauce está intacto: libere espacio y repita."
        ),
        Code::FileTooLarge => {
            format!("«{name}» es demasiado grande. Nada cambió: use un archivo menor.")
        }
        Code::FileExists => {
            format!("Ya hay un archivo «{name}» en ese lugar y no se tocó. Elija otro nombre.")
        }
        _ => format!(
            "No se pudo usar «{name}». Lo guardado en Cauce está intacto: repita o elija otro lugar."
        ),
    }
}

pub(super) fn reading_code(error: &intake::Error) -> Code {
    match error {
        intake::Error::Empty => Code::EmptyFile,
        intake::Error::TooLarge { .. }
        | intake::Error::TooManyPages { .. }
        | intake::Error::TooManyLines { .. }
        | intake::Error::TooManyRepairs { .. }
        | intake::Error::ZipBomb { .. }
        | intake::Error::TooDeep { .. }
        | intake::Error::TooManyFunctions { .. }
        | intake::Error::PdfBomb { .. } => Code::FileTooLarge,
        intake::Error::DamagedPdf
        | intake::Error::DamagedDocx
        | intake::Error::DamagedXlsx
        | intake::Error::NoOutline
        | intake::Error::Cycle { .. } => Code::DamagedFile,
        intake::Error::EncryptedPdf => Code::EncryptedFile,
        intake::Error::ScannedPdf => Code::ScannedFile,
        intake::Error::NotDocx
        | intake::Error::NotXlsx
        | intake::Error::NotAList
        | intake::Error::UnknownKind(_) => Code::FileUnknown,
        intake::Error::BadEncoding => Code::BadEncoding,
        intake::Error::Stopped => Code::Stopped,
    }
}

pub(super) fn reading_says(error: &intake::Error) -> String {
    let what = match error {
        intake::Error::Empty => "El archivo está vacío. Elija otro".to_owned(),
        intake::Error::TooLarge { limit, .. } => format!("El archivo pesa más de {} MB, que es lo que se lee de una vez. Divídalo o expórtelo más ligero", limit >> 20),
        intake::Error::TooManyLines { lines, limit } => format!("El texto tiene {lines} renglones y se leen hasta {limit}. Deje sólo los del estándar"),
        intake::Error::TooManyRepairs { limit } => format!("La extracción partió más de {limit} palabras de este texto y así no es legible. Use el PDF o el Word original"),
        intake::Error::TooManyPages { pages, limit } => format!("El documento tiene {pages} páginas y se leen hasta {limit}. Deje sólo las del estándar"),
        intake::Error::ZipBomb { .. } => "El documento se expande a un tamaño que no es de un texto. Ábralo en el programa con que se hizo y guárdelo de nuevo".to_owned(),
        intake::Error::PdfBomb { .. } => "El PDF se expande a un tamaño que no es de un texto. Imprímalo de nuevo como PDF".to_owned(),
        intake::Error::DamagedPdf => "El PDF está dañado y no se puede leer completo. Descárguelo de nuevo".to_owned(),
        intake::Error::DamagedDocx => "El documento de Word está dañado. Ábralo en Word y guárdelo de nuevo".to_owned(),
        intake::Error::EncryptedPdf => "El PDF tiene contraseña. Guarde una copia sin contraseña e impórtela".to_owned(),
        intake::Error::ScannedPdf => "El PDF no trae texto que se pueda leer: sólo imágenes de las páginas, o letras sin nombre. Use el PDF original o el documento de Word".to_owned(),
        intake::Error::NotDocx => "El archivo es un zip, pero no un documento de Word. Elija el .docx, el .pdf o el .txt del estándar".to_owned(),
        intake::Error::NotAList => "El archivo no es una lista. Elija el .csv o el .xlsx del catálogo".to_owned(),
        intake::Error::NotXlsx => "El archivo no es un libro de Excel. Elija un .xlsx; la plantilla lo es".to_owned(),
        intake::Error::DamagedXlsx => "El libro de Excel está dañado. Ábralo en Excel y guárdelo de nuevo".to_owned(),
        intake::Error::NoOutline => "En el archivo no hay nada que se pueda leer así: ni renglones con número o nivel, ni las columnas de la plantilla. Revíselo, o empiece con la plantilla".to_owned(),
        intake::Error::Cycle { place } => format!("{place}: una función depende de sí misma, directamente o por otras. Corrija de quién depende"),
        intake::Error::TooDeep { place, limit } => format!("{place}: hay más de {limit} niveles, que son los que tiene un mapa. Suba de nivel lo más profundo"),
        intake::Error::TooManyFunctions { functions, limit } => format!("El archivo tiene {} funciones y un mapa tiene hasta {}. Divídalo en dos", crate::spanish::count(*functions), crate::spanish::count(*limit)),
        intake::Error::UnknownKind(_) => "Ese tipo de archivo no se lee. Un estándar se trae de .pdf, .docx o .txt; un mapa, de .docx, .xlsx o .txt; un instrumento y los resultados de un piloto, de .xlsx; un catálogo, de .csv o .xlsx".to_owned(),
        intake::Error::BadEncoding => "No se reconoce la codificación del texto. Guárdelo como UTF-8".to_owned(),
        intake::Error::Stopped => "Se detuvo".to_owned(),
    };
    format!("{what}. No se importó nada y lo que ya tiene está intacto.")
}

pub(super) fn iec_code(refusal: IecRefusal) -> Code {
    match refusal {
        IecRefusal::Changed { .. } => Code::Changed,
        IecRefusal::NoSuch { .. } => Code::NotFound,
        IecRefusal::Closed
        | IecRefusal::NotAProduct
        | IecRefusal::InUse { .. }
        | IecRefusal::Doubled
        | IecRefusal::NotAHundred
        | IecRefusal::TooMany { .. } => Code::InstrumentRefused,
    }
}

pub(super) fn iec_says(refusal: IecRefusal) -> String {
    match refusal {
        IecRefusal::Closed => "El instrumento está congelado como se avaló. Nada cambió: si su estándar ya se aprobó, empiece otra edición en Instrumento, Ediciones; si no, lleve el caso a «Estándar en elaboración» en Ficha.".to_owned(),
        IecRefusal::NotAProduct => "La evidencia histórica sólo vale por un producto del estándar; nunca sustituye la observación de un desempeño. El reactivo sigue igual.".to_owned(),
        IecRefusal::Changed { .. } => "Esa parte del instrumento cambió mientras usted escribía, quizá desde otra ventana. Nada se perdió: vuelva a abrirlo y decida cuál queda.".to_owned(),
        IecRefusal::NoSuch { .. } => "Eso ya no está en el instrumento o en su estándar, quizá se eliminó. Nada se perdió: puede recuperarlo con Deshacer.".to_owned(),
        IecRefusal::InUse { count, .. } => format!("De esa parte dependen {}. El instrumento sigue igual: quítelas primero, o quítela con todo lo suyo.", crate::spanish::counted(count, "parte", "partes")),
        IecRefusal::Doubled => "Esa parte ya está en el instrumento, que sigue igual.".to_owned(),
        IecRefusal::NotAHundred => "Las partes de las tres clases de peso no suman 100. No se guardó y lo anterior sigue ahí: corrija una.".to_owned(),
        IecRefusal::TooMany { limit, .. } => format!("Un instrumento tiene hasta {} partes de cada clase. No se agregó y lo demás sigue ahí.", crate::spanish::count(limit)),
    }
}

pub(super) fn group_says(refusal: GroupRefusal) -> String {
    match refusal {
        GroupRefusal::NoSuchExpert => "Esa persona no está en el grupo. Nada cambió: intégrela primero.".to_owned(),
        GroupRefusal::HasLeft => "Esa persona ya dejó el grupo. Nada cambió: si volvió, intégrela de nuevo.".to_owned(),
        GroupRefusal::BeforeJoining => "Esa fecha es anterior a la de su integración al grupo. Nada cambió: revise la fecha.".to_owned(),
        GroupRefusal::Doubled => "Ya hay en el grupo una persona con ese nombre. Nada cambió.".to_owned(),
        GroupRefusal::Missing("present") => "Falta decir quién está presente. Nada cambió: elija a las personas del grupo y abra la sesión.".to_owned(),
        GroupRefusal::Missing(_) => "Falta el nombre de la persona. Nada cambió: escríbalo.".to_owned(),
        GroupRefusal::SessionOpen => "Hay una sesión abierta. Nada cambió: termínela antes de abrir otra.".to_owned(),
        GroupRefusal::NoSession => "No hay una sesión abierta. Nada cambió: ábrala primero.".to_owned(),
    }
}

pub(super) fn map_code(refusal: MapRefusal) -> Code {
    match refusal {
        MapRefusal::NoSuchFunction => Code::NotFound,
        MapRefusal::Changed { .. } => Code::Changed,
        MapRefusal::Cycle
        | MapRefusal::Purpose
        | MapRefusal::NoNeighbour
        | MapRefusal::Doubled
        | MapRefusal::Closed
        | MapRefusal::Unwritten
        | MapRefusal::NotOfPurpose
        | MapRefusal::TooLarge { .. } => Code::MapRefused,
    }
}

pub(super) fn map_says(refusal: MapRefusal) -> String {
    match refusal {
        MapRefusal::NoSuchFunction => "Esa función ya no está en el mapa, quizá se eliminó. Nada se perdió: puede recuperarla con Deshacer.".to_owned(),
        MapRefusal::Changed { .. } => "El mapa cambió mientras usted escribía, quizá desde otra ventana. Nada se perdió: vuelva a abrirlo y decida cuál redacción queda.".to_owned(),
        MapRefusal::Cycle => "Una función no puede quedar debajo de sí misma. El mapa sigue igual: elija otro lugar.".to_owned(),
        MapRefusal::Purpose => "El propósito principal encabeza el mapa: no se mueve ni se elimina. El mapa sigue igual: cambie su redacción o mueva las funciones de abajo.".to_owned(),
        MapRefusal::NoNeighbour => "No hay una función vecina en ese sentido. El mapa sigue igual.".to_owned(),
        MapRefusal::Doubled => "Esa función ya está en el mapa. El mapa sigue igual.".to_owned(),
        MapRefusal::NotOfPurpose => "El propósito principal es para lo que sirven todas las funciones: no lo realiza una sola persona. El mapa sigue igual: marque una de las de abajo.".to_owned(),
        MapRefusal::Unwritten => "Esa función todavía no dice nada, y lo que no está escrito no se atesta. El mapa sigue igual: redáctela primero.".to_owned(),
        MapRefusal::Closed => "El grupo de expertos validó el mapa como está, y así se queda. Nada cambió: para cambiarlo, empiece otra edición en «Grupo y validación».".to_owned(),
        MapRefusal::TooLarge { functions, levels } => format!("Un mapa tiene hasta {} funciones en {levels} niveles. El mapa sigue igual: divídalo en dos mapas.", crate::spanish::count(functions)),
    }
}

pub(super) fn store_code(error: &store::Error) -> Code {
    match error {
        store::Error::NotFound => Code::FileMissing,
        store::Error::AlreadyThere | store::Error::Doubled { .. } => Code::FileExists,
        store::Error::Taken => Code::PlaceTaken,
        store::Error::PermissionDenied => Code::NoPermission,
        store::Error::Moved => Code::WorkspaceMoved,
        store::Error::ReadOnly => Code::WorkspaceReadOnly,
        store::Error::Locked => Code::WorkspaceLocked,
        store::Error::Full => Code::DiskFull,
        store::Error::Corrupt { .. } => Code::WorkspaceDamaged,
        store::Error::TooNew { .. } => Code::WorkspaceTooNew,
        store::Error::TooOld { .. } => Code::WorkspaceReadOnly,
        store::Error::NotAWorkspace => Code::WorkspaceNot,
        store::Error::TooLarge { .. } => Code::FileTooLarge,
        store::Error::ChangedWhileRead => Code::EvidenceChanged,
        store::Error::Stream(error) => file_code(error),
        store::Error::Missing { .. } => Code::NotFound,
        store::Error::Unfit { .. } => Code::BadValue,
        store::Error::Edit(_) => Code::Changed,
        store::Error::Map(refusal) => map_code(*refusal),
        store::Error::Iec(refusal) => iec_code(*refusal),
        store::Error::Broken(_) => Code::PacketUnsound,
        store::Error::Diverges { .. } => Code::Diverges,
        store::Error::Sqlite(_) => Code::WorkspaceFailed,
    }
}

pub(super) fn store_says(error: &store::Error) -> String {
    match error {
        store::Error::NotFound => "No se encontró el archivo del espacio de trabajo. Nada cambió: revise la ruta.".to_owned(),
        store::Error::AlreadyThere | store::Error::Doubled { .. } => "Eso ya existe y no se tocó. Nada se perdió: ábralo en lugar de crearlo.".to_owned(),
        store::Error::Taken => taken_says("Ese lugar"),
        store::Error::PermissionDenied => "El sistema no permite abrir o escribir el espacio de trabajo. Nada se perdió: pida permiso sobre la carpeta o abra una copia en otra.".to_owned(),
        store::Error::Moved => "El archivo del espacio de trabajo se movió, se eliminó o se reemplazó mientras estaba abierto, y este cambio no se guardó. Su texto sigue en pantalla: cópielo, devuelva el archivo a su lugar (o recupere el último respaldo) y ábralo de nuevo.".to_owned(),
        store::Error::ReadOnly | store::Error::TooOld { .. } => "El espacio de trabajo es de sólo lectura: puede consultarse, no cambiarse. Lo guardado está intacto: cópielo a una carpeta donde pueda escribir.".to_owned(),
        store::Error::Locked => "Otra ventana está escribiendo en este espacio de trabajo. Lo guardado está intacto y su texto sigue en pantalla: cierre la otra ventana y repita.".to_owned(),
        store::Error::Full => "El disco está lleno y no se guardó este cambio. Lo anterior está intacto y su texto sigue en pantalla: libere espacio y repita.".to_owned(),
        store::Error::Corrupt { .. } => "El espacio de trabajo está dañado y no se escribió en él. Guarde una copia tal como está y recupere el último respaldo.".to_owned(),
        store::Error::TooNew { .. } => "Este espacio de trabajo lo escribió una versión más nueva de Cauce. No se tocó: actualice Cauce y ábralo de nuevo.".to_owned(),
        store::Error::NotAWorkspace => "Ese archivo no es un espacio de trabajo de Cauce. No se tocó: elija otro.".to_owned(),
        store::Error::TooLarge { limit, .. } => format!("El archivo pesa más de {} MB, que es lo que se guarda como evidencia. No se guardó y el expediente sigue igual: divídalo o redúzcalo.", limit >> 20),
        store::Error::ChangedWhileRead => "El archivo cambió mientras se leía y no se guardó. El expediente sigue igual: ciérrelo en el otro programa y adjúntelo de nuevo.".to_owned(),
        store::Error::Stream(error) => file_says("el archivo", error),
        store::Error::Missing { .. } => "Eso no está en este espacio de trabajo. Nada cambió: revise la clave o búsquelo en Estándares.".to_owned(),
        store::Error::Unfit { .. } => "Un dato no cabe en su lugar y no se guardó. Lo anterior sigue ahí: revíselo.".to_owned(),
        store::Error::Map(refusal) => map_says(*refusal),
        store::Error::Iec(refusal) => iec_says(*refusal),
        store::Error::Edit(_) => "Ese lugar cambió mientras usted escribía. Su texto sigue en pantalla: vuelva a abrir el estándar.".to_owned(),
        store::Error::Broken(_) => "La cadena de actos del paquete está rota. No se tomó nada de él y su espacio de trabajo está intacto: pida que se lo envíen de nuevo.".to_owned(),
        store::Error::Diverges { number } => format!("El expediente del paquete y el de aquí cuentan historias distintas desde el acto {number}. No se mezcló nada: compárelos lado a lado y decida con la otra oficina cuál sigue."),
        store::Error::Sqlite(_) => "El espacio de trabajo no pudo leerse o escribirse: el sistema dejó de permitirlo, algo ocupa el lugar de su archivo «-journal», o el disco llegó a su límite o está fallando. Lo guardado está intacto: revise los permisos de la carpeta y el disco, y repita.".to_owned(),
    }
}
