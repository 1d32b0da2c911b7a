//! What axe-core finds wrong for people who see, hear or move otherwise.
//!
//! axe runs inside the page, injected by the driver: the application does not ship it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::page::Page;

/// Runs axe over what the page shows, by the rules of WCAG 2.2 A and AA.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
        (found) => done(found.violations.map(({ id, impact, help, nodes }) => ({
            id, impact, help,
            nodes: nodes.map((node) => node.target.join(' ') + ' — ' + node.html.slice(0, 160)
                + ' — ' + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '')),
        }))),
        (error) => done([{ id: 'axe', impact: 'critical', help: String(error), nodes: [] }]),
    );
";

/// Fails if axe finds anything in what the page shows now, however small.
pub(crate) async fn nothing(page: &Page, place: &str) {
    let found = found(page).await;
    assert!(found.is_empty(), "in {place}:\n{}", found.join("\n"));
}

/// What axe finds on one screen after another, told all at once.
#[derive(Default)]
pub(crate) struct Heard {
    found: Vec<String>,
}

impl Heard {
    /// Listens to what the page shows now in each appearance, and leaves a picture of each.
    pub(crate) async fn both(&mut self, page: &Page, name: &str) {
        for (theme, suffix) in [("dark", "oscuro"), ("light", "claro")] {
            let dress = "document.documentElement.dataset.theme = arguments[0]";
            page.run(dress, vec![theme.into()]).await;
            let lines = found(page).await.into_iter();
            self.found
                .extend(lines.map(|line| format!("{name}, {suffix}:\n{line}")));
            page.picture(&format!("{name}-{suffix}")).await;
        }
    }

    /// Fails if there was anything.
    pub(crate) fn is_nothing(self) {
        assert!(self.found.is_empty(), "{}", self.found.join("\n"));
    }
}

/// A colour on its way from one appearance to the other is read as neither.
const SETTLED: &str = "
    return document.getAnimations().every(
        (it) => !(it instanceof CSSTransition) || it.playState !== 'running'
    );
";

/// A colour that was just changed sets out with the next frame.
const TWO_FRAMES: &str = "
    const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
";

/// What axe finds, a line each.
pub(crate) async fn found(page: &Page) -> Vec<String> {
    page.run_async(TWO_FRAMES, vec![]).await;
    page.until("no colour is on its way", SETTLED, vec![]).await;
    if page.run("return window.axe === undefined", vec![]).await == true {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(file).expect("`cargo xtask test` installs axe-core");
        page.run(&source, vec![]).await;
    }
    let found = page.run_async(RUN, vec![]).await;
    let found = found.as_array().expect("axe answers a list").iter();
    found
        .map(|violation| {
            let nodes = violation["nodes"].as_array();
            let nodes = nodes.into_iter().flatten().filter_map(Value::as_str);
            let nodes: Vec<&str> = nodes.collect();
            let said = |key| said(violation, key);
            let (id, impact, help) = (said("id"), said("impact"), said("help"));
            format!("  {id} ({impact}): {help}\n    {}", nodes.join("\n    "))
        })
        .collect()
}

fn said<'a>(violation: &'a Value, key: &str) -> &'a str {
    violation[key].as_str().unwrap_or_default()
}
