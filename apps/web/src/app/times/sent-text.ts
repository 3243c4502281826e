import { Component, computed, input } from '@angular/core';
import { Icon } from '../ui/icon';
import { byCode, words } from '../words/words';
import { networkWords } from '../words/network';
import { timesWords } from '../words/times';

export type SentTexts = readonly { language: string; text: string; segments: number; characters: number; alphabet: string }[];

/** Exactly what people will read on their phones, one bubble per language, with how many SMS it takes. */
@Component({
  selector: 'rs-sent-text',
  imports: [Icon],
  template: `
    @for (one of shown(); track one.text) {
      <figure class="sent-text"><figcaption class="muted sm">{{ one.title }}</figcaption>
        <blockquote class="sms" [attr.lang]="one.language" dir="auto">{{ one.text }}</blockquote>
        <p class="sms-count sm"><b>{{ one.count }}</b>@if (one.unicode) {<span>{{ w().unicode }}</span>}</p></figure>
    }
    @if (assured()) {<p class="neutral sm"><svg rs-icon="shieldok"></svg><span>{{ w().previewNote }}</span></p>}
  `,
})
export class SentText {
  protected readonly w = words(timesWords);
  private readonly n = words(networkWords);
  readonly texts = input.required<SentTexts>();
  /** False where several of these stand together and it is said once under them all. */
  readonly assured = input(true);

  protected readonly shown = computed(() =>
    this.texts().map((one) => ({
      language: one.language, text: one.text, title: this.w().textIn({ language: byCode(this.n().languages, one.language) ?? one.language }),
      count: this.w().segments({ segments: one.segments, characters: one.characters }), unicode: one.alphabet !== 'GSM-7',
    })),
  );
}
