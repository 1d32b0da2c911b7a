//! What people do from end to end, at the desk, on a fixed day and without a window.
//!
//! A story is told as the window would live it: through the desk's requests and views. What only the
//! domain, or the writers and the reader, promise together is told last.

mod audited;
mod bags;
mod chance;
mod machine;
mod office;
mod road;

mod beside;
mod blank;
mod brand;
mod catalogues;
mod committees;
mod comparing;
mod fast_entry;
mod first_room;
mod groups;
mod iec_editions;
mod iec_papers;
mod imports;
mod instruments;
mod long_work;
mod maps;
mod order;
mod own_office;
mod packet;
mod published;
mod returning;
mod sessions;
mod support_file;
mod today;
mod undo;
mod updating;

mod attaching;
mod backing;
mod bad_acts;
mod bad_catalogues;
mod bad_files;
mod bad_packets;
mod bad_text;
mod bad_workspace;

mod roads;
mod round_trip;
mod signing;
mod source;
mod strangers;
