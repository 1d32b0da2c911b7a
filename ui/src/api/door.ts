// Written by `UPDATE_DOOR=1 cargo test --test door`: every command.
import type {
  AskClasses,
  AskCommittee,
  AskCommittees,
  AskGroup,
  AskHistory,
  AskPages,
  AskSimilar,
  AskStandards,
  AskWas,
  AskWork,
  AtPath,
  Attach,
  AttachAnnex,
  BeginCommittee,
  BeginGroup,
  BeginOfficerChange,
  BeginSession,
  BringCatalogue,
  ById,
  CatalogueReport,
  CataloguesView,
  ClassesView,
  CloseSession,
  CodesView,
  CommitteeDeed,
  CommitteeImportView,
  CommitteeView,
  CommitteesView,
  Compare,
  CompareInstrument,
  ComparisonView,
  CompositionView,
  DossierView,
  EditInstrument,
  EditMap,
  EditStandard,
  ExportCommitteePaper,
  ExportComparison,
  ExportDocument,
  ExportGroupPaper,
  ExportIecComparison,
  ExportInstrument,
  ExportReminders,
  ExportResolution,
  ExportSessionPaper,
  ExportTemplate,
  ExportedView,
  ForeseenView,
  FunctionAsked,
  FunctionOfView,
  GazetteView,
  GiveReason,
  GroupDeed,
  GroupOfView,
  GroupView,
  HistoryView,
  HomeView,
  IecComparisonView,
  IecImportView,
  ImportCommittees,
  ImportMap,
  ImportSheet,
  ImportedPacket,
  ImportedView,
  InstrumentView,
  LettersView,
  LogView,
  Made,
  MakePacket,
  MapImportView,
  MapView,
  MapsView,
  Mend,
  MoveInstrument,
  MoveMap,
  NewMap,
  NewStandard,
  Nothing,
  PackView,
  PacketView,
  PagesView,
  PerformAct,
  PickFile,
  PickedFile,
  PilotOfView,
  PointsView,
  ProvePublication,
  PublicationView,
  Pulse,
  RecordTc,
  ReturnTo,
  ReturnedView,
  ReviewView,
  RuleView,
  SaveComposition,
  SaveEvidence,
  SaveLetters,
  SaveSettings,
  SaveSupport,
  Search,
  SearchView,
  SessionDeed,
  SessionStep,
  SessionView,
  SessionsView,
  SetAside,
  SettingsView,
  SignLetter,
  SimilarView,
  StandardView,
  StandardsView,
  TagFunction,
  TakePacket,
  TakeUp,
  ThreadView,
  VerifyView,
  WasView,
  WithdrawEvidence,
  WorkView,
  WorkspaceView,
} from "./wire.ts";

/** A command, what it takes and what it answers. */
export interface Door {
  settings: [Nothing, SettingsView];
  save_settings: [SaveSettings, SettingsView];
  pulse: [Nothing, Pulse];
  home: [Nothing, HomeView];
  load_sample: [Nothing, Made];
  maps: [Nothing, MapsView];
  new_map: [NewMap, Made];
  load_sample_map: [Nothing, Made];
  map: [ById, MapView];
  edit_map: [EditMap, MapView];
  undo_map: [ById, MapView];
  redo_map: [ById, MapView];
  tag_function: [TagFunction, Made];
  make_element: [FunctionAsked, MapView];
  function_thread: [FunctionAsked, ThreadView];
  set_map_finding_aside: [SetAside, MapView];
  take_up_map_finding: [TakeUp, MapView];
  move_map: [MoveMap, MapView];
  group_of: [AskGroup, GroupOfView];
  begin_group: [BeginGroup, Made];
  do_in_group: [GroupDeed, GroupView];
  function_of: [ById, FunctionOfView];
  committees: [AskCommittees, CommitteesView];
  committee: [AskCommittee, CommitteeView];
  do_in_committee: [CommitteeDeed, CommitteeView];
  undo_committee_import: [Nothing, CommitteesView];
  sessions: [Nothing, SessionsView];
  session: [ById, SessionView];
  begin_session: [BeginSession, Made];
  do_in_session: [SessionDeed, SessionView];
  composition: [Nothing, CompositionView];
  save_composition: [SaveComposition, CompositionView];
  gazette: [Nothing, GazetteView];
  codes: [Nothing, CodesView];
  letters: [Nothing, LettersView];
  save_letters: [SaveLetters, LettersView];
  export_reminders: [ExportReminders, ExportedView];
  pilot: [ById, PilotOfView];
  export_template: [ExportTemplate, ExportedView];
  instrument: [ById, InstrumentView];
  edit_instrument: [EditInstrument, InstrumentView];
  undo_instrument: [ById, InstrumentView];
  redo_instrument: [ById, InstrumentView];
  set_iec_finding_aside: [SetAside, InstrumentView];
  take_up_iec_finding: [TakeUp, InstrumentView];
  move_instrument: [MoveInstrument, InstrumentView];
  compare_instrument: [CompareInstrument, IecComparisonView];
  catalogues: [Nothing, CataloguesView];
  rule_pack: [Nothing, PackView];
  classes: [AskClasses, ClassesView];
  similar: [AskSimilar, SimilarView];
  standards: [AskStandards, StandardsView];
  new_standard: [NewStandard, Made];
  new_brand: [NewStandard, Made];
  standard: [ById, StandardView];
  edit_standard: [EditStandard, StandardView];
  foresee: [EditStandard, ForeseenView];
  undo: [ById, StandardView];
  redo: [ById, StandardView];
  check: [ById, ReviewView];
  mend: [Mend, StandardView];
  set_aside: [SetAside, StandardView];
  take_up: [TakeUp, StandardView];
  rules: [Nothing, Array<RuleView>];
  save_evidence: [SaveEvidence, ExportedView];
  withdraw_evidence: [WithdrawEvidence, StandardView];
  save_support: [SaveSupport, StandardView];
  dossier: [ById, DossierView];
  history: [AskHistory, HistoryView];
  as_it_was: [AskWas, WasView];
  return_to: [ReturnTo, ReturnedView];
  points: [ById, PointsView];
  compare: [Compare, ComparisonView];
  give_reason: [GiveReason, ComparisonView];
  undo_reason: [Compare, ComparisonView];
  redo_reason: [Compare, ComparisonView];
  search: [Search, SearchView];
  import_standard: [AtPath, ImportedView];
  bring_catalogue: [BringCatalogue, CatalogueReport];
  perform_act: [PerformAct, StandardView];
  attach: [Attach, StandardView];
  verify_log: [Nothing, LogView];
  pages: [AskPages, PagesView];
  import_map: [ImportMap, MapImportView];
  import_instrument: [ImportSheet, IecImportView];
  import_pilot: [ImportSheet, PilotOfView];
  close_session: [CloseSession, GroupView];
  sign_letter: [SignLetter, GroupView];
  export_group_paper: [ExportGroupPaper, ExportedView];
  begin_committee: [BeginCommittee, Made];
  attach_to_committee: [Attach, CommitteeView];
  act_of_committee: [PerformAct, CommitteeView];
  begin_officer_change: [BeginOfficerChange, CommitteeView];
  act_of_officer: [PerformAct, CommitteeView];
  export_committee_paper: [ExportCommitteePaper, ExportedView];
  import_committees: [ImportCommittees, CommitteeImportView];
  step_session: [SessionStep, SessionView];
  export_resolution: [ExportResolution, ExportedView];
  prove_publication: [ProvePublication, PublicationView];
  export_session_paper: [ExportSessionPaper, ExportedView];
  record_tc: [RecordTc, StandardsView];
  export_map: [ExportDocument, ExportedView];
  export_document: [ExportDocument, ExportedView];
  export_instrument: [ExportInstrument, ExportedView];
  attach_annex: [AttachAnnex, InstrumentView];
  export_iec_comparison: [ExportIecComparison, ExportedView];
  export_comparison: [ExportComparison, ExportedView];
  make_packet: [MakePacket, PacketView];
  import_packet: [TakePacket, ImportedPacket];
  verify_packet: [AtPath, VerifyView];
  pick_file: [PickFile, PickedFile];
  reveal: [AtPath, Nothing];
  workspace: [Nothing, WorkspaceView];
  open_workspace: [AtPath, WorkspaceView];
  stay_open: [Nothing, Nothing];
  work: [AskWork, WorkView];
  stop_work: [AskWork, Nothing];
}

/** Long work: asked with a number, by which it is watched and stopped. */
export type LongCommand =
  | "import_standard"
  | "bring_catalogue"
  | "perform_act"
  | "attach"
  | "verify_log"
  | "pages"
  | "import_map"
  | "import_instrument"
  | "import_pilot"
  | "close_session"
  | "sign_letter"
  | "export_group_paper"
  | "begin_committee"
  | "attach_to_committee"
  | "act_of_committee"
  | "begin_officer_change"
  | "act_of_officer"
  | "export_committee_paper"
  | "import_committees"
  | "step_session"
  | "export_resolution"
  | "prove_publication"
  | "export_session_paper"
  | "record_tc"
  | "export_map"
  | "export_document"
  | "export_instrument"
  | "attach_annex"
  | "export_iec_comparison"
  | "export_comparison"
  | "make_packet"
  | "import_packet"
  | "verify_packet";
