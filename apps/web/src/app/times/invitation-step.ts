import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Numerals } from '../ui/numerals';
import { When } from '../ui/when';
import { words } from '../words/words';
import { timesWords } from '../words/times';
import { TimesStore } from './times-store';

/** The step Inbjudan & tid: three places about the same conference. */
@Component({
  selector: 'rs-invitation-step',
  imports: [RouterOutlet, RouterLink, RouterLinkActive],
  providers: [TimesStore],
  host: { class: 'step-page times' },
  template: `
    <div class="pad sub">
      <nav [attr.aria-label]="w().tabsLabel"><ul class="subtabs">
        <li><a routerLink="tider" routerLinkActive ariaCurrentWhenActive="page">{{ w().tabs.times }}</a></li>
        <li><a routerLink="inbjudningar" routerLinkActive ariaCurrentWhenActive="page">{{ w().tabs.invitations }}</a></li>
        <li><a routerLink="utskick" routerLinkActive ariaCurrentWhenActive="page">{{ w().tabs.outreach }}</a></li>
      </ul></nav>
      <p class="muted sm" role="status">{{ standing() }}</p>
    </div>
    <router-outlet />
  `,
})
export class InvitationStep {
  private readonly when = inject(When);
  private readonly numerals = inject(Numerals);
  protected readonly w = words(timesWords);
  protected readonly store = inject(TimesStore);

  protected readonly standing = computed(() => {
    const matrix = this.store.matrix();
    const w = this.w();
    if (matrix === undefined) return '';
    const { conference } = matrix;
    if (conference.state === 'cancelled') return w.cancelled;
    if (conference.startsLocal !== null && conference.endsLocal !== null) {
      return conference.state === 'held' ? w.held : w.booked({ date: this.when.date(conference.startsLocal), time: this.when.wallRange(conference.startsLocal, conference.endsLocal) });
    }
    if (matrix.invited === 0) return w.noneInvited;
    const answered = matrix.answered === 0 ? w.noneAnswered : w.answered({ answered: this.numerals.opening(matrix.answered), invited: this.numerals.within(matrix.invited) });
    return conference.answerBy === null ? answered : `${answered} ${w.answerBy({ date: this.when.date(conference.answerBy) })}`;
  });
}
