/** Something the person at the keyboard can mend: printed as its one sentence, never as a stack. */
export class Refusal extends Error {
  constructor(sentence) {
    super(sentence);
    this.name = 'Refusal';
  }
}
