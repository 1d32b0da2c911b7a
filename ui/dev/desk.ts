// A desk that keeps one standard in memory, well enough to look at the window. Never shipped.
import { Troubled } from "../src/api/ask.ts";
import type { Answers } from "../src/api/fake.ts";
import type {
  CaseLine,
  EditRequest,
  SettingsView,
  StandardView,
} from "../src/api/wire.ts";
import { bicycles, newId } from "./bicycles.ts";
import {
  caseView,
  findingsOf,
  homeCases,
  pagesOf,
  registerRows,
  rules,
  support,
} from "./scenery.ts";

type Part = Record<string, unknown>;

export function inventedDesk(how: {
  dark: boolean;
  empty: boolean;
  fail: boolean;
}): Answers {
  let document = structuredClone(bicycles);
  const undone: (typeof document)[] = [];
  const done: (typeof document)[] = [];
  let kept = support();
  let asides = new Map<
    string,
    NonNullable<StandardView["findings"][number]["setAside"]>
  >();
  let settings: SettingsView = {
    person: "Coordinadora 1",
    letterhead: ["Coordinación de Promoción y Desarrollo"],
    appearance: how.dark ? "DARK" : "LIGHT",
  };

  const view = (): StandardView => {
    const findings = findingsOf(document).map((f) => ({
      ...f,
      setAside: asides.get(f.key) ?? null,
    }));
    const open = findings.filter((f) => f.setAside === null);
    const count = (severity: string) =>
      open.filter((f) => f.severity === severity).length;
    return {
      id: "bici",
      document,
      sourceCode: "",
      draftNumber: 14 + done.length,
      case: caseView(count("error")),
      findings,
      counts: {
        errors: count("error"),
        warnings: count("warning"),
        advice: count("advice"),
      },
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
      undoLabel: null,
      redoLabel: null,
      frozen: null,
      reading: null,
      support: kept,
      savedAt: new Date().toISOString(),
    };
  };

  const lines: { mine: CaseLine[]; late: CaseLine[]; waiting: CaseLine[] } =
    homeCases();
  return {
    home: () => ({
      today: "2026-07-09",
      todayWords: "jueves 9 de julio de 2026",
      person: settings.person,
      ...(how.empty ? { mine: [], late: [], waiting: [] } : lines),
      stages: how.empty ? [] : stages,
      empty: how.empty,
    }),
    load_sample: () => ({ id: "bici" }),
    standards: ({ query, state }) => {
      const all = how.empty ? [] : registerRows();
      const rows = all.filter(
        (row) =>
          (!state || row.state === state) &&
          row.title.toLowerCase().includes(query.toLowerCase()),
      );
      return {
        rows,
        total: all.length,
        states: [{ state: "EC_DRAFT", name: "Estándar", count: 1 }],
      };
    },
    new_standard: () => ({ id: "bici" }),
    pick_file: ({ kind }) => ({
      path:
        kind === "FOLDER" ? "/home/oficina/Paquetes" : "/home/oficina/aval.pdf",
    }),
    import_standard: () => ({ id: "bici", repairs: 12, notUnderstood: 2 }),
    standard: () => view(),
    edit_standard: async ({ edits }) => {
      await new Promise((wait) => setTimeout(wait, 80));
      if (how.fail)
        throw new Troubled({ code: "WORKSPACE_FAILED", detail: "disk" })
          .trouble;
      done.push(structuredClone(document));
      undone.length = 0;
      document = structuredClone(document);
      for (const edit of edits) apply(document as unknown as Part, edit);
      return view();
    },
    undo: () => {
      const last = done.pop();
      if (last) {
        undone.push(document);
        document = last;
      }
      return view();
    },
    redo: () => {
      const next = undone.pop();
      if (next) {
        done.push(document);
        document = next;
      }
      return view();
    },
    set_aside: ({ finding, kind, reason }) => {
      asides = new Map(asides).set(finding, {
        kind,
        reason,
        by: settings.person,
        at: "2026-07-09T10:42:00Z",
      });
      return view();
    },
    take_back_set_aside: ({ finding }) => {
      asides.delete(finding);
      return view();
    },
    pages: () => pagesOf(document),
    case_act: () => view(),
    attach: ({ requirement, path }) => {
      kept = structuredClone(kept);
      for (const stage of kept.stages) {
        for (const one of stage.requirements) {
          if (one.requirement !== requirement) continue;
          one.met = true;
          one.evidence.push({
            digest: "sha256:9f2c",
            name: path.split("/").at(-1) ?? path,
            size: 182_000,
            by: settings.person,
            on: "2026-07-09",
          });
        }
      }
      return view();
    },
    save_support: (request) => {
      kept = { ...kept, ...request };
      return view();
    },
    history: () => ({
      more: true,
      acts: [
        "Corrigió E1-D2 con la regla EC-R-34",
        "Adjuntó «aval.pdf» a EC-SUP-1",
        "Escribió el propósito",
        "Agregó un desempeño al elemento 1",
        "Registró la propuesta",
      ].map((says, i) => ({
        number: 42 - i,
        act: i === 4 ? "PROPOSED" : "EDITED",
        name: says.split(" ")[0] ?? "",
        says,
        on: i < 2 ? "2026-07-09" : "2026-07-08",
        at: `2026-07-0${i < 2 ? 9 : 8}T1${5 - i}:4${i}:00Z`,
        by: "Coordinadora 1",
        evidence: i === 1 ? ["sha256:9f2c4be1a0"] : [],
        digest: `sha256:4be1${i}a07c9d2e55f0`,
        previous: `sha256:77a0${i}bc1`,
      })),
    }),
    make_packet: ({ dir }) => ({
      path: `${dir}/EC-bicicletas-COVACEC.zip`,
      digest: "sha256:4be19f2ca07c9d2e55f0",
    }),
    verify_packet: ({ path }) => ({
      packet: path,
      sound: false,
      differences: [
        {
          file: "data/evidence/aval.pdf",
          kind: "digest",
          says: "El contenido no es el que dice el manifiesto.",
        },
      ],
    }),
    import_packet: () => ({ id: "bici", diverged: false, says: "" }),
    export_document: ({ path }) => ({ path }),
    settings: () => settings,
    save_settings: (request) => (settings = request),
    search: ({ query }) => ({
      groups: [
        {
          kind: "STANDARDS",
          hits: registerRows()
            .filter((row) =>
              row.title.toLowerCase().includes(query.toLowerCase()),
            )
            .slice(0, 4)
            .map((row) => ({
              id: row.id,
              title: row.title,
              detail: `${row.stateName} · ${row.committee}`,
              part: null,
              label: row.code,
            })),
        },
      ],
    }),
    rules: () => rules,
  };
}

const stages = [
  ["PROPOSED", "Propuesta", 4, 0],
  ["MF_DRAFT", "Mapa", 6, 1],
  ["EC_DRAFT", "Estándar", 9, 0],
  ["IEC_DRAFT", "Instrumento", 5, 0],
  ["SUPPORT_FILE", "Aval y soporte", 5, 0],
  ["METHOD_REVIEW", "Revisión", 4, 1],
  ["COVACEC", "COVACEC", 2, 0],
  ["TC", "Comité Técnico", 3, 0],
  ["DOF", "DOF", 4, 0],
  ["RENEC", "RENEC", 1, 0],
].map(([state, name, count, late]) => ({ state, name, count, late })) as {
  state: string;
  name: string;
  count: number;
  late: number;
}[];

/** Everything with an id, and the lists it is in. */
function* parts(at: unknown): Generator<Part> {
  if (Array.isArray(at)) {
    for (const one of at) yield* parts(one);
  } else if (typeof at === "object" && at !== null) {
    if ("id" in at) yield at as Part;
    for (const one of Object.values(at)) yield* parts(one);
  }
}

function listOf(document: Part, owner: string | null, list: string): Part[] {
  const places =
    owner === null
      ? [document, document["scian"], document["evaluationAspects"]]
      : [...parts(document)].filter((p) => p["id"] === owner);
  for (const place of places as Part[])
    if (Array.isArray(place[list])) return place[list] as Part[];
  return [];
}

function apply(document: Part, edit: EditRequest): void {
  if ("write" in edit) {
    const { part, field, after } = edit.write;
    const target =
      part === null
        ? document
        : [...parts(document)].find((p) => p["id"] === part);
    if (target) target[field === "level" ? "printedLevel" : field] = after;
  } else if ("add" in edit) {
    const { owner, list, at, text = "" } = edit.add;
    const blank = {
      id: newId(),
      number: at + 1,
      text,
      name: "",
      code: "",
      title: "",
      manner: "",
      term: "",
      definition: "",
      situation: "",
      printedLevel: "",
      characteristics: [],
      details: [],
      expectedResponses: [],
      performances: [],
      products: [],
      knowledge: [],
      attitudes: [],
      contingencies: [],
      glossary: [],
      index: at + 1,
      count: at + 1,
    };
    listOf(document, owner, list).splice(at, 0, blank);
  } else if ("remove" in edit) {
    const list = listOf(document, edit.remove.owner, edit.remove.list);
    list.splice(
      list.findIndex((p) => p["id"] === edit.remove.part),
      1,
    );
  } else if ("move" in edit) {
    const list = listOf(document, edit.move.owner, edit.move.list);
    const [one] = list.splice(
      list.findIndex((p) => p["id"] === edit.move.part),
      1,
    );
    if (one) list.splice(edit.move.to, 0, one);
  } else if ("duration" in edit) {
    Object.assign(
      (document["evaluationAspects"] as Part)["duration"] as Part,
      edit.duration,
    );
  } else if ("level" in edit) {
    document["sncLevel"] = edit.level;
  }
}
