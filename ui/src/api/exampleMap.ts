// A small map for tests: a purpose, a function and its two parts, one of them without its attestation.
import type { FunctionView, MapFindingView, MapView } from "./wire.ts";

export function exampleFunction(
  change: Partial<FunctionView> & { id: string },
): FunctionView {
  return {
    parent: null,
    number: "",
    depth: 0,
    level: "PURPOSE",
    levelName: "Propósito principal",
    text: "",
    individual: false,
    standard: null,
    element: null,
    elementId: null,
    attested: [],
    proposedTitle: "",
    proposedReferences: [],
    ...change,
  };
}

export function exampleMapFinding(
  change: Partial<MapFindingView> = {},
): MapFindingView {
  return {
    key: "0b",
    rule: "MF-08",
    severity: "error",
    function: "b",
    label: "1.1",
    span: null,
    message: "¿La realiza una sola persona?",
    suggestion: null,
    claim: "ONE_PERSON",
    basis: "Notas, MF-08",
    setAside: null,
    ...change,
  };
}

export function exampleMap(change: Partial<MapView> = {}): MapView {
  const at = (id: string, parent: string, number: string, text: string) =>
    exampleFunction({
      id,
      parent,
      number,
      text,
      depth: number.split(".").length,
      level: "KEY",
      levelName: "Función clave",
    });
  return {
    id: "m",
    title: "Bicicletas",
    committee: "",
    functions: [
      exampleFunction({ id: "p", text: "Mantener bicicletas" }),
      at("a", "p", "1", "Conservar bicicletas de acuerdo con el programa"),
      at("b", "a", "1.1", "Ajustar frenos de acuerdo con el manual"),
      at("c", "a", "1.2", "Entregar bicicletas de acuerdo con la orden"),
    ],
    findings: [exampleMapFinding()],
    errors: 1,
    warnings: 0,
    advice: 0,
    setAside: 0,
    state: "DRAFT",
    stateName: "Borrador",
    closed: false,
    editions: [],
    digest: "d1",
    focus: null,
    undo: null,
    undoAgreed: null,
    redo: null,
    savedAt: "30 de noviembre de 2026, 10:42",
    ...change,
  };
}
