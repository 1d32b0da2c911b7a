import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { ask } from "./ask.ts";

/**
 * Calls `leave` before the window closes. The window stays when it answers no; the shell has to
 * hear of it, for it closes a page that says nothing.
 */
export async function beforeClose(
  leave: () => Promise<boolean>,
): Promise<void> {
  await getCurrentWindow().onCloseRequested(async (event) => {
    if (await leave()) return;
    event.preventDefault();
    await ask("stay_open", {});
  });
}

/** Makes all of the page larger, letters and spaces alike; 1 is as it was drawn. */
export async function enlarge(factor: number): Promise<void> {
  await getCurrentWebview().setZoom(factor);
}
