//! Who works here, and how the papers are headed.

use super::wire;

wire! {
    /// The settings of a workspace.
    pub struct SettingsView {
        /// Who signs the acts.
        pub person: String,
        /// The lines of the letterhead.
        pub letterhead: Vec<String>,
        /// `system`, `light` or `dark`.
        pub appearance: String,
        /// The days on which the office does not work besides those of the law, a line each:
        /// `AAAA-MM-DD | motivo` or `AAAA-MM-DD a AAAA-MM-DD | motivo`.
        pub non_working_days: String,
        /// The workspace's file.
        pub workspace: String,
        /// Whether it can only be read: nothing that is done here would be kept.
        pub read_only: bool,
        /// The app's version.
        pub version: String,
        /// The rule packs there are.
        pub rule_packs: Vec<String>,
    }

    /// How the workspace stands, to be compared with how it stood.
    pub struct Pulse {
        /// It differs from before when somebody else wrote in between.
        pub beat: i64,
    }

    /// Settings to write down.
    pub struct SaveSettings {
        /// Who signs the acts.
        pub person: String,
        /// The lines of the letterhead.
        pub letterhead: Vec<String>,
        /// `system`, `light` or `dark`.
        pub appearance: String,
        /// The days on which the office does not work besides those of the law.
        pub non_working_days: String,
    }
}
