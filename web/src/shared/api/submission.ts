/**
 * The Idempotency-Key of one form. The same content keeps its key however often it is sent, so a repeat after a lost
 * answer is the same deed and not a second one; other content is another deed.
 */
export class Submission {
  private content = '';
  private key = '';

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  /** The key to send this body with. */
  keyFor(body: unknown): string {
    const content = JSON.stringify(body);
    if (this.key === '' || content !== this.content) {
      this.content = content;
      this.key = this.newKey();
    }
    return this.key;
  }

  /** Call once the deed is done: the same form sent again then means a second one. */
  done(): void {
    this.key = '';
  }
}
