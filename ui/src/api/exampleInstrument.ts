// A small instrument for tests: two leaves, one of them with its item.
import type {
  IecItemView,
  IecQuestion,
  IecStandingView,
  InstrumentView,
  LeafView,
  ToolView,
} from "#api/wire.ts";

export function exampleLeaf(change: Partial<LeafView> = {}): LeafView {
  return {
    id: "d1a",
    label: "E1-D1.1",
    kind: "PERFORMANCE",
    line: "Revisa la bicicleta",
    detail: "En orden",
    level: "",
    items: ["i1"],
    proposed: "La persona candidata revisa la bicicleta en orden.",
    ...change,
  };
}

export function exampleItem(change: Partial<IecItemView> = {}): IecItemView {
  return {
    id: "i1",
    code: "1.1/1-D1E1",
    leaf: "d1a",
    label: "E1-D1.1",
    text: "La persona candidata revisa la bicicleta en orden.",
    weight: "MINOR",
    weighs: "100.00",
    historical: "NOT_ALLOWED",
    expected: [],
    reason: "",
    stands: "FRESH",
    seen: "Revisa la bicicleta\nEn orden",
    questions: [],
    ...change,
  };
}

export function exampleQuestion(
  change: Partial<IecQuestion> = {},
): IecQuestion {
  return {
    id: "q1",
    item: "i1",
    kind: "MULTIPLE_CHOICE",
    level: null,
    text: "",
    options: ["", ""],
    key: [],
    annex: null,
    standing: "IN_FORM",
    difficulty: null,
    discrimination: null,
    ...change,
  };
}

export function exampleTool(change: Partial<ToolView> = {}): ToolView {
  return {
    id: "t1",
    kind: "OBSERVATION_GUIDE",
    kindName: "Guía de observación",
    situation: null,
    title: "",
    instruction: "",
    items: [exampleItem()],
    ...change,
  };
}

export function exampleStanding(
  change: Partial<IecStandingView> = {},
): IecStandingView {
  return {
    state: "DRAFT",
    stateName: "Borrador",
    closed: false,
    closedSays: "",
    acts: [],
    open: null,
    editions: [],
    ...change,
  };
}

export function exampleInstrument(
  change: Partial<InstrumentView> = {},
): InstrumentView {
  const one = { share: "0.00", penalties: 0, each: "0.00", total: "0.00" };
  return {
    id: "bici",
    code: "",
    title: "Mantenimiento de bicicletas",
    begun: true,
    leaves: [
      exampleLeaf(),
      exampleLeaf({
        id: "d1b",
        label: "E1-D1.2",
        detail: "Con la lista",
        items: [],
      }),
    ],
    situations: [],
    tools: [exampleTool()],
    annexes: [],
    keyless: [],
    plan: [],
    judgement: [],
    requirements: [],
    historical: [],
    weights: {
      classes: [
        {
          ...one,
          class: "MINOR",
          name: "menor",
          set: "20.00",
          share: "100.00",
          items: 1,
        },
        { ...one, class: "MEDIUM", name: "medio", set: "30.00", items: 0 },
        { ...one, class: "MAJOR", name: "mayor", set: "50.00", items: 0 },
      ],
      total: "100.00",
      rounding: "0.00",
      penalty: "0.00",
      passScore: "",
      excludingOneMajor: "",
      judged: ["PERFORMANCE", "PRODUCT"],
      minutes: null,
    },
    uncovered: 1,
    stale: 0,
    findings: [],
    errors: 0,
    warnings: 0,
    draw: null,
    standing: exampleStanding(),
    focus: null,
    undo: null,
    redo: null,
    savedAt: "30 de noviembre de 2026, 21:30",
    digest: "sha256:1",
    ...change,
  };
}
