//! What a person does to a window from outside its page: closes it.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

/// Presses the close button of the window with this title, as a window manager would.
pub(crate) fn close_window(screen: &str, title: &str) {
    let (connection, number) = x11rb::connect(Some(screen)).expect("the screen answers");
    let root = connection.setup().roots[number].root;
    let window = find(&connection, root, title).expect("the window is on the screen");
    let atom = |name: &str| {
        let asked = connection.intern_atom(false, name.as_bytes());
        asked
            .expect("the screen answers")
            .reply()
            .expect("atoms have numbers")
            .atom
    };
    let message = ClientMessageEvent::new(
        32,
        window,
        atom("WM_PROTOCOLS"),
        [atom("WM_DELETE_WINDOW"), x11rb::CURRENT_TIME, 0, 0, 0],
    );
    connection
        .send_event(false, window, EventMask::NO_EVENT, message)
        .expect("the screen answers")
        .check()
        .expect("the window takes the message");
}

fn find(connection: &RustConnection, at: Window, title: &str) -> Option<Window> {
    let name = connection
        .get_property(false, at, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64)
        .ok()?
        .reply()
        .ok()?;
    if name.value == title.as_bytes() {
        return Some(at);
    }
    let tree = connection.query_tree(at).ok()?.reply().ok()?;
    tree.children
        .into_iter()
        .find_map(|child| find(connection, child, title))
}
