import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { shellWords } from '../words/shell';
import { words } from '../words/words';
import { pageTitle } from './page-title';

@Component({
  selector: 'rs-not-found',
  imports: [RouterLink],
  host: { class: 'contents' },
  template: `
    <main class="main" id="innehall" tabindex="-1">
      <header class="page-head"><h1>{{ w().notFound }}</h1></header>
      <div class="pad"><p>{{ w().notFoundText }}</p><p class="gap"><a class="btn" routerLink="/">{{ w().toStart }}</a></p></div>
    </main>
  `,
})
export class NotFound {
  protected readonly w = words(shellWords);

  constructor() {
    pageTitle(() => this.w().notFound);
  }
}
