/** The tabs of a standard. */
export type Tab =
  | "sheet"
  | "draft"
  | "instrument"
  | "group"
  | "support"
  | "review"
  | "history"
  | "compare"
  | "packets";

/** Where in a standard: a text of one of its parts, or of the standard itself. */
export interface Place {
  part: string | null;
  field: string | null;
}

/** What a room may ask of the window: to go elsewhere. */
export interface Going {
  home(): void;
  standards(): void;
  standard(id: string, tab?: Tab, place?: Place): void;
  maps(): void;
  /** A map that is begun. */
  newMap(): void;
  /** A map, and in it a function. */
  map(id: string, at?: string): void;
  committees(): void;
  committee(id: string): void;
  sessions(): void;
  session(id: string): void;
  gazette(): void;
  catalogues(): void;
  settings(): void;
  back(): void;
}
