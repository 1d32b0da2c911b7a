/** What the window shows of what was saved. */
export class Saving {
  state: "quiet" | "typing" | "saving" | "saved" | "unsaved" = $state("quiet");
  at = $state("");
  why = $state("");
  retry: (() => void) | undefined = $state.raw();

  /** Something typed is not written down yet; a save that failed goes on saying why. */
  typing(): void {
    if (this.state !== "unsaved") this.state = "typing";
  }

  begin(): void {
    this.state = "saving";
  }

  /** `at` is a day and an hour, in words; what was just saved needs only the hour. */
  done(at: string): void {
    this.state = "saved";
    this.at = at.split(", ").at(-1) ?? at;
    this.retry = undefined;
  }

  failed(why: string, retry: () => void): void {
    this.state = "unsaved";
    this.why = why;
    this.retry = retry;
  }
}
