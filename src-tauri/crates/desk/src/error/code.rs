//! The names by which the window and scripts know an error.

/// Declares the codes: one enum, each spelled one way on the wire.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The name of an error outside the code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum Code { $($(#[$doc])* $name),+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];
        }
    };
}

codes! {
    /// The rules forbid the act for now.
    ActRefused,
    /// The day is none, or has not come.
    BadDay,
    /// A value does not fit its field.
    BadValue,
    /// The clock was set back.
    ClockBack,
    /// Somebody else changed the place.
    Changed,
    /// Something cannot happen in a committee.
    CommitteeRefused,
    /// The case changed while long work on it was done.
    CaseChanged,
    /// The file is damaged.
    DamagedFile,
    /// The packet and the workspace tell different stories.
    Diverges,
    /// The disk is full.
    DiskFull,
    /// The PDF has a password.
    EncryptedFile,
    /// The file has nothing in it.
    EmptyFile,
    /// The file is one that a computer would run.
    ExecutableFile,
    /// The file changed while it was read.
    EvidenceChanged,
    /// There is a file there already.
    FileExists,
    /// There is no such file.
    FileMissing,
    /// It is too large.
    FileTooLarge,
    /// It is of a kind that is not read.
    FileUnknown,
    /// Something cannot happen in an expert group.
    GroupRefused,
    /// A part of an instrument cannot be so.
    InstrumentRefused,
    /// A function of a map cannot stand there.
    MapRefused,
    /// Nobody has said who signs.
    NobodySigns,
    /// Nothing to undo or redo.
    NothingToUndo,
    /// The system does not let this person.
    NoPermission,
    /// There is no such thing.
    NotFound,
    /// Several things answer to that name.
    Ambiguous,
    /// A newer app wrote the packet.
    PacketTooNew,
    /// An older app wrote the packet.
    PacketTooOld,
    /// The packet is not what it says.
    PacketUnsound,
    /// A page could not be set.
    PageFailed,
    /// A workspace is there, or what belongs to one.
    PlaceTaken,
    /// A reason is needed.
    ReasonMissing,
    /// The PDF has only pictures.
    ScannedFile,
    /// Something cannot happen in a session.
    SessionRefused,
    /// The person stopped it.
    Stopped,
    /// The text is too long.
    TextTooLong,
    /// More lines are pasted than are taken at once.
    TooManyLines,
    /// The text's encoding cannot be told.
    BadEncoding,
    /// The workspace is damaged.
    WorkspaceDamaged,
    /// The workspace failed.
    WorkspaceFailed,
    /// Another window has the workspace.
    WorkspaceLocked,
    /// The file is no workspace.
    WorkspaceNot,
    /// Its file was moved or deleted while it was open.
    WorkspaceMoved,
    /// The workspace can only be read.
    WorkspaceReadOnly,
    /// A newer app wrote the workspace.
    WorkspaceTooNew,
}
