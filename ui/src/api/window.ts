import { getCurrentWindow } from "@tauri-apps/api/window";

/** Calls `leave` before the window closes; the window stays when it answers no. */
export async function beforeClose(
  leave: () => Promise<boolean>,
): Promise<void> {
  await getCurrentWindow().onCloseRequested(async (event) => {
    if (!(await leave())) event.preventDefault();
  });
}
