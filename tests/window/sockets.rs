//! Which sockets that could reach another machine are open, and whose they are.
//!
//! Linux lists every Internet socket in `/proc/<pid>/net/`, and every open file of a process in
//! `/proc/<pid>/fd`; a socket of the application is in both.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The tables of sockets that reach beyond this process's own files.
const TABLES: &[&str] = &[
    "tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6",
];

/// The Internet sockets of a process and of all that it started, each as the kernel lists it.
pub(crate) fn internet_sockets(of: u32) -> BTreeSet<String> {
    family(of).into_iter().flat_map(sockets_of).collect()
}

fn sockets_of(process: u32) -> Vec<String> {
    let mut listed = BTreeMap::new();
    for table in TABLES {
        let text = fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
        for line in text.lines().skip(1) {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let (Some(here), Some(there), Some(inode)) =
                (words.get(1), words.get(2), words.get(9))
            {
                let said = format!("{table} {here} → {there}");
                listed.insert((*inode).to_owned(), said);
            }
        }
    }
    let Ok(open) = fs::read_dir(format!("/proc/{process}/fd")) else {
        return Vec::new(); // It ended meanwhile.
    };
    open.filter_map(|entry| fs::read_link(entry.ok()?.path()).ok())
        .filter_map(|target| {
            let inode = target
                .to_str()?
                .strip_prefix("socket:[")?
                .strip_suffix(']')?;
            let said = listed.get(inode)?;
            Some(format!("{} ({process}): {said}", name_of(process)))
        })
        .collect()
}

/// A process and all that it started, and they in turn.
pub(crate) fn family(of: u32) -> BTreeSet<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .expect("this is Linux")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process: u32| Some((process, parent_of(process)?)))
        .collect();
    let mut family = BTreeSet::from([of]);
    loop {
        let before = family.len();
        for (process, parent) in &parents {
            if family.contains(parent) {
                family.insert(*process);
            }
        }
        if family.len() == before {
            return family;
        }
    }
}

fn parent_of(process: u32) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in parentheses, may hold anything.
    let (_, after) = text.rsplit_once(')')?;
    after.split_whitespace().nth(1)?.parse().ok()
}

pub(crate) fn name_of(process: u32) -> String {
    let text = fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
    text.trim().to_owned()
}

#[test]
fn a_socket_that_is_open_is_seen() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let datagram = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let port = |address: std::net::SocketAddr| format!(":{:04X} ", address.port());

    let seen = internet_sockets(std::process::id());

    for address in [
        listener.local_addr().unwrap(),
        datagram.local_addr().unwrap(),
    ] {
        let wanted = port(address);
        assert!(
            seen.iter().any(|s| s.contains(&wanted)),
            "{wanted}: {seen:?}"
        );
    }
}
