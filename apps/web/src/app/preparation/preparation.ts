import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isCounted } from '@radslag/domain';
import type { Member } from '@radslag/contracts';
import { Api } from '../api/api';
import { live } from '../api/live';
import { ApiProblem, asProblem } from '../api/problem';
import { CasePanel } from '../cases/case-panel';
import { CaseStore } from '../cases/case-store';
import { standing } from '../consent/standing';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { Foot, Panel } from '../ui/frame';
import { Icon, IconName, Shape } from '../ui/icon';
import { ProblemNotice } from '../ui/notice';
import { Person, Token } from '../ui/person';
import { When } from '../ui/when';
import { caseWords } from '../words/case';
import { contactWords } from '../words/contact';
import { preparationWords } from '../words/preparation';
import { networkWords } from '../words/network';
import { vocabulary } from '../words/vocabulary';
import { byCode, words } from '../words/words';

const SHAPE = { suggested: 'none', agreed: 'none', contacted: 'half', prepared: 'full' } as const;
const NEED_ICON: Readonly<Record<string, IconName>> = { interpreter: 'tolk', transport: 'car', food: 'food', childcare: 'child', access: 'door' };
type Act = 'contact' | 'prepare';

/** Everyone has talked with the coordinator before they come: what is left stands before what is done. */
@Component({
  selector: 'rs-preparation',
  imports: [RouterLink, CasePanel, Chip, Foot, Panel, Icon, Shape, ProblemNotice, Person, Token],
  templateUrl: './preparation.html',
})
export class Preparation {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly when = inject(When);
  protected readonly store = inject(CaseStore);
  protected readonly w = words(preparationWords);
  private readonly k = words(contactWords);
  protected readonly c = words(caseWords);
  private readonly v = words(vocabulary);
  private readonly n = words(networkWords);

  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly network = live(
    () => (this.store.referralId() === '' ? null : this.api.call('readNetwork', { params: { referralId: this.store.referralId() } })),
    (change) => change.referralId === this.store.referralId(),
  );
  protected readonly mine = computed(() => this.session.is('coordinator'));
  private readonly people = computed(() => (this.network.value()?.members ?? []).map((member) => this.row(member)));
  protected readonly groups = computed(() => {
    const people = this.people();
    return [
      { key: 'left', title: this.w().left, rows: people.filter((row) => row.state !== 'prepared') },
      { key: 'done', title: this.w().done, rows: people.filter((row) => row.state === 'prepared') },
    ].filter((group) => group.rows.length > 0);
  });
  protected readonly listed = computed(() => this.people().length);
  /** As everywhere: the child has a talk too, and is not one of those who are counted. */
  private readonly counted = computed(() => (this.network.value()?.members ?? []).filter(isCounted));
  protected readonly count = computed(() => this.counted().length);
  protected readonly lead = computed(() => {
    const done = this.counted().filter((member) => member.state === 'prepared').length;
    return `${this.w().lead} ${done === this.count() ? this.w().talkedAll : this.w().talked({ done, of: this.count() })}`;
  });
  protected readonly unreached = computed(() => this.people().filter((row) => row.refusal !== null && row.state !== 'prepared'));
  /** The referrer's picture is told only when every guardian has said yes; the family's own questions always may. */
  protected readonly sharing = computed(() => {
    const guardians = (this.network.value()?.members ?? []).filter((member) => member.guardian);
    const waiting = guardians.filter((member) => standing(member.consents, 'shareFacts', this.when.today()).kind !== 'holds').map((member) => member.shortName);
    if (guardians.length === 0) return { may: false, text: this.w().noGuardian };
    return waiting.length === 0 ? { may: true, text: this.w().mayShare } : { may: false, text: this.w().waitsFor({ names: this.when.names(waiting) }) };
  });

  protected async move(memberId: string, event: Act): Promise<void> {
    try {
      await this.api.call('moveMember', { params: { memberId }, body: { event } });
      this.problem.set(null);
      await Promise.all([this.network.reload(), this.store.reload()]);
    } catch (error) {
      this.problem.set(asProblem(error));
    }
  }

  private row(member: Member) {
    const w = this.w();
    const at = (instant: string | null) => (instant === null ? '' : this.when.short(this.when.dateOf(instant)));
    const texts = { suggested: w.states.suggested, agreed: w.states.agreed, contacted: w.states.contacted({ on: at(member.contactedAt) }), prepared: w.states.prepared({ on: at(member.preparedAt) }) };
    const roles = [member.focalPersonId === null ? '' : w.roles.focal, member.guardian ? w.roles.guardian : '', member.supportPerson ? w.roles.supportPerson : ''];
    const act: Act | null = member.allowed.includes('contact') ? 'contact' : member.allowed.includes('prepare') ? 'prepare' : null;
    return {
      id: member.id,
      state: member.state,
      shape: SHAPE[member.state],
      initials: member.initials,
      name: member.protected ? this.n().protectedPerson : member.shortName,
      relation: [member.relation, ...roles].filter((part, at, all) => part !== '' && all.indexOf(part) === at).join(', '),
      professional: member.professional,
      protected: member.protected,
      talk: texts[member.state],
      talkSaid: w.statesSaid[member.state],
      needs: this.needs(member),
      act,
      refusal: member.contactRefusal === null || member.focalPersonId !== null ? null : member.callRefusal === null || member.callRefusal === 'noNumber' ? (byCode(this.v().refusal, member.contactRefusal) ?? '') : this.k().why[member.callRefusal],
      phone: member.phone === null || member.callRefusal !== null ? null : { href: `tel:${member.phone}`, text: this.when.phone(member.phone) },
    };
  }

  private needs(member: Member): { icon: IconName | null; text: string } | null {
    const first = member.needs[0];
    if (first === undefined) return null;
    const text = member.needs.map((one) => one.detail || (one.need === 'interpreter' ? this.w().interpreter({ language: this.v().language[member.language] }) : this.v().need[one.need])).join(', ');
    return { icon: member.needs.length === 1 ? (NEED_ICON[first.need] ?? null) : null, text };
  }
}
