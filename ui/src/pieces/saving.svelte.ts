/** What the window shows of what was saved. */
export class Saving {
  state: "quiet" | "saving" | "saved" | "unsaved" = $state("quiet");
  at = $state("");
  why = $state("");
  retry: (() => void) | undefined = $state.raw();

  begin(): void {
    this.state = "saving";
  }

  done(at: string): void {
    this.state = "saved";
    this.at = at;
    this.retry = undefined;
  }

  failed(why: string, retry: () => void): void {
    this.state = "unsaved";
    this.why = why;
    this.retry = retry;
  }
}
