//! What a person says of a finding: the same of a standard, of a map and of an instrument.

use clap::Args;
use desk::wire::SetAside;

/// A finding that is set aside, and why.
#[derive(Args)]
pub(crate) struct Aside {
    id: String,
    /// El hallazgo (su «key» con --json).
    key: String,
    #[arg(long)]
    reason: String,
    /// Es una falsa alarma; sin esto, se justifica.
    #[arg(long)]
    false_alarm: bool,
}

impl Aside {
    /// As the desk is asked.
    pub(crate) fn asked(self) -> SetAside {
        let kind = match self.false_alarm {
            true => "FALSE_ALARM",
            false => "JUSTIFIED",
        };
        SetAside {
            id: self.id,
            key: self.key,
            kind: kind.to_owned(),
            reason: self.reason,
        }
    }
}
