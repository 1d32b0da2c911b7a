//! The page as a person meets it: by what it says, and by keys.

use std::fs;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::stage::pictures;

/// How long a person would wait for an answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The page of the open window.
#[derive(Clone)]
pub(crate) struct Page(Client);

impl Page {
    pub(crate) fn new(client: Client) -> Page {
        Page(client)
    }

    /// Waits until the frame of the window is drawn.
    pub(crate) async fn is_there(&self) {
        self.until(
            "the window is drawn",
            "return document.querySelector('#app > *') !== null",
            vec![],
        )
        .await;
    }

    /// Runs a script and answers what it returned.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.0.execute(script, arguments).await {
            Ok(value) => value,
            Err(error) => panic!("the page would not run «{script}»: {error}"),
        }
    }

    /// Runs a script that calls its last argument when it is done.
    pub(crate) async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.0.execute_async(script, arguments).await {
            Ok(value) => value,
            Err(error) => panic!("the page would not run «{script}»: {error}"),
        }
    }

    /// Waits until a script answers true.
    pub(crate) async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let start = Instant::now();
        loop {
            let answer = self.0.execute(script, arguments.clone()).await;
            if matches!(answer, Ok(Value::Bool(true))) {
                return;
            }
            if start.elapsed() > PATIENCE {
                self.picture("en-vano").await;
                let said = self.said().await;
                panic!("waited in vain until {what} ({answer:?}); the page says:\n{said}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until nothing is being loaded or saved.
    pub(crate) async fn settled(&self) {
        let script = "return document.querySelector('[role=progressbar], [aria-busy=true]') === null \
                      && !['Abriendo…', 'Trabajando…', 'Guardando…'].some((words) => document.body.innerText.includes(words))";
        self.until("the page is at rest", script, vec![]).await;
    }

    /// All that the page says.
    pub(crate) async fn said(&self) -> String {
        let script = "return document.body ? document.body.innerText : ''";
        match self.0.execute(script, vec![]).await {
            Ok(Value::String(text)) => text,
            Ok(other) => other.to_string(),
            Err(error) => format!("(no page: {error})"),
        }
    }

    /// Waits until the page says this, in a text or in a field.
    pub(crate) async fn says(&self, text: &str) {
        self.until(&format!("the page says «{text}»"), SAYS, vec![json!(text)])
            .await;
    }

    /// Waits until the page no longer says this.
    pub(crate) async fn says_no_more(&self, text: &str) {
        let script = format!("return !(function() {{ {SAYS} }}).apply(null, arguments)");
        self.until(
            &format!("the page no longer says «{text}»"),
            &script,
            vec![json!(text)],
        )
        .await;
    }

    /// What stands at a selector, once it is there and can be seen.
    pub(crate) async fn at(&self, selector: &str) -> Element {
        let script = "const found = document.querySelector(arguments[0]); \
                      return found !== null && found.getClientRects().length > 0";
        self.until(
            &format!("there is {selector}"),
            script,
            vec![json!(selector)],
        )
        .await;
        self.0
            .find(Locator::Css(selector))
            .await
            .unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// What has this role and this accessible name, once it can be used.
    pub(crate) async fn named(&self, role: &str, name: &str) -> Element {
        let mark = "data-journey";
        let arguments = vec![json!(role), json!(name), json!(mark)];
        self.until(&format!("there is a {role} «{name}»"), NAMED, arguments)
            .await;
        self.at(&format!("[{mark}]")).await
    }

    /// The field that says exactly this.
    pub(crate) async fn field_saying(&self, text: &str) -> Element {
        let mark = "data-journey";
        self.until(
            &format!("there is a field saying «{text}»"),
            SAYING,
            vec![json!(text), json!(mark)],
        )
        .await;
        self.at(&format!("[{mark}]")).await
    }

    /// Presses a button by its name.
    pub(crate) async fn press(&self, name: &str) {
        self.click("button", name).await;
    }

    /// Clicks what has this role and name.
    pub(crate) async fn click(&self, role: &str, name: &str) {
        let element = self.named(role, name).await;
        if let Err(error) = element.click().await {
            panic!("{role} «{name}» cannot be clicked: {error}");
        }
    }

    /// Writes over what a field says, as a person would: select all, type, leave.
    pub(crate) async fn write(&self, field: &Element, text: &str) {
        field.click().await.expect("the field can be clicked");
        self.chord(&[Key::Control], 'a').await;
        self.type_text(text).await;
    }

    /// Types into whatever has the focus.
    pub(crate) async fn type_text(&self, text: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.0
            .perform_actions(actions)
            .await
            .expect("the keyboard works");
    }

    /// Presses one key.
    pub(crate) async fn key(&self, key: Key) {
        self.chord(&[], key.into()).await;
    }

    /// Presses a key while others are held.
    pub(crate) async fn chord(&self, held: &[Key], key: char) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for held in held {
            let value = held.clone().into();
            actions = actions.then(KeyAction::Down { value });
        }
        actions = actions
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        for held in held.iter().rev() {
            let value = held.clone().into();
            actions = actions.then(KeyAction::Up { value });
        }
        self.0
            .perform_actions(actions)
            .await
            .expect("the keyboard works");
    }

    /// The name of what has the focus, with its role.
    pub(crate) async fn focused(&self) -> String {
        let answer = self.run(FOCUSED, vec![]).await;
        answer.as_str().unwrap_or_default().to_owned()
    }

    /// Leaves a picture of the window in `target/journeys/`.
    pub(crate) async fn picture(&self, name: &str) {
        // Two frames, so that what was asked for is drawn.
        let _ = self
            .0
            .execute_async(
                "const done = arguments[0]; \
                 requestAnimationFrame(() => requestAnimationFrame(() => done(true)))",
                vec![],
            )
            .await;
        match self.0.screenshot().await {
            Ok(png) => {
                let path = pictures().join(format!("{name}.png"));
                fs::write(path, png).expect("target/ can be written");
            }
            Err(error) => eprintln!("no picture of {name}: {error}"),
        }
    }

    /// Ends the session; the driver ends the application.
    pub(crate) async fn leave(self) {
        let _ = self.0.close().await;
    }
}

/// Whether some visible text, or the value of a field, holds the words.
const SAYS: &str = "
    const words = arguments[0];
    if (document.body.innerText.includes(words)) return true;
    return [...document.querySelectorAll('input, textarea, select')].some((field) =>
        field.getClientRects().length > 0 && field.value.includes(words));
";

/// Marks the one visible element with a role and an accessible name; false while there is none.
const NAMED: &str = r#"
    const [role, name, mark] = arguments;
    for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);
    const own = {
        button: 'button, [role=button]', link: 'a[href], [role=link]',
        textbox: 'input:not([type]), input[type=text], input[type=search], input[type=date], textarea, [role=textbox], [role=combobox]',
        tab: '[role=tab]', option: '[role=option]', heading: 'h1, h2, h3, h4, [role=heading]',
        checkbox: 'input[type=checkbox], [role=checkbox]', radio: 'input[type=radio], [role=radio]',
        combobox: 'select, [role=combobox]', dialog: 'dialog[open], [role=dialog]', row: 'tr, [role=row]', cell: 'td, [role=cell]',
    };
    const clean = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
    const called = (element) => {
        const by = element.getAttribute('aria-labelledby');
        if (by) return clean(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(' '));
        if (element.hasAttribute('aria-label')) return clean(element.getAttribute('aria-label'));
        if (element.labels?.length) return clean([...element.labels].map((label) => label.textContent).join(' '));
        return clean(element.innerText || element.textContent || element.title || element.placeholder);
    };
    const open = document.querySelector('dialog[open]');
    const within = role === 'dialog' ? document : (open ?? document);
    const seen = [...within.querySelectorAll(own[role] ?? `[role=${role}]`)]
        .filter((element) => element.getClientRects().length > 0 && !element.disabled);
    const found = seen.find((element) => called(element) === name)
        ?? seen.find((element) => called(element).startsWith(name))
        ?? seen.find((element) => called(element).includes(name));
    if (!found) return false;
    found.setAttribute(mark, '');
    return true;
"#;

/// Marks the one visible field with a text.
const SAYING: &str = r#"
    const [text, mark] = arguments;
    for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);
    const found = [...document.querySelectorAll('input, textarea')]
        .find((field) => field.getClientRects().length > 0 && field.value.trim() === text);
    if (!found) return false;
    found.setAttribute(mark, '');
    return true;
"#;

/// What has the focus: its tag or role, and its name.
const FOCUSED: &str = r#"
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    const label = at.getAttribute('aria-label') ?? (at.labels?.length ? at.labels[0].textContent : at.textContent) ?? '';
    return `${at.getAttribute('role') ?? at.tagName.toLowerCase()} ${label.replace(/\s+/g, ' ').trim()}`;
"#;
