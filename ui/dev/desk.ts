// A desk that keeps one standard in memory, well enough to look at the window. Never shipped.
import { Troubled } from "../src/api/ask.ts";
import type { Answers } from "../src/api/fake.ts";
import type {
  CaseLine,
  EditRequest,
  SettingsView,
  StandardView,
} from "../src/api/wire.ts";
import { bicycles, newId, outward } from "./bicycles.ts";
import {
  attached,
  dossier,
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
  /** Where its case stands. */
  here?: string | undefined;
  nobody: boolean;
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
    person: how.nobody ? "persona sin nombre" : "Coordinadora 1",
    letterhead: ["Coordinación de Promoción y Desarrollo"],
    readOnly: false,
    appearance: how.dark ? "dark" : "light",
    nonWorkingDays: "",
    workspace: "/home/oficina/Documentos/promocion.cauce",
    version: "0.1.0",
    rulePacks: ["2025-03-01", "2026-01-15"],
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
      called: "EC sin código",
      source: null,
      document: outward(document),
      digest: `sha256:${done.length}-${undone.length}-4be1a07c9d2e55f0`,
      case: caseView(count("error"), how.here),
      findings,
      counts: {
        errors: count("error"),
        across: 0,
        warnings: count("warning"),
        advice: count("advice"),
        setAside: findings.length - open.length,
      },
      update: null,
      undo: done.length > 0 ? "la última edición" : null,
      undoAgreed: null,
      redo: undone.length > 0 ? "la última edición" : null,
      frozen: null,
      reading: {
        file: "EC9901.pdf",
        format: "N-FO-02 v7.0",
        repairs: [{ page: 1, line: 9, from: "requ iere", to: "requiere" }],
        notUnderstood: [
          { page: 3, line: 41, text: "Versión pública para consulta" },
        ],
      },
      support: kept,
      packets: [
        {
          destination: "covacec",
          ready: false,
          unmet: caseView(count("error"), how.here).next[0]?.unmet ?? [],
          made: [],
        },
      ],
      savedAt: "9 de julio de 2026, 10:42",
      sample: true,
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
      dayOff: "Inhábil: 16 de septiembre",
      waitingTotal: how.empty ? 0 : 2,
      sessions: [],
      mineTotal: how.empty ? 0 : lines.mine.length,
      lateTotal: how.empty ? 0 : lines.late.length,
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
        states: [{ state: "EC_DRAFT", name: "Estándar", count: 1, late: 0 }],
      };
    },
    new_standard: () => ({ id: "bici" }),
    new_brand: () => ({ id: "bici" }),
    pick_file: ({ kind }) => ({
      path:
        kind === "FOLDER" ? "/home/oficina/Paquetes" : "/home/oficina/aval.pdf",
    }),
    import_standard: () => ({
      id: "bici",
      format: "N-FO-02 v7.0",
      repairs: 12,
      notUnderstood: 2,
    }),
    standard: () => view(),
    edit_standard: async ({ edits }) => {
      await new Promise((wait) => setTimeout(wait, 80));
      if (how.fail)
        throw new Troubled({
          code: "DISK_FULL",
          says: "",
          detail: "disk",
          unmet: [],
        }).trouble;
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
    set_aside: ({ key: finding, kind, reason }) => {
      asides = new Map(asides).set(finding, {
        kind,
        reason,
        by: settings.person,
        on: "2026-07-09",
        at: "9 de julio de 2026",
      });
      return view();
    },
    take_up: ({ key: finding }) => {
      asides.delete(finding);
      return view();
    },
    pages: () => pagesOf(document),
    perform_act: () => view(),
    attach: ({ requirement }) => {
      attached.add(requirement);
      return view();
    },
    dossier: () => dossier(),
    save_support: (request) => {
      kept = request.support;
      return view();
    },
    history: () => ({
      more: true,
      total: 42,
      people: ["Coordinadora 1"],
      kinds: [{ name: "EDIT", text: "Edición" }],
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
        at: `${i < 2 ? 9 : 8} de julio de 2026, 1${5 - i}:4${i}`,
        by: "Coordinadora 1",
        evidence:
          i === 1
            ? [
                {
                  requirement: "EC-SUP-1",
                  called: "EC-SUP-1",
                  digest: "sha256:9f2c4be1a0",
                  name: "aval.pdf",
                },
              ]
            : [],
        digest: `sha256:4be1${i}a07c9d2e55f0`,
        before: i === 2 ? "Servir de base" : "",
        after: i === 2 ? "Servir como referente" : "",
        place: i === 0 ? "E1-D2.1" : "",
      })),
    }),
    make_packet: ({ dir }) => ({
      path: `${dir}/EC-bicicletas-COVACEC.zip`,
      digest: "sha256:4be19f2ca07c9d2e55f0",
      size: 512_000,
      files: ["data/ec.pdf", "data/ec.docx"],
      supplied: [],
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
    import_packet: () => ({
      id: "bici",
      title: "Mantenimiento de bicicletas",
      outcome: "NEW",
      common: 0,
      ours: [],
      theirs: [],
      beside: [],
      dry: false,
    }),
    export_document: ({ path }) => ({
      path,
      digest: "sha256:4be1",
      supplied: [],
    }),
    settings: () => settings,
    save_settings: (request) => (settings = { ...settings, ...request }),
    search: ({ query }) => ({
      places: [],
      rules: [],
      standards: registerRows()
        .filter((row) => row.title.toLowerCase().includes(query.toLowerCase()))
        .slice(0, 4)
        .map((row) => ({
          id: row.id,
          part: null,
          text: row.title,
          aside: `${row.stateName} · ${row.committee}`,
        })),
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
