//! A few journeys in the real window: the application as cargo built it, under WebDriver, on a
//! virtual screen, each with a workspace of its own. Pictures are left in `target/journeys/`.
//!
//! `cargo test --workspace --features cauce/window --test window`

mod axe;
mod page;
mod screen;
mod sockets;
mod stage;

mod alone;
mod catalogues;
mod closing;
mod committees;
mod drafting;
mod fork;
mod groups;
mod instruments;
mod keyboard;
mod keys_alone;
mod long;
mod maps;
mod memory;
mod past;
mod proofs;
mod road;
mod rooms;
mod screens;
mod story;
mod troubles;
