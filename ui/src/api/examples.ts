// A small standard for tests: one element, with a mistake the reviewer sees.
import type {
  EcDocument,
  FindingView,
  NextActView,
  StandardView,
} from "./wire.ts";

export function exampleDocument(change: Partial<EcDocument> = {}): EcDocument {
  return {
    code: "",
    title: "Mantenimiento de bicicletas",
    purpose: "Servir como referente.",
    generalDescription: "",
    sncLevel: 2,
    levelText: "",
    committee: "de Movilidad",
    approvalDate: null,
    publicationDate: null,
    reviewPeriod: null,
    certificateValidity: null,
    sincoUnitGroups: [],
    associatedOccupations: [],
    unlistedOccupations: [],
    scian: {
      sectors: [],
      subsectors: [],
      branches: [],
      subbranches: [],
      industryClasses: [],
    },
    participatingOrganizations: ["Taller La Rueda"],
    participatingOrganizationIds: ["org"],
    relatedStandards: [],
    evaluationAspects: {
      practiceDetails: [],
      requirements: [],
      duration: {
        printed: "",
        deskMinutes: null,
        fieldMinutes: null,
        printedTotalMinutes: null,
      },
    },
    references: [],
    elements: [
      {
        id: "e1",
        index: 1,
        count: 1,
        code: "",
        title: "Revisar la bicicleta",
        performances: [
          {
            id: "d1",
            number: 1,
            text: "Revisa la bicicleta:",
            characteristics: ["En orden,", "Con la lista."],
            characteristicIds: ["d1a", "d1b"],
          },
        ],
        products: [],
        knowledge: [],
        attitudes: [],
        contingencies: [],
        glossary: [],
      },
    ],
    printed: { updateParagraph: null },
    ...change,
  };
}

export function exampleFinding(change: Partial<FindingView> = {}): FindingView {
  return {
    key: "EC-R-34-d1a",
    rule: "EC-R-34",
    severity: "error",
    place: {
      element: 1,
      kind: "performance",
      number: 1,
      characteristic: 1,
      field: null,
    },
    label: "E1-D1.1",
    part: "d1a",
    field: "text",
    span: [8, 9],
    text: ",",
    message: "Falta la «y» antes de la última característica.",
    suggestion: ", y",
    remedy: "REPLACE",
    list: null,
    basis: "Guía técnica",
    setAside: null,
    ...change,
  };
}

export function exampleAct(change: Partial<NextActView> = {}): NextActView {
  return {
    act: "EC_VALIDATED",
    name: "Validar con el grupo",
    does: "Validar el estándar",
    who: "GTE",
    since: null,
    sinceWords: "",
    due: null,
    dueWords: "sin plazo",
    workingDaysLeft: null,
    pace: "OPEN",
    basis: "Guía técnica",
    needsReason: false,
    unmet: [],
    met: [],
    ...change,
  };
}

export function exampleStandard(
  change: Partial<StandardView> = {},
): StandardView {
  return {
    id: "bici",
    called: "EC sin código",
    source: null,
    document: exampleDocument(),
    digest: "sha256:1",
    case: {
      id: "bici",
      kind: "EC_PROJECT",
      title: "Mantenimiento de bicicletas",
      state: "EC_DRAFT",
      stateName: "Estándar en redacción",
      rulePack: "2026",
      holder: "GTE",
      since: null,
      sinceWords: "hoy",
      road: [
        {
          state: "EC_DRAFT",
          name: "Estándar",
          status: "here",
          datum: "",
          frozen: null,
        },
      ],
      next: [exampleAct()],
      acts: [],
      foundIn: [],
    },
    findings: [exampleFinding()],
    counts: { errors: 1, warnings: 0, advice: 0, setAside: 0, across: 0 },
    undo: null,
    undoAgreed: null,
    redo: null,
    update: null,
    frozen: null,
    reading: null,
    support: {
      certifiablePopulation: null,
      populationSource: "",
      certificationSolutions: [],
      consequenceMechanism: "",
      reviewPeriod: "",
      certificateValidity: "",
    },
    packets: [],
    savedAt: "9 de julio de 2026, 10:42",
    sample: false,
    ...change,
  };
}
