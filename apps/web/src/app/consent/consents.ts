import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Member } from '@radslag/contracts';
import type { ConsentPurpose } from '@radslag/domain';
import { Api } from '../api/api';
import { live } from '../api/live';
import { CaseStore } from '../cases/case-store';
import { Session } from '../session/session';
import { Panel } from '../ui/frame';
import { Shape } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { Person } from '../ui/person';
import { When } from '../ui/when';
import { consentWords } from '../words/consent';
import { networkWords } from '../words/network';
import { vocabulary } from '../words/vocabulary';
import { words } from '../words/words';
import { ConsentPanel } from './consent-panel';
import { mustParticipate, PURPOSES, Standing, standing } from './standing';

/** Person by purpose. Everything that can be sent rests on the first column. */
@Component({
  selector: 'rs-consents',
  imports: [RouterLink, Person, Panel, Shape, ProblemNotice, ConsentPanel],
  template: `
    <div class="pad step">
      <div class="step-head"><h2 data-heading>{{ w().title }}</h2><p class="muted">{{ w().lead }}</p>@if (wanted(); as names) {<p>{{ w().wanted({ names }) }}</p>}</div>
      <rs-problem [problem]="network.value() ? null : network.problem()" />
      @if (rows(); as people) {
        @if (people.length === 0) {
          <p class="muted">{{ w().empty }}</p>
          <p class="gap"><a class="btn" [routerLink]="['/radslag', store.referralId(), 'natverk']">{{ w().toNetwork }}</a></p>
        } @else {
          <div class="scroll-x">
            <table class="grid consents">
              <caption class="vh">{{ w().people }}</caption>
              <thead><tr><th scope="col">{{ w().person }}</th>@for (purpose of purposes; track purpose) {<th scope="col">{{ w().columns[purpose] }}</th>}</tr></thead>
              <tbody>
                @for (row of people; track row.member.id) {
                  <tr [class.chosen]="row.member.id === chosenId()" (click)="choose(row.member.id)">
                    <th scope="row"><button class="row-button" type="button" [attr.aria-pressed]="row.member.id === chosenId()" (click)="choose(row.member.id)">
                      <rs-person [initials]="row.member.initials" [name]="row.name" [relation]="row.member.relation" [pro]="row.member.professional" [locked]="row.member.protected" /></button></th>
                    @for (cell of row.cells; track cell.purpose) {
                      <td><span class="consent" [class.muted]="cell.kind !== 'holds'" [class.wanted]="cell.wanted"><svg [rs-shape]="cell.kind === 'holds' ? 'full' : 'none'"></svg><span><span class="cell-label">{{ w().columns[cell.purpose] }} </span>{{ cell.text }}</span></span></td>
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      } @else {<div class="skeleton" [class.slow]="network.slow()" aria-hidden="true"><i></i><i></i><i></i></div>}
    </div>
    @if (chosen(); as member) {
      <ng-template [rsPanel]="w().chosen"><rs-consent-panel [member]="member" [mayWrite]="mayWrite()" (changed)="network.reload()" (closed)="chosenId.set(null)" /></ng-template>
    }
  `,
})
export class Consents {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly when = inject(When);
  protected readonly store = inject(CaseStore);
  protected readonly w = words(consentWords);
  private readonly v = words(vocabulary);
  private readonly n = words(networkWords);

  protected readonly purposes = PURPOSES;
  protected readonly chosenId = signal<string | null>(null);
  protected readonly network = live(
    () => (this.store.referralId() === '' ? null : this.api.call('readNetwork', { params: { referralId: this.store.referralId() } })),
    (change) => change.referralId === this.store.referralId(),
  );
  protected readonly mayWrite = computed(() => this.session.is('coordinator') && (this.network.value()?.editable ?? false));
  protected readonly chosen = computed(() => this.network.value()?.members.find((member) => member.id === this.chosenId()));
  protected readonly rows = computed(() => this.network.value()?.members.map((member) => ({ member, name: member.protected ? this.n().protectedPerson : member.shortName, cells: PURPOSES.map((purpose) => this.cell(member, purpose)) })));
  /** Those whose yes to taking part the next step waits for. */
  protected readonly wanted = computed(() => {
    const rows = (this.rows() ?? []).filter((row) => row.cells.some((cell) => cell.wanted));
    return this.when.names(rows.map((row) => `${row.name} (${row.member.relation})`));
  });

  protected choose(memberId: string): void {
    this.chosenId.set(memberId);
    // On a phone the panel comes after the list: go there, and let Tab go on from it.
    if (matchMedia('(max-width: 900px)').matches) setTimeout(() => document.querySelector('.panel')?.scrollIntoView({ block: 'start' }), 50);
  }

  private cell(member: Member, purpose: ConsentPurpose): { purpose: ConsentPurpose; kind: Standing['kind']; text: string; wanted: boolean } {
    const now = standing(member.consents, purpose, this.when.today());
    const age = this.store.view()?.focalPersons.find((person) => person.id === member.focalPersonId)?.age ?? null;
    const wanted = purpose === 'participate' && now.kind !== 'holds' && mustParticipate(member, age);
    return { purpose, wanted, kind: now.kind, text: wanted && now.kind === 'none' ? this.w().missing : this.said(now) };
  }
  private said(now: Standing): string {
    const w = this.w();
    switch (now.kind) {
      case 'none':
        return w.none;
      case 'holds':
        return w.given({ form: this.v().form[now.consent.form], on: this.when.short(now.consent.givenOn) });
      case 'expired':
        return w.expired({ on: this.when.short(now.consent.validUntil ?? now.consent.givenOn) });
      case 'withdrawn':
        return w.withdrawn({ on: this.when.short(this.when.dateOf(now.consent.withdrawnAt ?? '')) });
    }
  }
}
