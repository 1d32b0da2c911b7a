/** How maps are looked at: it stays from one map to the next. */
class Views {
  shown: "outline" | "tree" = $state("outline");
}

export const views = new Views();
