import { Component, computed, inject, output } from '@angular/core';
import { RINGS, SIDES } from '@radslag/domain';
import { Icon, Shape } from '../ui/icon';
import { Token } from '../ui/person';
import { byCode, words } from '../words/words';
import { networkWords } from '../words/network';
import { NetworkStore } from './network-store';

/** The same network as a table: what the map says to the eye, said in words. */
@Component({
  selector: 'rs-network-list',
  imports: [Icon, Shape, Token],
  template: `
    <table class="grid network-list" role="table">
      <caption class="vh">{{ w().tableCaption }}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{{ w().columns.person }}</th><th scope="col" role="columnheader">{{ w().columns.side }}</th><th scope="col" role="columnheader">{{ w().columns.state }}</th>
          <th scope="col" role="columnheader">{{ w().columns.consent }}</th><th scope="col" role="columnheader">{{ w().columns.needs }}</th><th scope="col" role="columnheader">{{ w().columns.ties }}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        @for (row of rows(); track row.id) {
          <tr role="row" [class.sel]="row.id === store.selectedId()">
            <th scope="row" role="rowheader">
              <button type="button" class="person-button" [attr.aria-pressed]="row.id === store.selectedId()" (click)="picked.emit(row.id)">
                <rs-token [initials]="row.initials" [pro]="row.professional" [locked]="row.protected" /><span><b>{{ row.name }}</b>&ngsp;<small>{{ row.relation }}</small></span>
              </button>
            </th>
            <td role="cell" [attr.data-label]="w().columns.side">{{ row.place }}</td>
            <td role="cell" [attr.data-label]="w().columns.state"><span class="with-icon"><svg [rs-shape]="row.shape"></svg>{{ row.state }}</span></td>
            <td role="cell" [attr.data-label]="w().columns.consent"><span class="with-icon"><svg [rs-icon]="row.refusal === null ? 'check' : 'skip'" class="i-s" [class.ok]="row.refusal === null"></svg>{{ row.refusal ?? row.reach }}</span></td>
            <td role="cell" [attr.data-label]="w().columns.needs">{{ row.needs }}</td>
            <td role="cell" [attr.data-label]="w().columns.ties">
              @for (tie of row.ties; track $index) {<span class="tie-line">{{ tie }}</span>}
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class NetworkList {
  protected readonly w = words(networkWords);
  protected readonly store = inject(NetworkStore);
  readonly picked = output<string>();

  protected readonly rows = computed(() => {
    const w = this.w();
    const order = (side: string, ring: string) => SIDES.indexOf(side as never) * RINGS.length + RINGS.indexOf(ring as never);
    return [...this.store.people()]
      .sort((a, b) => order(a.side, a.ring) - order(b.side, b.ring) || a.shortName.localeCompare(b.shortName, 'sv'))
      .map((member) => ({
        id: member.id, initials: member.initials, professional: member.professional, protected: member.protected,
        name: this.store.memberName(member), relation: member.relation, place: this.store.placeOf(member),
        state: w.states[member.state], shape: member.state === 'prepared' ? ('full' as const) : member.state === 'contacted' ? ('half' as const) : ('none' as const),
        refusal: member.contactRefusal === null ? null : (byCode(w.refusals, member.contactRefusal) ?? w.refusalUnknown),
        reach: `${w.canContact}, ${w.channels[member.channel]}, ${w.languages[member.language]}`,
        needs: member.needs.map((need) => (need.detail === '' ? w.needs[need.need] : `${w.needs[need.need]}: ${need.detail}`)).join(', '),
        ties: this.store.tiesOf(member.id).map((tie) => `${this.store.nameOf(tie.otherId)}: ${w.ties[tie.kind]}`),
      }));
  });
}
