// What the invented desk says of cases, findings and pages.
import type {
  AskedView,
  DossierPart,
  DossierView,
  EvidenceView,
  CaseLine,
  CaseView,
  FindingView,
  PagesView,
  RuleView,
  SpotView,
  StandardRow,
  SupportView,
  UnmetView,
} from "../src/api/wire.ts";
import type { Document } from "./bicycles.ts";

const pace = (left: number | null) =>
  left === null ? "OPEN" : left < 0 ? "LATE" : left > 3 ? "AHEAD" : "NEAR";

function row(
  id: string,
  says: string,
  title: string,
  holder: string,
  since: string,
  workingDaysLeft: number | null,
  due: string,
  basis: string,
): CaseLine {
  return {
    id,
    isCommittee: false,
    title,
    says,
    code: "",
    holder,
    since,
    due,
    workingDaysLeft,
    pace: pace(workingDaysLeft),
    basis,
    stateName: "Estándar",
    sample: false,
  };
}

export function homeCases(): {
  mine: CaseLine[];
  late: CaseLine[];
  waiting: CaseLine[];
} {
  return {
    mine: [
      row(
        "agua",
        "Responder 4 observaciones metodológicas",
        "Captación de agua de lluvia en viviendas",
        "Usted, con 2 integrantes del GTE",
        "29 de junio",
        6,
        "17 de julio",
        "Reglas, art. 25-VI, revisión metodológica",
      ),
      row(
        "bici",
        "Corregir 1 error y validar el estándar",
        "Mantenimiento preventivo de bicicletas urbanas de acuerdo con las especificaciones del fabricante",
        "Usted",
        "2026-07-07",
        12,
        "2026-07-27",
        "Guía técnica, plan del grupo",
      ),
      row(
        "cuevas",
        "Capturar el aval firmado del CGC",
        "Guía de visitantes en cuevas turísticas",
        "Usted",
        "2026-07-09",
        null,
        "sin plazo",
        "Reglas, art. 21; también 25-I",
      ),
    ],
    late: [
      row(
        "queso",
        "Recibir las cartas de experiencia del grupo",
        "Elaboración de quesos de hebra",
        "CGC Quesero del Istmo",
        "28 de mayo",
        -9,
        "26 de junio",
        "Reglas, art. 14-II",
      ),
      row(
        "poda",
        "Emitir el dictamen metodológico",
        "Poda de arbolado urbano",
        "Revisión metodológica",
        "15 de junio",
        -3,
        "6 de julio",
        "Plazo interno, 15 días hábiles",
      ),
    ],
    waiting: [
      row(
        "palma",
        "Votar la pertinencia del proyecto de EC",
        "Tejido de palma para artesanías",
        "COVACEC",
        "2 de julio",
        3,
        "14 de julio",
        "Manual, 4.3",
      ),
      row(
        "llamadas",
        "Aplicar la prueba piloto del instrumento",
        "Atención de llamadas de emergencia",
        "CGC de Emergencias",
        "18 de junio",
        11,
        "24 de julio",
        "Práctica recomendada",
      ),
    ],
  };
}

export function registerRows(): StandardRow[] {
  const make = (
    id: string,
    code: string,
    title: string,
    committee: string,
    level: string,
    state: string,
    stateName: string,
    left: number | null,
  ): StandardRow => ({
    id,
    code,
    title,
    committee,
    level: 2,
    levelWord: level,
    state,
    stateName,
    assigned: code !== "",
    since: "1 de julio",
    sample: false,
    workingDaysLeft: left,
    pace: pace(left),
    turn: left === null ? "REST" : "OURS",
    due: left === null ? "sin plazo" : "27 de julio",
  });
  return [
    make(
      "bici",
      "",
      "Mantenimiento preventivo de bicicletas urbanas de acuerdo con las especificaciones del fabricante",
      "de Movilidad Urbana en Bicicleta",
      "Dos",
      "EC_DRAFT",
      "Estándar",
      12,
    ),
    make(
      "agua",
      "",
      "Captación de agua de lluvia en viviendas",
      "del Agua Comunitaria",
      "Tres",
      "METHOD_REVIEW",
      "Revisión metodológica",
      6,
    ),
    make(
      "cuevas",
      "",
      "Guía de visitantes en cuevas turísticas",
      "de Turismo de Naturaleza",
      "Tres",
      "ENDORSEMENT",
      "Aval del CGC",
      null,
    ),
    make(
      "queso",
      "",
      "Elaboración de quesos de hebra",
      "Quesero del Istmo",
      "Dos",
      "PROPOSED",
      "Propuesta",
      -9,
    ),
    make(
      "estaciones",
      "",
      "Operación de estaciones de bicicleta pública",
      "de Movilidad Urbana en Bicicleta",
      "Dos",
      "PROPOSED",
      "Propuesta",
      18,
    ),
    make(
      "poda",
      "EC9901",
      "Poda de arbolado urbano",
      "de Servicios Municipales",
      "Dos",
      "RENEC_ACTIVE",
      "Vigente",
      null,
    ),
    make("nuevo", "", "", "", "", "PROPOSED", "Propuesta", null),
  ];
}

export function caseView(errors: number, here = "EC_DRAFT"): CaseView {
  const steps: [string, string, string][] = [
    ["PROPOSED", "Propuesta", "12 de enero"],
    ["GTE_READY", "Grupo técnico", "3 de febrero"],
    ["MF_VALIDATED", "Mapa validado", "24 de abril"],
    ["EC_DRAFT", "Estándar", "borrador 14"],
    ["IEC_DRAFT", "Instrumento", "falta el estándar"],
    ["PILOT", "Piloto", ""],
    ["ENDORSEMENT", "Aval del CGC", ""],
    ["SUPPORT_FILE", "Soporte", ""],
    ["METHOD_REVIEW", "Revisión", ""],
    ["COVACEC_READY", "COVACEC", ""],
    ["TC_SUBMITTED", "Comité Técnico", ""],
    ["DOF_SENT", "DOF", ""],
    ["RENEC_ACTIVE", "RENEC", ""],
  ];
  const at = steps.findIndex(([state]) => state === here);
  const act = (code: string, name: string, unmet: UnmetView[]) => ({
    act: code,
    name,
    does: name,
    who: "Grupo técnico de expertos",
    since: "2026-07-07",
    sinceWords: "7 de julio de 2026",
    due: "2026-07-27",
    dueWords: "27 de julio de 2026",
    workingDaysLeft: 12,
    pace: "AHEAD",
    basis: "Guía técnica, plan del grupo",
    needsReason: unmet.some((one) => one.how === "SAID"),
    unmet,
    met: [
      {
        requirement: "ROAD-EC_DRAFT-1",
        says: "Mapa funcional validado con su minuta",
        basis: "Guía técnica",
        proof: "«mapa.pdf», de Coordinadora 1",
        file: {
          digest: "sha256:9f2c4be1a07c9d2e55f0aa17",
          name: "mapa.pdf",
          size: 412_000,
          requirement: "ROAD-EC_DRAFT-1",
          by: "Coordinadora 1",
          on: "2026-04-24",
          withdrawn: null,
        },
      },
    ],
  });
  const lack = (
    requirement: string,
    says: string,
    how: string,
    field: string | null = null,
  ): UnmetView => ({ requirement, says, basis: "Reglas, art. 25", how, field });
  return {
    id: "bici",
    kind: "EC_PROJECT",
    title: "",
    holder: "Grupo técnico",
    since: "2026-07-07",
    sinceWords: "7 de julio de 2026",
    acts: [
      {
        number: 1,
        act: "PROPOSED",
        name: "Propuesta",
        on: "2026-01-12",
        by: "Coordinadora 1",
        evidence: [],
        previous: null,
        digest: "sha256:4be1",
      },
    ],
    state: here,
    stateName: steps[at]?.[1] ?? here,
    rulePack: "2026-01-15",
    road: steps.map(([state, name, datum], i) => ({
      state,
      name,
      datum: i === at + 1 ? "faltan 2 requisitos" : i > at ? "" : datum,
      status:
        i < at ? "past" : i === at ? "here" : i === at + 1 ? "next" : "later",
      frozen: null,
    })),
    foundIn: [],
    next: [
      act("EC_VALIDATED", "Validar con el grupo", [
        ...(errors > 0
          ? [
              lack(
                "ROAD-EC_VALIDATED-1",
                `La revisión encuentra ${errors} error${errors > 1 ? "es" : ""}`,
                "REVIEWER",
              ),
            ]
          : []),
        ...(attached.has("ROAD-EC_VALIDATED-2")
          ? []
          : [
              lack(
                "ROAD-EC_VALIDATED-2",
                "Falta la minuta del grupo técnico",
                "FILE",
              ),
            ]),
        lack(
          "EC-SUP-4",
          "Falta la población susceptible de certificarse",
          "TYPED",
          "certifiablePopulation",
        ),
      ]),
      act("WITHDRAWN", "Registrar el desistimiento", [
        lack(
          "ROAD-WITHDRAWN-1",
          "Falta el motivo del desistimiento",
          "SAID",
          "reason",
        ),
      ]),
    ],
  };
}

export const attached = new Set<string>();

/** The support file, in little. */
export function dossier(): DossierView {
  const asked = (
    requirement: string,
    says: string,
    standing: string,
  ): AskedView => ({
    requirement,
    says,
    basis: "Reglas, art. 25",
    standing: attached.has(requirement) ? "MET" : standing,
    how: "FILE",
    field: null,
    takesFile: true,
    proof: "",
    files: standing === "MET" ? [minute] : [],
  });
  const part = (
    act: string,
    name: string,
    when: string,
    asks: AskedView[],
  ): DossierPart => ({
    act,
    name,
    when,
    asks,
    onWords: when === "DONE" ? "24 de abril de 2026" : "",
    by: when === "DONE" ? "Coordinadora 1" : "",
  });
  return {
    parts: [
      part("MF_VALIDATED", "Mapa funcional validado", "DONE", [
        asked("ROAD-MF_VALIDATED-2", "Minuta de validación del mapa", "MET"),
      ]),
      part("EC_VALIDATED", "Validar con el grupo", "NEXT", [
        asked("ROAD-EC_VALIDATED-2", "Falta la minuta del grupo", "MISSING"),
      ]),
      part("SUPPORT_FILE", "Expediente soporte", "LATER", [
        asked("EC-SUP-1", "Aval firmado del CGC", "COMING"),
      ]),
    ],
  };
}

const minute: EvidenceView = {
  digest: "sha256:4be1a07c9d2e55f0",
  name: "minuta.pdf",
  size: 48_211,
  requirement: "ROAD-EC_DRAFT-1",
  by: "Coordinadora 1",
  on: "24 de abril de 2026",
  withdrawn: null,
};

export function support(): SupportView {
  return {
    certifiablePopulation: null,
    populationSource: "",
    certificationSolutions: [
      { name: "Centro de Oficios del Barrio", kind: "ECE", accredited: true },
    ],
    reviewPeriod: "2 años",
    certificateValidity: "3 años",
    consequenceMechanism: "",
  };
}

export function findingsOf(document: Document): FindingView[] {
  const found: FindingView[] = [];
  const add = (
    one: Partial<FindingView> & {
      part: string | null;
      field: string | null;
      rule: string;
    },
  ) =>
    found.push({
      key: `${one.rule}-${one.part ?? one.field ?? ""}`,
      severity: "warning",
      list: null,
      label: "",
      place: {
        element: null,
        kind: null,
        number: null,
        characteristic: null,
        field: null,
      },
      span: null,
      text: "",
      message: "",
      suggestion: null,
      remedy: "NONE",
      basis: "Guía técnica, redacción de criterios",
      setAside: null,
      ...one,
    });
  if (document.purpose.length < 400)
    add({
      rule: "EC-R-06",
      part: null,
      field: "purpose",
      severity: "advice",
      label: "propósito",
      message: "El propósito no nombra el lugar en que se realiza la función.",
    });
  document.elements.forEach((element, e) => {
    element.performances.forEach((performance, p) => {
      const last = performance.characteristics.at(-2);
      if (last && !/, [ye]$/.test(last.text)) {
        const size = [...last.text].length;
        add({
          rule: "EC-R-34",
          place: {
            element: e + 1,
            kind: "performance",
            number: p + 1,
            characteristic: null,
            field: null,
          },
          part: last.id,
          field: "text",
          severity: "error",
          label: `E${e + 1}-D${p + 1}.${performance.characteristics.length - 1}`,
          span: [size - 1, size],
          text: ",",
          message: "Falta la «y» antes de la última característica.",
          suggestion: ", y",
          remedy: "REPLACE",
        });
      }
    });
    for (const product of element.products) {
      product.characteristics.forEach((line, i) => {
        const at = line.text.indexOf("adecuada");
        if (at >= 0)
          add({
            rule: "EC-R-70",
            place: {
              element: e + 1,
              kind: "product",
              number: product.number,
              characteristic: i + 1,
              field: null,
            },
            part: line.id,
            field: "text",
            label: `E${e + 1}-P${product.number}.${i + 1}`,
            span: [at, at + 8],
            text: "adecuada",
            message:
              "«adecuada» no dice contra qué se mide. Diga la referencia: «de acuerdo con…», «al menos…».",
          });
      });
    }
    if (e === 2)
      add({
        rule: "EC-R-61",
        part: null,
        field: null,
        place: {
          element: 3,
          kind: "product",
          number: null,
          characteristic: null,
          field: null,
        },
        severity: "advice",
        label: "E3",
        message: "El elemento no tiene productos ni conocimientos.",
      });
  });
  return found;
}

export const rules: RuleView[] = [
  {
    id: "EC-R-34",
    severity: "error",
    title: "La penúltima característica enlaza con «y»",
    why: "Las características de un criterio forman una sola enumeración: cada una termina en coma y la penúltima en «, y» o «, e».",
    wrong: "Recorriendo los puntos,\nMencionando cada falla.",
    right: "Recorriendo los puntos, y\nMencionando cada falla.",
    basis: "Guía técnica, redacción de criterios",
  },
  {
    id: "EC-R-70",
    severity: "warning",
    title: "Palabras que no se miden",
    why: "Un criterio se evalúa contra una referencia; «adecuada» deja el juicio a quien evalúa.",
    wrong: "Indica de forma adecuada la condición",
    right: "Indica la condición de cada punto: cumple/no cumple",
    basis: "Guía técnica",
  },
];

const xml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** Pages of letter paper, drawn roughly: enough to see the page follow the cursor. */
export function pagesOf(document: Document): PagesView {
  const pages: string[] = [];
  const places: SpotView[] = [];
  let body = "";
  let y = 110;
  const flush = () => {
    pages.push(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 612 792" font-family="Arial, sans-serif" font-size="9.5"><rect width="612" height="792" fill="#fff"/><text x="306" y="56" font-weight="bold" text-anchor="middle" font-size="12">ESTÁNDAR DE COMPETENCIA</text><path d="M60 70H552" stroke="#555"/>${body}<text x="552" y="760" text-anchor="end" font-size="7">F21-COOPYD-01 · Versión: 08</text></svg>`,
    );
    body = "";
    y = 110;
  };
  const put = (
    text: string,
    part: string | null,
    field: string | null,
    x = 60,
    bold = false,
  ) => {
    const words = text.split(" ");
    const rows: string[] = [];
    for (const word of words) {
      const last = rows.at(-1);
      if (last !== undefined && last.length + word.length < 96)
        rows[rows.length - 1] = `${last} ${word}`;
      else rows.push(word);
    }
    if (y + rows.length * 14 > 730) flush();
    if (field)
      places.push({
        part,
        field,
        list: null,
        page: pages.length,
        y: y - 10,
        height: rows.length * 14,
      });
    for (const one of rows) {
      body += `<text x="${x}" y="${y}"${bold ? ' font-weight="bold"' : ""}>${xml(one)}</text>`;
      y += 14;
    }
    y += 4;
  };
  put("I.- Datos Generales", null, null, 60, true);
  put("Título", null, null, 60, true);
  put(document.title, null, "title");
  put("Propósito del Estándar de Competencia", null, null, 60, true);
  put(document.purpose, null, "purpose");
  put("Descripción general del Estándar de Competencia", null, null, 60, true);
  put(document.generalDescription, null, "generalDescription");
  put(document.levelText, null, "levelText");
  put(
    `Comité de Gestión por Competencias ${document.committee}`,
    null,
    "committee",
  );
  for (const element of document.elements) {
    flush();
    put(
      `${element.index} de ${element.count}   ${element.title}`,
      element.id,
      "title",
      60,
      true,
    );
    put("DESEMPEÑOS", null, null, 60, true);
    for (const list of [element.performances, element.products]) {
      for (const criterion of list) {
        put(`${criterion.number}. ${criterion.text}`, criterion.id, "text");
        for (const line of criterion.characteristics)
          put(`•  ${line.text}`, line.id, "text", 76);
      }
    }
    for (const one of element.knowledge)
      put(`${one.number}. ${one.text}   ${one.printedLevel}`, one.id, "text");
    for (const one of element.attitudes)
      put(
        `${one.number}. ${one.name}: ${one.manner}`,
        one.id ?? null,
        "manner",
      );
  }
  flush();
  const size = { width: 612, height: 792 };
  const drawn = pages.map((svg, page) => ({ page, svg }));
  return { marks: pages, pages: drawn, places, ...size, missing: "" };
}
