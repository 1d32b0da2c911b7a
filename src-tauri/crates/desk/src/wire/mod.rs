//! What crosses between the desk and whoever asks it: requests in, views out, plain data.
//!
//! The window sees these types as TypeScript and the command line prints them as JSON; neither sees
//! a domain value, a row or a rule.

mod annexes;
mod cases;
mod catalogues;
mod committees;
mod editions;
mod edits;
mod findings;
mod gazette;
mod groups;
mod history;
mod home;
mod iec_editions;
mod instruments;
mod maps;
mod packets;
mod places;
mod search;
mod sessions;
mod settings;
mod standards;
mod trouble;
mod work;

pub use self::annexes::*;
pub use self::cases::*;
pub use self::catalogues::*;
pub use self::committees::*;
pub use self::editions::*;
pub use self::edits::*;
pub use self::findings::*;
pub use self::gazette::*;
pub use self::groups::*;
pub use self::history::*;
pub use self::home::*;
pub use self::iec_editions::*;
pub use self::instruments::*;
pub use self::maps::*;
pub use self::packets::*;
pub use self::places::*;
pub use self::search::*;
pub use self::sessions::*;
pub use self::settings::*;
pub use self::standards::*;
pub use self::trouble::*;
pub use self::work::*;

/// Declares data that crosses the door: camel case in JSON, a type in TypeScript.
macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $type:ty),* $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
            #[serde(rename_all = "camelCase")]
            pub struct $name { $($(#[$doc])* pub $field: $type),* }
        )+
    };
}
pub(crate) use wire;

wire! {
    /// A question with nothing to say.
    pub struct Nothing {}

    /// One thing, by its id.
    pub struct ById {
        /// Its id; where a person types it, also its code.
        pub id: String,
    }

    /// Something was made.
    pub struct Made {
        /// Its id.
        pub id: String,
    }
}
