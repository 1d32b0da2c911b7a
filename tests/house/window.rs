//! The rules of the window: small components, sizes and colours by name, Spanish in words alone.

use crate::{File, a_file, files, keep, lines_where};

/// A component past this has a second one in it.
const LONGEST_COMPONENT: usize = 150;

#[test]
fn a_component_over_a_page_is_two() {
    let rule = |file: &File| -> Vec<String> {
        let lines = file.text.lines().count();
        (lines > LONGEST_COMPONENT)
            .then(|| format!("{} has {lines} lines", file.path))
            .into_iter()
            .collect()
    };

    keep(
        rule,
        &a_file("ui/src/Long.svelte", &"\n".repeat(LONGEST_COMPONENT + 1)),
        &files(&["ui/src"], &[".svelte"]),
    );
}

#[test]
fn the_printed_list_of_keys_is_the_sheet_that_the_window_shows() {
    let sheet = files(&["ui/src/words"], &["frame.ts"]);
    let (_, sheet) = sheet[0].text.split_once("keySheet").unwrap();
    let (sheet, _) = sheet.split_once("\n];").unwrap();
    // Each string of the sheet in its order: a room, or keys and what they do.
    let shown: Vec<&str> = sheet.split('"').skip(1).step_by(2).collect();
    let printed = &files(&["docs"], &["teclas.md"])[0].text;
    let told = printed.lines().flat_map(|line| -> Vec<&str> {
        if let Some(room) = line.strip_prefix("## ") {
            return vec![room];
        }
        let Some((keys, does)) = line.trim_matches('|').split_once(" | ") else {
            return Vec::new();
        };
        let keys = keys.split('`').skip(1).step_by(2);
        match line.starts_with("| `") {
            true => keys.chain([does.trim()]).collect(),
            false => Vec::new(), // The head of a table.
        }
    });
    let told: Vec<&str> = told.collect();

    assert_eq!(told, shown, "docs/teclas.md is another sheet");
}

#[test]
fn a_component_names_sizes_and_colours_and_never_writes_them() {
    let rule = |file: &File| lines_where(&style_of(file), is_written);
    let wrong = [
        "padding: 7px;",
        "width: 12.5rem;",
        "height: 40vh;",
        "color: #9b2247;",
        "background: rgb(1 2 3);",
        "color: white;",
        "border: 2px solid var(--line);",
        "color: var(--guinda);",
        "@media (max-width: 900px) {",
    ];
    for line in wrong {
        assert!(is_written(line), "{line} passes");
    }
    for line in [
        "border: 1px solid var(--line);",
        "margin: 0;",
        "width: 100%;",
        "inset: 50%;",
        "grid-template-columns: minmax(0, 1fr) var(--w3);",
        "white-space: pre;",
        "color: var(--here);",
    ] {
        assert!(!is_written(line), "{line} does not pass");
    }

    let mut dressed = files(&["ui/src"], &[".svelte"]);
    dressed.extend(files(&["ui/src/styles"], &["base.css"]));
    keep(
        rule,
        &a_file(
            "ui/src/X.svelte",
            "<style>\n  p {\n    top: 3px;\n  }\n</style>",
        ),
        &dressed,
    );
}

#[test]
fn what_people_read_is_written_in_words_alone() {
    let rule = |file: &File| {
        let template = file.path.ends_with(".svelte").then(|| text_of(&file.text));
        let said = template.into_iter().flatten();
        said.chain(literals(&file.text).filter(|literal| is_spanish(literal)))
            .map(|words| format!("{}: «{words}»", file.path))
            .collect::<Vec<String>>()
    };
    for wrong in [
        "<p>Guardado</p>",
        "<input aria-label=\"Nombre\" />",
        "<Key key={\"Entrar\"} />",
        "<script>const says = `Faltan ${n}`;</script>",
    ] {
        assert!(
            !rule(&a_file("X.svelte", wrong)).is_empty(),
            "{wrong} passes"
        );
    }
    let right = "<!-- «Esto» se queda. --><script>if (key === \"Enter\") go(\"aria-label\");</script>\
                 <p class=\"one mid\">{words.saved} · {a > b}</p>";
    assert_eq!(rule(&a_file("X.svelte", right)), [""; 0]);

    let window: Vec<File> = files(&["ui/src"], &[".svelte", ".ts"])
        .into_iter()
        .filter(|file| !file.path.contains("/words/") && !file.path.contains("/api/"))
        .filter(|file| !file.path.contains(".test."))
        .collect();
    keep(rule, &a_file("ui/src/x.ts", "say(\"Deshacer\");"), &window);
}

/// The style of a component, or the whole of a style sheet, line for line.
fn style_of(file: &File) -> File {
    let mut inside = file.path.ends_with(".css");
    let lines = file.text.lines().map(|line| {
        match line.trim() {
            "<style>" => inside = true,
            "</style>" => inside = false,
            _ => {}
        }
        if inside { line } else { "" }
    });
    let lines: Vec<&str> = lines.collect();
    a_file(&file.path, &lines.join("\n"))
}

/// Whether a line of style writes a size or a colour out, but the hairline and nothing at all.
fn is_written(line: &str) -> bool {
    let line = line.trim();
    if line.starts_with("/*") {
        return false;
    }
    let of_colour = [
        "#", "rgb(", "rgba(", "hsl(", "oklch(", "--guinda", "--verde", "--dorado",
    ];
    let named = ["white", "black", "red", "green", "blue", "grey", "gray"];
    let value = line.split_once(':').map_or("", |(_, value)| value);
    let words = || value.split(|c: char| !(c.is_alphanumeric() || "-.#%".contains(c)));
    line.starts_with("@media") && line.contains("-width")
        || of_colour.iter().any(|colour| value.contains(colour))
        || words().any(|word| {
            named.contains(&word) || (is_size(word) && !["1px", "-1px"].contains(&word))
        })
}

/// A number with a unit of length.
fn is_size(word: &str) -> bool {
    let number = word.trim_start_matches('-');
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    number.len() > unit.len()
        && ["px", "rem", "em", "ch", "vh", "vw", "pt", "cm", "mm"].contains(&unit)
}

/// What a component says outside its scripts: text between tags, and attributes that are read out.
fn text_of(component: &str) -> Vec<String> {
    let mut bare = component.to_owned();
    for (from, to) in [
        ("<!--", "-->"),
        ("<script", "</script>"),
        ("<style", "</style>"),
    ] {
        while let Some(start) = bare.find(from) {
            let end = bare[start..]
                .find(to)
                .map_or(bare.len(), |at| start + at + to.len());
            bare.replace_range(start..end, "");
        }
    }
    let (mut text, mut tag) = (String::new(), String::new());
    let (mut depth, mut in_tag) = (0_u32, false);
    let mut said = Vec::new();
    for c in bare.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                said.extend(read_out(&tag));
                tag.clear();
                text.push('\n');
            }
            _ if in_tag => tag.push(c),
            _ => text.push(c),
        }
    }
    let lines = text
        .lines()
        .map(str::trim)
        .map(|line| line.replace("&nbsp;", ""));
    said.extend(lines.filter(|line| line.chars().filter(|c| c.is_alphabetic()).count() > 1));
    said
}

/// The attributes of a tag that people hear or see, where they are written out.
fn read_out(tag: &str) -> Vec<String> {
    [
        "aria-label=\"",
        "title=\"",
        "placeholder=\"",
        "alt=\"",
        "label=\"",
        "says=\"",
        "help=\"",
    ]
    .iter()
    .filter_map(|attribute| {
        let (_, value) = tag.split_once(attribute)?;
        let value = value.split('"').next()?.trim();
        let wordy = value.chars().any(char::is_alphabetic);
        wordy.then(|| value.to_owned())
    })
    .take(1)
    .collect()
}

/// The strings written in a file, without its comments.
fn literals(text: &str) -> impl Iterator<Item = String> {
    let mut bare = text.to_owned();
    for (from, to) in [("<!--", "-->"), ("/*", "*/"), ("<style", "</style>")] {
        while let Some(start) = bare.find(from) {
            let end = bare[start..]
                .find(to)
                .map_or(bare.len(), |at| start + at + to.len());
            bare.replace_range(start..end, "");
        }
    }
    let mut found = Vec::new();
    for line in bare.lines() {
        let code = if line.trim_start().starts_with("//") {
            ""
        } else {
            line
        };
        for quote in ['"', '`'] {
            found.extend(code.split(quote).skip(1).step_by(2).map(str::to_owned));
        }
    }
    found.into_iter()
}

/// Whether a string is for people: letters that English has not, or a word with a capital.
fn is_spanish(literal: &str) -> bool {
    let keys = [
        "Enter",
        "Escape",
        "Tab",
        "Delete",
        "Backspace",
        "ArrowUp",
        "ArrowDown",
        "ArrowLeft",
        "ArrowRight",
    ];
    let mut letters = literal.chars();
    let capital = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    let accented = literal.chars().any(|c| "áéíóúñüÁÉÍÓÚÑ¿¡«»…".contains(c));
    accented || (capital && !keys.contains(&literal))
}
