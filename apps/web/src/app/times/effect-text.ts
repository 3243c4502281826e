import { inject, Injectable } from '@angular/core';
import type { Answer } from '../api/api';
import { capital, Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { byCode, words } from '../words/words';
import { networkWords } from '../words/network';
import { outreachWords } from '../words/outreach';
import { timesWords } from '../words/times';

export type Effect = Answer<'previewConfirm'>;

/** What a button will do, in sentences: every one of them the gate's own. */
@Injectable({ providedIn: 'root' })
export class EffectText {
  private readonly when = inject(When);
  private readonly numerals = inject(Numerals);
  private readonly w = words(timesWords);
  private readonly n = words(networkWords);
  private readonly o = words(outreachWords);

  /** How many are told, by which way and when. */
  said(effect: Effect): string {
    const w = this.w().effect;
    const parts = (['sms', 'emails', 'letters', 'calls'] as const).filter((way) => effect[way] > 0).map((way) => w[way]({ n: this.numerals.within(effect[way]) }));
    return [
      parts.length === 0 ? w.none : capital(w.together({ parts: this.when.names(parts) })),
      ...(effect.held ? [w.held] : effect.lastLeavesAt === null ? [] : [w.later({ when: this.when.moment(effect.lastLeavesAt) })]),
      ...(effect.stopped === 0 ? [] : [w.stopped({ n: effect.stopped, inWords: this.numerals.opening(effect.stopped) })]),
    ].join(' ');
  }
  /** Who gets nothing and why: one line per reason, not per person. */
  skipped(effect: Effect, namesOf: (ids: readonly string[]) => string): string[] {
    return [...new Set(effect.skipped.map((one) => one.reason))].map((reason) =>
      this.w().skipped({ names: namesOf(effect.skipped.filter((one) => one.reason === reason).map((one) => one.memberId)), reason: this.whyNot(reason) }),
    );
  }
  whyNot(reason: string): string {
    return byCode(this.n().refusals, reason) ?? byCode(this.o().reasons, reason) ?? this.n().refusalUnknown;
  }
}
