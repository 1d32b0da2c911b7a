use super::*;

fn payload() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([
        ("data/estandar/EC0001.json".to_owned(), b"{}".to_vec()),
        ("data/evidencia/01-aval.pdf".to_owned(), b"%PDF".to_vec()),
    ])
}

fn info() -> BagInfo {
    BagInfo {
        date: "2026-07-03".to_owned(),
        description: "Paquete\nde prueba".to_owned(),
        identifier: "x".to_owned(),
        organization: "CONOCER".to_owned(),
    }
}

fn on(_: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn packed() -> Vec<u8> {
    pack("paquete", &info(), &payload(), &mut on).unwrap()
}

fn open(bytes: &[u8]) -> Result<Bag, Error> {
    super::open(bytes, &mut on)
}

/// Whether anything about these bytes is told: they do not open, or their manifests or the zip itself
/// are not as they are written here.
fn is_told(bytes: &[u8]) -> bool {
    match open(bytes) {
        Ok(bag) => !bag.check().is_empty() || !bag.is_as_packed(bytes, &mut on).unwrap(),
        Err(_) => true,
    }
}

/// A zip of these files, as another tool would write it.
fn zip_of(files: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_bag_as_it_was_packed_is_sound() {
    let bag = open(&packed()).unwrap();

    assert_eq!(bag.check(), []);
    assert_eq!(bag.files["data/estandar/EC0001.json"], b"{}");
}

#[test]
fn the_same_files_make_the_same_bytes() {
    assert_eq!(packed(), packed());
}

#[test]
fn every_kind_of_difference_is_told() {
    let mut bag = open(&packed()).unwrap();
    bag.files
        .insert("data/estandar/EC0001.json".to_owned(), b"[]".to_vec());
    bag.files.remove("data/evidencia/01-aval.pdf");
    bag.files.insert("data/otro.txt".to_owned(), Vec::new());

    let found = bag.check();

    let path = |path: &str| path.to_owned();
    assert!(found.contains(&Difference::Digest(path("data/estandar/EC0001.json"))));
    assert!(found.contains(&Difference::Missing(path("data/evidencia/01-aval.pdf"))));
    assert!(found.contains(&Difference::Extra(path("data/otro.txt"))));
    assert!(found.contains(&Difference::Malformed(path("bag-info.txt"))));
}

#[test]
fn names_become_ascii_and_keep_their_extension() {
    assert_eq!(
        ascii_name("Aval (firmado) Nº 3 – Niñez.PDF"),
        "aval-firmado-nº-3-ninez.pdf".replace('º', "")
    );
    assert_eq!(ascii_name("¿?"), "archivo");
    assert_eq!(ascii_name("100%.docx"), "100.docx");
}

#[test]
fn what_is_no_bag_is_refused() {
    let plain = SimpleFileOptions::default();
    assert!(matches!(open(b"no"), Err(Error::NotAZip)));
    let loose = zip_of(&[("suelto.txt", b"")], plain);
    assert!(matches!(open(&loose), Err(Error::NotABag)));
    for name in [
        "a/../../b",
        "/etc/b",
        "a//b",
        "a/./b",
        "a/b\\c",
        "C:/b",
        "a/ñ.txt",
        "a/n\u{303}.txt",
        "a/con espacio.txt",
    ] {
        let out = zip_of(&[(name, b"")], plain);
        assert!(matches!(open(&out), Err(Error::BadName(_))), "{name}");
    }
    let twice = zip_of(&[("a/data/x.txt", b"1"), ("a/data/X.txt", b"2")], plain);
    assert!(matches!(open(&twice), Err(Error::Doubled(_))));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("a/enlace", "/etc/passwd", plain).unwrap();
    let link = zip.finish().unwrap().into_inner();
    assert!(matches!(open(&link), Err(Error::Link(_))));
}

/// Not one bit of one byte: names, times, fields, order, comments, sizes, content.
#[test]
fn no_byte_of_a_bag_changes_unseen() {
    let whole = packed();
    assert!(!is_told(&whole));
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            assert!(is_told(&bytes), "bit {bit} of byte {at} changed unseen");
        }
    }
}

#[test]
fn a_bag_packed_by_another_tool_is_told() {
    let whole = packed();
    let bag = open(&whole).unwrap();
    let names: Vec<String> = bag.files.keys().map(|at| format!("paquete/{at}")).collect();
    let files = names.iter().map(String::as_str);
    let files: Vec<_> = files.zip(bag.files.values().map(Vec::as_slice)).collect();
    let plain = SimpleFileOptions::default();
    let backwards: Vec<_> = files.iter().rev().copied().collect();
    let mut commented = whole.clone();
    let size = commented.len() - 2;
    commented[size] = 4;
    commented.extend_from_slice(b"nota");
    let ways = [
        ("at another time", zip_of(&files, plain)),
        ("in another order", zip_of(&backwards, plain)),
        (
            "with sizes for large files",
            zip_of(&files, plain.large_file(true)),
        ),
        (
            "stored",
            zip_of(&files, plain.compression_method(CompressionMethod::Stored)),
        ),
        ("with bytes before it", [b"MZ", &whole[..]].concat()),
        ("with bytes after it", [&whole[..], b"PK"].concat()),
        ("with a comment", commented),
    ];
    for (way, bytes) in ways {
        if let Ok(same) = open(&bytes) {
            assert_eq!(same.check(), [], "{way}: the content is the same");
        }
        assert!(is_told(&bytes), "{way}");
    }
}

/// A local header that names another file than the directory does: some tools open one, some the other.
#[test]
fn headers_that_disagree_are_told() {
    let whole = packed();
    let name = b"01-aval.pdf";
    let places: Vec<usize> = (0..whole.len() - name.len())
        .filter(|at| whole[*at..].starts_with(name))
        .collect();
    assert_eq!(places.len(), 2, "its local header and the directory");
    for place in places {
        let mut bytes = whole.clone();
        bytes[place + 1] = b'9';
        assert!(is_told(&bytes));
    }
}

#[test]
fn a_manifest_spelled_otherwise_or_lost_is_told() {
    let mut bag = open(&packed()).unwrap();
    for name in [MANIFEST, TAG_MANIFEST] {
        let listed = String::from_utf8(bag.files[name].clone()).unwrap();
        for spelled in [
            listed.replace('\n', "\r\n"),
            listed.to_uppercase().replace("DATA/", "data/"),
            format!("{listed}\n"),
            listed
                .lines()
                .rev()
                .map(|line| format!("{line}\n"))
                .collect(),
        ] {
            let mut bag = bag.clone();
            bag.files.insert(name.to_owned(), spelled.into_bytes());
            if name == MANIFEST {
                let tags = bag.files.iter();
                let tags = tags.filter(|(at, _)| !at.starts_with("data/") && *at != TAG_MANIFEST);
                let tags = manifest(tags);
                bag.files.insert(TAG_MANIFEST.to_owned(), tags);
            }
            assert!(!bag.check().is_empty(), "{name}");
        }
    }
    bag.files.remove(TAG_MANIFEST);
    let lost = Difference::Missing(TAG_MANIFEST.to_owned());
    assert_eq!(bag.check(), [lost]);
}

#[test]
fn a_bag_says_which_way_it_was_written() {
    let mut bag = open(&packed()).unwrap();
    assert_eq!(bag.version(), Some(VERSION));

    bag.files.insert(
        "bag-info.txt".to_owned(),
        b"Cauce-Packet-Version: 12\n".to_vec(),
    );

    assert_eq!(bag.version(), Some(12));
}

/// Bytes that are written otherwise (by a newer library, say) are another way of writing packets:
/// [`VERSION`] has to go up, or packets made before would be taken for touched.
#[test]
fn the_way_packets_are_written_has_not_changed() {
    let long = "Revisa las ruedas de la bicicleta conforme a la orden de servicio. ".repeat(400);
    let mut payload = payload();
    payload.insert("data/largo.txt".to_owned(), long.into_bytes());
    let bytes = pack("paquete", &info(), &payload, &mut on).unwrap();

    assert_eq!(
        Digest::of(&bytes).to_string(),
        "sha256:b50cd0c0539bab7eb4ddfe2515f4ecbbca6d2473786cea557403453f5b248de1"
    );
}

#[test]
fn packing_and_opening_can_be_stopped_at_any_file() {
    let whole = packed();
    for stop in 0..payload().len() + 4 {
        let mut watch = |done: usize| match done < stop {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        };

        let packing = pack("paquete", &info(), &payload(), &mut watch);
        let opening = super::open(&whole, &mut watch);

        assert!(matches!(packing, Err(Error::Stopped)), "{stop}");
        assert!(matches!(opening, Err(Error::Stopped)), "{stop}");
    }
}
