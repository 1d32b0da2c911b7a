/** How maps are looked at: it stays from one map to the next. */
class Views {
  shown: "outline" | "tree" | "standing" | "history" | "compare" =
    $state("outline");
  /** Whether the map is alone, with nothing beside it: for the projector. */
  alone = $state(false);
}

export const views = new Views();
