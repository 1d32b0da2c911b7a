// The bicycles of the domain notes, as a document: invented.
import type {
  EcAttitude,
  EcClassified,
  EcDocument,
  EcGlossaryEntry,
} from "../src/api/wire.ts";

/** The document as the invented desk keeps it: each text of a list with its id. */
export interface Line {
  id: string;
  text: string;
}
export interface Criterion {
  id: string;
  number: number;
  text: string;
  characteristics: Line[];
}
export interface Knowledge {
  id: string;
  number: number;
  text: string;
  level: "RECALL" | "COMPREHENSION" | "APPLICATION" | null;
  printedLevel: string;
  details: Line[];
}
export interface Contingency {
  id: string;
  number: number;
  situation: string;
  expectedResponses: Line[];
}
export interface Element {
  id: string;
  index: number;
  count: number;
  code: string;
  title: string;
  performances: Criterion[];
  products: Criterion[];
  knowledge: Knowledge[];
  attitudes: EcAttitude[];
  contingencies: Contingency[];
  glossary: EcGlossaryEntry[];
}
type Lists =
  | "associatedOccupations"
  | "unlistedOccupations"
  | "participatingOrganizations"
  | "relatedStandards"
  | "references";
export type Document = Omit<
  EcDocument,
  "elements" | "evaluationAspects" | Lists
> &
  Record<Lists, Line[]> & {
    elements: Element[];
    evaluationAspects: {
      practiceDetails: Line[];
      requirements: Line[];
      duration: EcDocument["evaluationAspects"]["duration"];
    };
  };
type Classified = EcClassified;

const texts = (of: Line[]) => of.map((one) => one.text);
const ids = (of: Line[]) => of.map((one) => one.id);

/** The document as it crosses. */
export function outward(doc: Document): EcDocument {
  return {
    ...doc,
    associatedOccupations: texts(doc.associatedOccupations),
    associatedOccupationIds: ids(doc.associatedOccupations),
    unlistedOccupations: texts(doc.unlistedOccupations),
    unlistedOccupationIds: ids(doc.unlistedOccupations),
    participatingOrganizations: texts(doc.participatingOrganizations),
    participatingOrganizationIds: ids(doc.participatingOrganizations),
    relatedStandards: texts(doc.relatedStandards),
    relatedStandardIds: ids(doc.relatedStandards),
    references: texts(doc.references),
    referenceIds: ids(doc.references),
    evaluationAspects: {
      duration: doc.evaluationAspects.duration,
      practiceDetails: texts(doc.evaluationAspects.practiceDetails),
      practiceDetailIds: ids(doc.evaluationAspects.practiceDetails),
      requirements: texts(doc.evaluationAspects.requirements),
      requirementIds: ids(doc.evaluationAspects.requirements),
    },
    elements: doc.elements.map((element, i) => ({
      ...element,
      index: i + 1,
      count: doc.elements.length,
      performances: element.performances.map(criterionOut),
      products: element.products.map(criterionOut),
      knowledge: element.knowledge.map((one, n) => ({
        ...one,
        number: n + 1,
        details: texts(one.details),
        detailIds: ids(one.details),
      })),
      attitudes: element.attitudes.map((one, n) => ({ ...one, number: n + 1 })),
      contingencies: element.contingencies.map((one, n) => ({
        ...one,
        number: n + 1,
        expectedResponses: texts(one.expectedResponses),
        expectedResponseIds: ids(one.expectedResponses),
      })),
      glossary: element.glossary.map((one, n) => ({ ...one, number: n + 1 })),
    })),
  };
}

function criterionOut(one: Criterion, n: number) {
  return {
    ...one,
    number: n + 1,
    characteristics: texts(one.characteristics),
    characteristicIds: ids(one.characteristics),
  };
}

let n = 0;
export const newId = (): string => `019b${String(++n).padStart(8, "0")}`;
export const line = (text: string): Line => ({ id: newId(), text });
const classified = (code: string, name: string): Classified => ({
  id: newId(),
  code,
  name,
});

function criterion(
  number: number,
  text: string,
  ...characteristics: string[]
): Criterion {
  return {
    id: newId(),
    number,
    text,
    characteristics: characteristics.map(line),
  };
}

function element(
  index: number,
  title: string,
  parts: Partial<Element>,
): Element {
  return {
    id: newId(),
    index,
    count: 3,
    code: "",
    title,
    performances: [],
    products: [],
    knowledge: [],
    attitudes: [],
    contingencies: [],
    glossary: [],
    ...parts,
  };
}

const first = element(
  1,
  "Diagnosticar las condiciones de la bicicleta de acuerdo con la lista de verificación del taller",
  {
    performances: [
      criterion(
        1,
        "Revisa la bicicleta en la recepción:",
        "En presencia de la persona usuaria,",
        "Recorriendo los puntos de la lista de verificación en el orden establecido,",
        "Mencionando a la persona usuaria cada falla detectada.",
      ),
      criterion(
        2,
        "Registra las fallas detectadas:",
        "Conforme al formato de orden de servicio del taller, y",
        "Antes de retirar cualquier componente de la bicicleta.",
      ),
    ],
    products: [
      criterion(
        1,
        "La lista de verificación de la bicicleta, requisitada:",
        "Contiene el folio de la orden de servicio,",
        "Indica de forma adecuada la condición de cada punto revisado, e",
        "Incluye la firma de la persona que revisó.",
      ),
    ],
    knowledge: [
      {
        id: newId(),
        number: 1,
        text: "Componentes de los sistemas de frenado.",
        level: "COMPREHENSION",
        printedLevel: "Comprensión",
        details: [],
      },
      {
        id: newId(),
        number: 2,
        text: "Componentes de los sistemas de transmisión.",
        level: "RECALL",
        printedLevel: "Conocimiento",
        details: [],
      },
    ],
    attitudes: [
      {
        id: newId(),
        number: 1,
        name: "Orden",
        manner:
          "La manera en que sigue la secuencia de la lista de verificación.",
      },
    ],
    glossary: [
      {
        id: newId(),
        number: 1,
        term: "Lista de verificación",
        definition:
          "Formato del taller que enumera los puntos por revisar de una bicicleta.",
      },
    ],
  },
);

const second = element(
  2,
  "Ajustar los sistemas de frenado y transmisión de acuerdo con las especificaciones del fabricante",
  {
    performances: [
      criterion(
        1,
        "Ajusta el sistema de frenado:",
        "Centrando las zapatas respecto del aro, y",
        "Tensando el cable hasta el recorrido de palanca que indica el fabricante.",
      ),
    ],
    products: [
      criterion(
        1,
        "El sistema de transmisión, ajustado:",
        "Cambia de velocidad sin saltos, y",
        "Corresponde con las especificaciones del fabricante.",
      ),
    ],
    contingencies: [
      {
        id: newId(),
        number: 1,
        situation: "Se rompe el cable del freno durante el ajuste.",
        expectedResponses: [
          line("Detiene el ajuste y sustituye el cable antes de continuar."),
        ],
      },
    ],
  },
);

const third = element(
  3,
  "Entregar la bicicleta a la persona usuaria de acuerdo con la orden de servicio",
  {
    performances: [
      criterion(
        1,
        "Explica el servicio realizado:",
        "Mostrando los puntos ajustados, y",
        "Respondiendo las dudas de la persona usuaria.",
      ),
    ],
  },
);

export const bicycles: Document = {
  format: "F21-COOPYD-01 v08",
  code: "",
  title:
    "Mantenimiento preventivo de bicicletas urbanas de acuerdo con las especificaciones del fabricante",
  purpose:
    "Servir como referente para la evaluación y certificación de las personas que dan mantenimiento preventivo a bicicletas urbanas, desde el diagnóstico hasta la entrega.",
  generalDescription:
    "Describe las funciones de la persona que diagnostica, ajusta y entrega bicicletas urbanas en un taller de barrio o de un sistema público.",
  sncLevel: 2,
  levelText:
    "Desempeña actividades programadas que, en su mayoría, son rutinarias y predecibles. Depende de las instrucciones de un superior. Se coordina con compañeros de trabajo del mismo nivel jerárquico.",
  committee: "de Movilidad Urbana en Bicicleta",
  approvalDate: null,
  publicationDate: null,
  reviewPeriod: "2 años",
  certificateValidity: "3 años",
  sincoUnitGroups: [
    classified(
      "2632",
      "Mecánicos en mantenimiento y reparación de bicicletas y motocicletas",
    ),
  ],
  associatedOccupations: [line("Mecánico de bicicletas")],
  unlistedOccupations: [],
  scian: {
    sectors: [
      classified("81", "Otros servicios excepto actividades gubernamentales"),
    ],
    subsectors: [classified("811", "Servicios de reparación y mantenimiento")],
    branches: [
      classified(
        "8114",
        "Reparación y mantenimiento de artículos para el hogar y personales",
      ),
    ],
    subbranches: [],
    industryClasses: [
      classified("811493", "Reparación y mantenimiento de bicicletas"),
    ],
  },
  participatingOrganizations: [
    line("Taller Cooperativo La Rueda"),
    line("Escuela de Oficios del Barrio"),
  ],
  relatedStandards: [],
  evaluationAspects: {
    practiceDetails: [
      line(
        "Para demostrar la competencia en este EC, se recomienda que se lleve a cabo en el lugar de trabajo y durante su jornada laboral.",
      ),
    ],
    requirements: [
      line("Bicicleta urbana en servicio."),
      line("Soporte de taller y juego de llaves."),
    ],
    duration: {
      printed: "",
      deskMinutes: 40,
      fieldMinutes: 120,
      printedTotalMinutes: null,
    },
  },
  references: [
    line("Manual de mantenimiento del fabricante, edición vigente."),
  ],
  elements: [first, second, third],
  printed: { updateParagraph: null },
};
