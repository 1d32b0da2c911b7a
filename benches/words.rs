//! What generated standards are made of: words of the trades that standards describe.

/// A verb: infinitive, third person, gerund.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const VERBS: &[(&str, &str, &str)] = &[
    ("Ajustar",    "Ajusta",    "Ajustando"),    ("Aplicar",    "Aplica",    "Aplicando"),
    ("Atender",    "Atiende",   "Atendiendo"),   ("Calibrar",   "Calibra",   "Calibrando"),
    ("Clasificar", "Clasifica", "Clasificando"), ("Colocar",    "Coloca",    "Colocando"),
    ("Comprobar",  "Comprueba", "Comprobando"),  ("Conducir",   "Conduce",   "Conduciendo"),
    ("Consultar",  "Consulta",  "Consultando"),  ("Construir",  "Construye", "Construyendo"),
    ("Describir",  "Describe",  "Describiendo"), ("Distribuir", "Distribuye", "Distribuyendo"),
    ("Elaborar",   "Elabora",   "Elaborando"),   ("Entregar",   "Entrega",   "Entregando"),
    ("Inspeccionar", "Inspecciona", "Inspeccionando"), ("Instalar", "Instala", "Instalando"),
    ("Limpiar",    "Limpia",    "Limpiando"),    ("Medir",      "Mide",      "Midiendo"),
    ("Mostrar",    "Muestra",   "Mostrando"),    ("Obtener",    "Obtiene",   "Obteniendo"),
    ("Operar",     "Opera",     "Operando"),     ("Preparar",   "Prepara",   "Preparando"),
    ("Presentar",  "Presenta",  "Presentando"),  ("Recibir",    "Recibe",    "Recibiendo"),
    ("Registrar",  "Registra",  "Registrando"),  ("Reparar",    "Repara",    "Reparando"),
    ("Revisar",    "Revisa",    "Revisando"),    ("Seleccionar", "Selecciona", "Seleccionando"),
    ("Solicitar",  "Solicita",  "Solicitando"),  ("Verificar",  "Verifica",  "Verificando"),
];

/// Gender and number, as articles and participles follow them.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// El.
    He,
    /// La.
    She,
    /// Los.
    Them,
    /// Las.
    Themselves,
}

impl Kind {
    pub(crate) fn article(self) -> &'static str {
        match self {
            Kind::He => "El",
            Kind::She => "La",
            Kind::Them => "Los",
            Kind::Themselves => "Las",
        }
    }

    pub(crate) fn is_plural(self) -> bool {
        matches!(self, Kind::Them | Kind::Themselves)
    }

    pub(crate) fn ending(self) -> &'static str {
        match self {
            Kind::He => "o",
            Kind::She => "a",
            Kind::Them => "os",
            Kind::Themselves => "as",
        }
    }
}

/// What is worked on.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const OBJECTS: &[(Kind, &str)] = &[
    (Kind::She, "bicicleta urbana"),        (Kind::He, "equipo de medición"),
    (Kind::Them, "tableros de control"),    (Kind::Themselves, "piezas del ensamble"),
    (Kind::She, "mesa de trabajo"),         (Kind::He, "sistema de frenado"),
    (Kind::Them, "insumos de la sesión"),   (Kind::Themselves, "muestras de agua"),
    (Kind::She, "línea de producción"),     (Kind::He, "motor eléctrico"),
    (Kind::Them, "conductores de la red"),  (Kind::Themselves, "válvulas de la tubería"),
    (Kind::She, "habitación del huésped"),  (Kind::He, "montacargas"),
    (Kind::Them, "productos del almacén"),  (Kind::Themselves, "herramientas de corte"),
    (Kind::She, "instalación de gas"),      (Kind::He, "terreno de siembra"),
    (Kind::Them, "recursos didácticos"),    (Kind::Themselves, "cargas del contenedor"),
    (Kind::She, "estructura del techo"),    (Kind::He, "vehículo de transporte"),
    (Kind::Them, "alimentos del servicio"), (Kind::Themselves, "soldaduras del perfil"),
    (Kind::She, "página del sitio"),        (Kind::He, "cultivo de nopal"),
    (Kind::Them, "datos del censo"),        (Kind::Themselves, "ventanas del inmueble"),
    (Kind::She, "máquina de coser"),        (Kind::He, "horno de cerámica"),
];

/// What is obtained.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const PAPERS: &[(Kind, &str)] = &[
    (Kind::She, "lista de verificación"),   (Kind::He, "reporte de resultados"),
    (Kind::She, "bitácora del turno"),      (Kind::He, "registro de ajustes"),
    (Kind::She, "orden de servicio"),       (Kind::He, "plan de trabajo"),
    (Kind::She, "cédula de inspección"),    (Kind::He, "diagrama de conexiones"),
    (Kind::Them, "formatos de entrega"),    (Kind::Themselves, "fichas de control"),
];

/// The roots of the participles that close a product.
pub(crate) const PARTICIPLES: &[&str] =
    &["elaborad", "requisitad", "integrad", "revisad", "generad"];

/// A measurable condition.
#[rustfmt::skip] // A list is read in lines.
pub(crate) const CONDITIONS: &[&str] = &[
    "de acuerdo con el manual del fabricante", "conforme a la orden de servicio",
    "con base en la lista de verificación", "de acuerdo con el procedimiento del taller",
    "conforme a la norma aplicable", "al menos tres veces", "antes de iniciar el servicio",
    "al terminar el turno", "en presencia de la persona usuaria", "según la ficha técnica",
    "en el orden que establece el programa", "con la herramienta que indica el plano",
];

/// How a characteristic of a product begins: of one, and of several.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const OPENINGS: &[(&str, &str)] = &[
    ("Contiene",   "Contienen"),   ("Incluye",  "Incluyen"),  ("Indica",    "Indican"),
    ("Especifica", "Especifican"), ("Describe", "Describen"), ("Presenta",  "Presentan"),
    ("Menciona",   "Mencionan"),   ("Establece", "Establecen"),
];

/// What a paper says.
#[rustfmt::skip] // A list is read in lines.
pub(crate) const CONTENTS: &[&str] = &[
    "el folio y la fecha", "el nombre de la persona responsable", "la firma de conformidad",
    "las actividades realizadas", "los materiales utilizados", "la hora de inicio y de término",
    "el resultado de cada medición", "las fallas detectadas", "las recomendaciones de uso",
    "los datos de la persona usuaria", "el número de serie del equipo", "la fecha de entrega",
];

/// What is known about a thing.
#[rustfmt::skip] // A list is read in lines.
pub(crate) const SUBJECTS: &[&str] = &[
    "Tipos de fallas de", "Procedimiento de revisión de", "Componentes de", "Normas aplicables a",
    "Medidas de seguridad en el manejo de", "Características de", "Límites de operación de",
];

/// Attitudes and the manner they are shown in.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const ATTITUDES: &[(&str, &str)] = &[
    ("Amabilidad",      "La manera en que responde las preguntas de la persona usuaria"),
    ("Cooperación",     "La manera en que entrega la herramienta a quien la solicita"),
    ("Iniciativa",      "La manera en que propone el siguiente paso del servicio"),
    ("Limpieza",        "La manera en que retira los residuos al terminar la tarea"),
    ("Orden",           "La manera en que sigue la secuencia del procedimiento"),
    ("Perseverancia",   "La manera en que repite la medición hasta obtener el valor"),
    ("Responsabilidad", "La manera en que cumple la fecha de la orden de servicio"),
    ("Tolerancia",      "La manera en que escucha las opiniones del grupo"),
];

/// Emergencies and what is done then.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const EMERGENCIES: &[(&str, &str)] = &[
    ("Derrame de líquido en el piso del área.", "Delimitar el área y cubrir el derrame con material absorbente."),
    ("Falla del suministro eléctrico durante el servicio.", "Desconectar el equipo y avisar a la persona responsable."),
    ("Sismo durante la sesión.", "Suspender la actividad y dirigirse al punto de reunión."),
    ("Conato de incendio en el almacén.", "Activar la alarma y utilizar el extintor más cercano."),
];

/// Mistakes that authors make, for a characteristic of a performance.
#[rustfmt::skip] // A list is read in lines.
pub(crate) const MISTAKES: &[&str] = &[
    "Revisar la altura adecuada", "Verificando que esté en buen estado", "Indicado el valor obtenido",
    "Siempre portando el equipo", "Evitando golpear la pieza", "Consultando el analisis de riesgos",
];
