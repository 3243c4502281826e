import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { familySiteWords } from '../words/family-site';
import { sendingWords } from '../words/sending';
import { words } from '../words/words';

@Component({
  selector: 'rs-settings-tabs',
  imports: [RouterLink, RouterLinkActive],
  host: { class: 'end' },
  template: `<nav class="buttons" [attr.aria-label]="w().title"><a class="btn quiet" routerLink="/utskick/texter" routerLinkActive="current" ariaCurrentWhenActive="page">{{ w().texts }}</a><a class="btn quiet" routerLink="/utskick/regler" routerLinkActive="current" ariaCurrentWhenActive="page">{{ w().rules }}</a><a class="btn quiet" routerLink="/utskick/familjesidor" routerLinkActive="current" ariaCurrentWhenActive="page">{{ s().tab }}</a></nav>`,
})
export class SettingsTabs {
  protected readonly w = words(sendingWords);
  protected readonly s = words(familySiteWords);
}
