// Stands between the page and the shell. A message passes when it asks for a command of the door
// with one request (and the number of the work, where that is long), or for one of the few things of
// Tauri that the page uses; anything else is sent on as a command that nobody answers, so that whoever
// asked is refused.
(() => {
  const TAURI = Object.freeze([
    "plugin:event|listen",
    "plugin:event|unlisten",
    "plugin:window|destroy",
    "plugin:webview|set_webview_zoom",
  ]);

  const asksOneThing = (payload) =>
    typeof payload === "object" &&
    payload !== null &&
    Object.entries(payload).every(
      ([key, value]) =>
        key === "request" || (key === "work" && Number.isSafeInteger(value)),
    );

  window.__TAURI_ISOLATION_HOOK__ = (message) => {
    const ours =
      window.CAUCE_COMMANDS.includes(message.cmd) &&
      asksOneThing(message.payload);
    if (ours || TAURI.includes(message.cmd)) return message;
    return { ...message, cmd: "refused", payload: {} };
  };
})();
