// A stand-in until the desk writes this file: every command.
import type * as w from "./wire.ts";

type Id = { id: string };

export interface Door {
  home: [w.Nothing, w.HomeView];
  load_sample: [w.Nothing, Id];
  standards: [{ query: string; state: string | null }, w.StandardsView];
  new_standard: [{ title: string }, Id];
  import_standard: [{ path: string }, Id & { repairs: number; notUnderstood: number }];
  pick_file: [{ kind: w.PickKind }, { path: string | null }];
  standard: [Id, w.StandardView];
  edit_standard: [Id & { edits: w.EditRequest[] }, w.StandardView];
  undo: [Id, w.StandardView];
  redo: [Id, w.StandardView];
  set_aside: [
    Id & { finding: string; kind: w.SetAside["kind"]; reason: string },
    w.StandardView,
  ];
  take_back_set_aside: [Id & { finding: string }, w.StandardView];
  pages: [Id, w.PagesView];
  case_act: [
    Id & {
      act: string;
      on: string;
      reason: string;
      evidence: { requirement: string; path: string }[];
    },
    w.StandardView,
  ];
  attach: [Id & { requirement: string; path: string; on: string }, w.StandardView];
  save_support: [
    Id & {
      population: string;
      populationSource: string;
      solutions: string[];
      reviewPeriod: string;
      certificateValidity: string;
      mechanism: string;
    },
    w.StandardView,
  ];
  history: [
    Id & { before: number | null; count: number },
    { acts: w.ActView[]; more: boolean },
  ];
  make_packet: [Id & { destination: string; dir: string }, w.PacketMade];
  import_packet: [{ path: string }, w.PacketTaken];
  verify_packet: [{ path: string }, w.PacketReport];
  export_document: [Id & { kind: "PDF" | "DOCX" | "JSON"; path: string }, { path: string }];
  settings: [w.Nothing, w.SettingsView];
  save_settings: [w.SettingsView, w.SettingsView];
  search: [{ query: string }, w.SearchView];
  rules: [w.Nothing, w.RuleView[]];
}
