/** Something that may be done in the room that is shown. */
export interface LentAct {
  title: string;
  /** The key that does it there, as it is printed. */
  key: string;
  act: () => unknown;
}

/** A place of what is open in it, as people cite it. */
export interface LentPlace {
  id: string;
  label: string;
  text: string;
  go: () => void;
}

/** What a room lends the palette while it is shown. */
export interface LentActs {
  name: string;
  acts: () => LentAct[];
  places: () => LentPlace[];
}

let lent: LentActs | undefined;

/** Lends what a room can do until it is left; answers with what takes it back. */
export function lendActs(acts: LentActs): () => void {
  lent = acts;
  return () => {
    if (lent === acts) lent = undefined;
  };
}

/** What is lent now. */
export function lentActs(): LentActs | undefined {
  return lent;
}
