import { Component, inject, input, output, signal } from '@angular/core';
import { Api } from '../api/api';
import { ApiProblem, asProblem } from '../api/problem';
import { ProblemNotice } from '../ui/notice';
import { familySiteWords } from '../words/family-site';
import { words } from '../words/words';

const MOST_BYTES = 4096;
const TYPES = ['image/png', 'image/webp'];

/** The municipality's mark on the family pages. */
@Component({
  selector: 'rs-logo-field',
  imports: [ProblemNotice],
  template: `
    <section class="card-line" aria-labelledby="marke"><h2 id="marke">{{ w().logo.title }}</h2>
      <p class="sm muted">{{ w().logo.text }}</p>
      <rs-problem [problem]="problem()" />
      <p class="buttons">
        @if (logo(); as src) {<img class="mark" [src]="src" alt="" />} @else {<span class="muted sm">{{ w().logo.none }}</span>}
        <b>{{ name() }}</b>
        <label class="btn quiet file"><input type="file" class="vh" [accept]="accept" (change)="pick($event)" />{{ w().logo.choose }}</label>
        @if (logo()) {<button class="btn quiet" type="button" (click)="set(null)">{{ w().logo.remove }}</button>}
      </p>
      @if (wrong()) {<p class="sm attention" role="alert">{{ wrong() }}</p>}
    </section>
  `,
})
export class LogoField {
  private readonly api = inject(Api);
  protected readonly w = words(familySiteWords);
  readonly name = input.required<string>();
  readonly logo = input.required<string | null>();
  readonly changed = output();
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly wrong = signal('');
  protected readonly accept = TYPES.join(',');

  protected async pick(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    field.value = '';
    if (file === undefined) return;
    this.wrong.set(!TYPES.includes(file.type) ? this.w().logo.notPicture : file.size > MOST_BYTES ? this.w().logo.tooBig : '');
    if (this.wrong() === '') await this.set(`data:${file.type};base64,${btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer())))}`);
  }
  protected async set(logo: string | null): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.call('setLogo', { body: { logo } });
      this.changed.emit();
    } catch (error) {
      this.problem.set(asProblem(error));
    }
  }
}
