//! Prints what is read from files: `cargo run -p intake --example leer -- archivo.pdf …`.

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args_os().skip(1) {
        let bytes = std::fs::read(&path)?;
        writeln!(out, "== {}", path.to_string_lossy())?;
        match intake::read(&bytes, &mut domain::ids::Ids::fixed()) {
            Ok(reading) => writeln!(out, "{reading}")?,
            Err(error) => writeln!(out, "error: {error}")?,
        }
    }
    Ok(())
}
