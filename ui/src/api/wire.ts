// A stand-in until the desk writes this file: every type that crosses.

export type Severity = "error" | "warning" | "advice";

export type Code = "REFUSED" | "CHANGED" | "NO_SUCH_STANDARD" | "WORKSPACE_FAILED";

export interface Unmet {
  requirement: string;
  says: string;
  basis: string;
  how: "FILE" | "TYPED" | "REVIEWER" | "REGISTRY" | "ACT";
  field: string | null;
}

export interface Trouble {
  code: Code;
  detail: string;
  unmet?: Unmet[];
}

export type Nothing = Record<string, never>;

export interface CaseLine {
  id: string;
  title: string;
  act: string;
  name: string;
  who: string;
  since: string | null;
  due: string | null;
  dueWords: string;
  workingDaysLeft: number | null;
  basis: string;
}

export interface Stage {
  state: string;
  name: string;
  count: number;
  late: number;
}

export interface HomeView {
  today: string;
  todayWords: string;
  person: string;
  mine: CaseLine[];
  late: CaseLine[];
  waiting: CaseLine[];
  stages: Stage[];
  empty: boolean;
}

export interface StandardRow {
  id: string;
  code: string;
  title: string;
  committee: string;
  level: number | null;
  levelWord: string;
  state: string;
  stateName: string;
  since: string | null;
  workingDaysLeft: number | null;
  due: string | null;
}

export interface StandardsView {
  rows: StandardRow[];
  total: number;
  states: { state: string; name: string; count: number }[];
}

export interface Line {
  id: string;
  text: string;
}

export interface Classified {
  id: string;
  code: string;
  name: string;
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

export interface Attitude {
  id: string;
  number: number;
  name: string;
  manner: string;
}

export interface Contingency {
  id: string;
  number: number;
  situation: string;
  expectedResponses: Line[];
}

export interface GlossaryEntry {
  id: string;
  number: number;
  term: string;
  definition: string;
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
  attitudes: Attitude[];
  contingencies: Contingency[];
  glossary: GlossaryEntry[];
}

export interface Document {
  format: string;
  code: string;
  title: string;
  purpose: string;
  generalDescription: string;
  sncLevel: number | null;
  levelText: string;
  committee: string;
  approvalDate: string | null;
  publicationDate: string | null;
  reviewPeriod: string | null;
  certificateValidity: string | null;
  sincoUnitGroups: Classified[];
  associatedOccupations: Line[];
  unlistedOccupations: Line[];
  scian: {
    sectors: Classified[];
    subsectors: Classified[];
    branches: Classified[];
    subbranches: Classified[];
    industryClasses: Classified[];
  };
  participatingOrganizations: Line[];
  relatedStandards: Line[];
  evaluationAspects: {
    practiceDetails: Line[];
    requirements: Line[];
    duration: {
      printed: string;
      deskMinutes: number | null;
      fieldMinutes: number | null;
      printedTotalMinutes: number | null;
    };
  };
  references: Line[];
  elements: Element[];
  printed: { updateParagraph: string | null } | null;
}

export interface PlaceView {
  element: number | null;
  kind: string | null;
  number: number | null;
  characteristic: number | null;
  field: string | null;
}

export type Remedy =
  | "NONE"
  | "REPLACE"
  | "ADOPT_FORM"
  | { RENUMBER: { owner: string | null; list: string } };

export interface SetAside {
  kind: "JUSTIFIED" | "FALSE_ALARM";
  by: string;
  reason: string;
  at: string;
}

export interface FindingView {
  key: string;
  rule: string;
  severity: Severity;
  label: string;
  place: PlaceView;
  part: string | null;
  field: string | null;
  span: [number, number] | null;
  text: string;
  message: string;
  suggestion: string | null;
  remedy: Remedy;
  basis: string;
  setAside: SetAside | null;
}

export interface RoadStep {
  state: string;
  name: string;
  status: "past" | "here" | "next" | "later" | "returned";
  datum: string;
}

export interface NextAct {
  act: string;
  name: string;
  who: string;
  since: string | null;
  due: string | null;
  dueWords: string;
  workingDaysLeft: number | null;
  basis: string;
  unmet: Unmet[];
}

export interface CaseView {
  state: string;
  stateName: string;
  rulePack: string;
  road: RoadStep[];
  next: NextAct[];
}

export interface EvidenceView {
  digest: string;
  name: string;
  size: number;
  by: string;
  on: string;
}

export interface RequirementView {
  requirement: string;
  says: string;
  basis: string;
  how: Unmet["how"];
  field: string | null;
  met: boolean;
  evidence: EvidenceView[];
}

export interface SupportView {
  stages: { state: string; name: string; requirements: RequirementView[] }[];
  population: string;
  populationSource: string;
  solutions: string[];
  reviewPeriod: string;
  certificateValidity: string;
  mechanism: string;
}

export interface StandardView {
  id: string;
  document: Document;
  sourceCode: string;
  draftNumber: number;
  case: CaseView;
  findings: FindingView[];
  counts: { errors: number; warnings: number; advice: number };
  canUndo: boolean;
  canRedo: boolean;
  undoLabel: string | null;
  redoLabel: string | null;
  frozen: string | null;
  reading: {
    format: string;
    repairs: { page: number; line: number; from: string; to: string }[];
    notUnderstood: { page: number; line: number; text: string }[];
  } | null;
  support: SupportView;
  savedAt: string;
}

export type EditRequest =
  | { write: { part: string | null; field: string; before: string; after: string } }
  | { add: { owner: string | null; list: string; at: number; text?: string } }
  | { remove: { owner: string | null; list: string; part: string } }
  | { move: { owner: string | null; list: string; part: string; to: number } }
  | { duration: { deskMinutes: number | null; fieldMinutes: number | null } }
  | { level: number }
  | { adoptForm: Nothing }
  | { renumber: { owner: string | null; list: string } };

export interface Spot {
  part: string | null;
  field: string | null;
  page: number;
  y: number;
  height: number;
}

export interface PagesView {
  pages: string[];
  places: Spot[];
  width: number;
  height: number;
}

export interface ActView {
  number: number;
  act: string;
  name: string;
  says: string;
  on: string;
  at: string;
  by: string;
  evidence: string[];
  digest: string;
  previous: string | null;
}

export interface SettingsView {
  person: string;
  letterhead: string[];
  appearance: "SYSTEM" | "LIGHT" | "DARK";
}

export interface SearchHit {
  id: string;
  title: string;
  detail: string;
  part: string | null;
  label: string | null;
}

export interface SearchView {
  groups: { kind: "STANDARDS" | "PLACES"; hits: SearchHit[] }[];
}

export interface RuleView {
  id: string;
  title: string;
  why: string;
  wrong: string;
  right: string;
  basis: string;
}

export interface PacketMade {
  path: string;
  digest: string;
}

export interface PacketReport {
  packet: string;
  sound: boolean;
  differences: { file: string; kind: string; says: string }[];
}

export interface PacketTaken {
  id: string;
  diverged: boolean;
  says: string;
}

export type PickKind =
  "STANDARD" | "EVIDENCE" | "PACKET" | "FOLDER" | "SAVE_PDF" | "SAVE_DOCX" | "SAVE_JSON";
