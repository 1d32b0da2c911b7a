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

/// Fails if axe finds anything serious in what the page shows now.
pub(crate) async fn nothing_serious(page: &Page, place: &str) {
    let serious = serious(page).await;
    assert!(serious.is_empty(), "in {place}:\n{}", serious.join("\n"));
}

/// A colour on its way from one appearance to the other is read as neither.
const SETTLED: &str = "
    return document.getAnimations().every(
        (it) => !(it instanceof CSSTransition) || it.playState !== 'running'
    );
";

/// What axe calls serious or critical, a line each.
pub(crate) async fn serious(page: &Page) -> Vec<String> {
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
        .filter(|violation| ["serious", "critical"].contains(&said(violation, "impact")))
        .map(|violation| {
            let nodes = violation["nodes"].as_array();
            let nodes = nodes.into_iter().flatten().filter_map(Value::as_str);
            let nodes: Vec<&str> = nodes.collect();
            let (id, help) = (said(violation, "id"), said(violation, "help"));
            format!("  {id}: {help}\n    {}", nodes.join("\n    "))
        })
        .collect()
}

fn said<'a>(violation: &'a Value, key: &str) -> &'a str {
    violation[key].as_str().unwrap_or_default()
}
