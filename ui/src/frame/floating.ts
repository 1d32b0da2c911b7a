/** What floats over the room; nothing when empty. */
export type Floating = "" | "palette" | "keys" | "new" | "packet";
