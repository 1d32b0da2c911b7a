//! The door: the whole contract with the window.
//!
//! A row is a command's name, what it takes and what it answers. The desk has a method of that
//! name; `UPDATE_DOOR=1 cargo test --test door` writes the row into `ui/src/api/door.ts` and its
//! types into `wire.ts`, so the window cannot ask for what is not here.

use std::collections::BTreeMap;

use desk::wire::*;
use tauri::Runtime;
use tauri::ipc::Invoke;
use ts_rs::{Config, TS, TypeVisitor};

use crate::native::{PickFile, PickedFile, WorkspaceView};

/// One row of the table, as TypeScript needs it.
struct Row {
    command: &'static str,
    request: fn(&Config) -> String,
    reply: fn(&Config) -> String,
    types: fn(&mut Types),
}

/// Turns each row of the desk into the Tauri command below it, and each row into a line of the
/// contract.
macro_rules! door {
    (
        desk { $($command:ident($request:ty) -> $reply:ty;)* }
        long { $($long:ident($long_request:ty) -> $long_reply:ty, $begin:expr, $finish:expr;)* }
        native { $($own:ident($own_request:ty) -> $own_reply:ty;)* }
        works { $($of_work:ident($work_request:ty) -> $work_reply:ty;)* }
    ) => {
        mod commands {
            use desk::wire::*;
            use desk::{Desk, Verifying};
            use tauri::State;

            use crate::the_desk::TheDesk;
            use crate::work::Works;

            $(
                #[tauri::command]
                pub(super) async fn $command(
                    desk: State<'_, TheDesk>,
                    request: $request,
                ) -> Result<$reply, Trouble> {
                    desk.ask(stringify!($command), move |desk| desk.$command(request)).await
                }
            )*
            $(
                #[tauri::command]
                pub(super) async fn $long(
                    desk: State<'_, TheDesk>,
                    works: State<'_, Works>,
                    request: $long_request,
                    work: u32,
                ) -> Result<$long_reply, Trouble> {
                    let begin = move |desk: &mut Desk| ($begin)(desk, request);
                    works.carry(&desk, stringify!($long), work, begin, $finish).await
                }
            )*
        }

        /// Every command, in the order of the table.
        pub const COMMANDS: &[&str] = &[
            $(stringify!($command),)*
            $(stringify!($long),)*
            $(stringify!($own),)*
            $(stringify!($of_work),)*
        ];

        /// Answers what the window asks.
        pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![
                $(commands::$command,)*
                $(commands::$long,)*
                $(crate::native::$own,)*
                $(crate::work::$of_work,)*
            ]
        }

        /// Those that are long work: asked with a number, by which they are watched and stopped.
        const LONG: &[&str] = &[$(stringify!($long),)*];

        fn rows() -> Vec<Row> {
            vec![
                $(row::<$request, $reply>(stringify!($command)),)*
                $(row::<$long_request, $long_reply>(stringify!($long)),)*
                $(row::<$own_request, $own_reply>(stringify!($own)),)*
                $(row::<$work_request, $work_reply>(stringify!($of_work)),)*
            ]
        }
    };
}

door! {
    desk {
        settings(Nothing) -> SettingsView;
        save_settings(SaveSettings) -> SettingsView;
        pulse(Nothing) -> Pulse;
        home(Nothing) -> HomeView;
        load_sample(Nothing) -> Made;
        maps(Nothing) -> MapsView;
        new_map(NewMap) -> Made;
        load_sample_map(Nothing) -> Made;
        map(ById) -> MapView;
        edit_map(EditMap) -> MapView;
        undo_map(ById) -> MapView;
        redo_map(ById) -> MapView;
        tag_function(TagFunction) -> Made;
        make_element(FunctionAsked) -> MapView;
        function_thread(FunctionAsked) -> ThreadView;
        set_map_finding_aside(SetAside) -> MapView;
        take_up_map_finding(TakeUp) -> MapView;
        move_map(MoveMap) -> MapView;
        group_of(AskGroup) -> GroupOfView;
        begin_group(BeginGroup) -> Made;
        do_in_group(GroupDeed) -> GroupView;
        function_of(ById) -> FunctionOfView;
        committees(AskCommittees) -> CommitteesView;
        committee(AskCommittee) -> CommitteeView;
        do_in_committee(CommitteeDeed) -> CommitteeView;
        undo_committee_import(Nothing) -> CommitteesView;
        sessions(Nothing) -> SessionsView;
        session(ById) -> SessionView;
        begin_session(BeginSession) -> Made;
        do_in_session(SessionDeed) -> SessionView;
        composition(Nothing) -> CompositionView;
        save_composition(SaveComposition) -> CompositionView;
        gazette(Nothing) -> GazetteView;
        codes(Nothing) -> CodesView;
        letters(Nothing) -> LettersView;
        save_letters(SaveLetters) -> LettersView;
        export_reminders(ExportReminders) -> ExportedView;
        pilot(ById) -> PilotOfView;
        export_template(ExportTemplate) -> ExportedView;
        instrument(ById) -> InstrumentView;
        edit_instrument(EditInstrument) -> InstrumentView;
        undo_instrument(ById) -> InstrumentView;
        redo_instrument(ById) -> InstrumentView;
        set_iec_finding_aside(SetAside) -> InstrumentView;
        take_up_iec_finding(TakeUp) -> InstrumentView;
        move_instrument(MoveInstrument) -> InstrumentView;
        compare_instrument(CompareInstrument) -> IecComparisonView;
        catalogues(Nothing) -> CataloguesView;
        rule_pack(Nothing) -> PackView;
        classes(AskClasses) -> ClassesView;
        similar(AskSimilar) -> SimilarView;
        standards(AskStandards) -> StandardsView;
        new_standard(NewStandard) -> Made;
        new_brand(NewStandard) -> Made;
        standard(ById) -> StandardView;
        edit_standard(EditStandard) -> StandardView;
        foresee(EditStandard) -> ForeseenView;
        undo(ById) -> StandardView;
        redo(ById) -> StandardView;
        check(ById) -> ReviewView;
        mend(Mend) -> StandardView;
        set_aside(SetAside) -> StandardView;
        take_up(TakeUp) -> StandardView;
        rules(Nothing) -> Vec<RuleView>;
        save_evidence(SaveEvidence) -> ExportedView;
        withdraw_evidence(WithdrawEvidence) -> StandardView;
        save_support(SaveSupport) -> StandardView;
        dossier(ById) -> DossierView;
        history(AskHistory) -> HistoryView;
        as_it_was(AskWas) -> WasView;
        return_to(ReturnTo) -> ReturnedView;
        points(ById) -> PointsView;
        compare(Compare) -> ComparisonView;
        give_reason(GiveReason) -> ComparisonView;
        undo_reason(Compare) -> ComparisonView;
        redo_reason(Compare) -> ComparisonView;
        search(Search) -> SearchView;
    }
    long {
        import_standard(AtPath) -> ImportedView, Desk::begin_import, Desk::finish_import;
        bring_catalogue(BringCatalogue) -> CatalogueReport, Desk::begin_catalogue, Desk::finish_catalogue;
        perform_act(PerformAct) -> StandardView, Desk::begin_act, Desk::finish_act;
        attach(Attach) -> StandardView, Desk::begin_attach, Desk::finish_attach;
        verify_log(Nothing) -> LogView, Desk::begin_check, |_, log| Ok(log);
        pages(AskPages) -> PagesView, Desk::begin_pages, |_, pages| Ok(pages);
        import_map(ImportMap) -> MapImportView, Desk::begin_map_import, Desk::finish_map_import;
        import_instrument(ImportSheet) -> IecImportView, Desk::begin_iec_import, Desk::finish_iec_import;
        import_pilot(ImportSheet) -> PilotOfView, Desk::begin_pilot, Desk::finish_pilot;
        close_session(CloseSession) -> GroupView, Desk::begin_close, Desk::finish_close;
        sign_letter(SignLetter) -> GroupView, Desk::begin_letter, Desk::finish_letter;
        export_group_paper(ExportGroupPaper) -> ExportedView, Desk::begin_group_paper, Desk::finish_export;
        begin_committee(BeginCommittee) -> Made, Desk::begin_committee, Desk::finish_committee;
        attach_to_committee(Attach) -> CommitteeView, Desk::begin_committee_attach, Desk::finish_committee_attach;
        act_of_committee(PerformAct) -> CommitteeView, Desk::begin_committee_act, Desk::finish_committee_act;
        begin_officer_change(BeginOfficerChange) -> CommitteeView, Desk::begin_officer_change, Desk::finish_officer_change;
        act_of_officer(PerformAct) -> CommitteeView, Desk::begin_officer_act, Desk::finish_officer_act;
        export_committee_paper(ExportCommitteePaper) -> ExportedView, Desk::begin_committee_paper, Desk::finish_export;
        import_committees(ImportCommittees) -> CommitteeImportView, Desk::begin_committee_import, Desk::finish_committee_import;
        step_session(SessionStep) -> SessionView, Desk::begin_session_step, Desk::finish_session_step;
        export_resolution(ExportResolution) -> ExportedView, Desk::begin_resolution, Desk::finish_export;
        prove_publication(ProvePublication) -> PublicationView, Desk::begin_publication, Desk::finish_publication;
        export_session_paper(ExportSessionPaper) -> ExportedView, Desk::begin_session_paper, Desk::finish_export;
        record_tc(RecordTc) -> StandardsView, Desk::begin_tc, Desk::finish_tc;
        export_map(ExportDocument) -> ExportedView, Desk::begin_map_export, Desk::finish_export;
        export_document(ExportDocument) -> ExportedView, Desk::begin_export, Desk::finish_export;
        export_instrument(ExportInstrument) -> ExportedView, Desk::begin_iec_export, Desk::finish_iec_export;
        attach_annex(AttachAnnex) -> InstrumentView, Desk::begin_annex, Desk::finish_annex;
        export_iec_comparison(ExportIecComparison) -> ExportedView, Desk::begin_iec_comparison_export, Desk::finish_export;
        export_comparison(ExportComparison) -> ExportedView, Desk::begin_comparison_export, Desk::finish_export;
        make_packet(MakePacket) -> PacketView, Desk::begin_packet, Desk::finish_packet;
        import_packet(TakePacket) -> ImportedPacket, Desk::begin_taking, Desk::finish_taking;
        verify_packet(AtPath) -> VerifyView, |_, at| Ok(Verifying::of(at)), |_, verified| Ok(verified);
    }
    native {
        pick_file(PickFile) -> PickedFile;
        reveal(AtPath) -> Nothing;
        workspace(Nothing) -> WorkspaceView;
        open_workspace(AtPath) -> WorkspaceView;
        stay_open(Nothing) -> Nothing;
    }
    works {
        work(AskWork) -> WorkView;
        stop_work(AskWork) -> Nothing;
    }
}

fn row<Request: TS + 'static, Reply: TS + 'static>(command: &'static str) -> Row {
    Row {
        command,
        request: Request::name,
        reply: Reply::name,
        types: |types| {
            types.visit::<Request>();
            types.visit::<Reply>();
        },
    }
}

/// The types that cross, each by its name.
struct Types {
    spelled: Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // What has no file of its own is a part of TypeScript, or made of others.
        if T::output_path().is_some() {
            let name = T::ident(&self.spelled);
            let docs = T::docs().unwrap_or_default();
            let text = format!("{docs}export {}\n", T::decl(&self.spelled));
            match self.found.get(&name) {
                Some(known) if *known == text => return,
                Some(known) => panic!("two types are called {name}:\n{known}\n{text}"),
                None => self.found.insert(name, text),
            };
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

/// The contract, as TypeScript.
pub struct Contract {
    /// `door.ts`: every command.
    pub door: String,
    /// `wire.ts`: every type that crosses.
    pub wire: String,
    /// `commands.js`: the names that the isolation frame lets through.
    pub commands: String,
}

/// Writes the contract out.
pub fn contract() -> Contract {
    let written = "// Written by `UPDATE_DOOR=1 cargo test --test door`";
    // Sizes and positions are far below 2^53.
    let spelled = Config::new().with_large_int("number");
    let mut types = Types {
        spelled,
        found: BTreeMap::new(),
    };
    types.visit::<Trouble>();
    let mut table = String::new();
    for row in rows() {
        (row.types)(&mut types);
        let request = (row.request)(&types.spelled);
        let reply = (row.reply)(&types.spelled);
        table.push_str(&format!("  {}: [{request}, {reply}];\n", row.command));
    }
    let named: Vec<&str> = types
        .found
        .keys()
        .map(String::as_str)
        .filter(|name| mentions(&table, name))
        .collect();
    let declared: Vec<&str> = types.found.values().map(String::as_str).collect();
    let commands: Vec<String> = COMMANDS
        .iter()
        .map(|name| format!("  \"{name}\",\n"))
        .collect();
    let long: Vec<String> = LONG
        .iter()
        .map(|name| format!("\n  | \"{name}\""))
        .collect();
    Contract {
        door: format!(
            "{written}: every command.\nimport type {{\n  {},\n}} from \"./wire.ts\";\n\n/** A command, what it takes and what it answers. */\nexport interface Door {{\n{table}}}\n\n/** Long work: asked with a number, by which it is watched and stopped. */\nexport type LongCommand ={};\n",
            named.join(",\n  "),
            long.concat(),
        ),
        wire: format!(
            "{written}: every type that crosses.\n\n{}",
            declared.join("\n")
        ),
        commands: format!(
            "{written}: what the page may ask.\nwindow.CAUCE_COMMANDS = Object.freeze([\n{}]);\n",
            commands.concat(),
        ),
    }
}

/// Whether a text holds a name as a whole word.
fn mentions(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .any(|word| word == name)
}
