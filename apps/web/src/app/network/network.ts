import { afterRenderEffect, Component, computed, effect, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { TIES } from '@radslag/domain';
import type { Member } from '@radslag/contracts';
import { shortcuts } from '../shell/shortcuts';
import { Dialogs } from '../ui/dialogs';
import { Foot, Panel } from '../ui/frame';
import { Icon, Shape } from '../ui/icon';
import { Notice, ProblemNotice } from '../ui/notice';
import { narrow } from '../ui/narrow';
import { SaveStateLine } from '../ui/save-line';
import { Choice, Seg } from '../ui/seg';
import { Numerals } from '../ui/numerals';
import { byCode, words } from '../words/words';
import { callWords } from '../words/call';
import { networkWords } from '../words/network';
import { CallGuide } from './call-guide';
import { LetterGuide } from './letter-guide';
import { MemberForm } from './member-form';
import { MemberPanel } from './member-panel';
import { NetworkList } from './network-list';
import { NetworkMap } from './network-map';
import { NetworkStore } from './network-store';
import { PlaceForm } from './place-form';
import { TieForm } from './tie-form';
import { TieSample } from './tie-sample';

type View = 'map' | 'list';
const ZOOMS = [1, 1.25, 1.5, 2, 2.5];

@Component({
  selector: 'rs-network',
  imports: [Foot, Panel, Icon, Shape, Notice, ProblemNotice, SaveStateLine, Seg, MemberPanel, NetworkList, NetworkMap, TieSample],
  providers: [NetworkStore],
  host: { class: 'step-page network' },
  templateUrl: './network.html',
})
export class Network {
  private readonly dialogs = inject(Dialogs);
  protected readonly numerals = inject(Numerals);
  protected readonly w = words(networkWords);
  private readonly c = words(callWords);
  protected readonly store = inject(NetworkStore);
  private readonly drawn = viewChild(NetworkMap);
  private readonly stage = viewChild<ElementRef<HTMLElement>>('stage');

  /** `?person=`: whom the front page or the preparation sent us to. */
  readonly person = input<string>();
  /** `&by=call` or `letter`: how a task says that they are reached. */
  readonly by = input<string>();
  private guided = false;

  // A map is no use on a phone: the list says the same.
  protected readonly view = signal<View>(matchMedia('(max-width: 600px)').matches ? 'list' : 'map');
  /** Where the map is wider than the screen. */
  protected readonly small = narrow(900);
  protected readonly step = signal(0);
  protected readonly zoom = computed(() => ZOOMS[this.step()] ?? 1);
  protected readonly legendTies = TIES;
  protected readonly views = computed<Choice<View>[]>(() => [{ value: 'map', label: this.w().map }, { value: 'list', label: this.w().list }]);
  protected readonly prompts = computed(() => this.store.missing().map((one) => byCode(this.w().missing, one.code) ?? this.w().missingOther));

  constructor() {
    effect(() => {
      const person = this.person();
      if (person === undefined || !this.store.loaded()) return;
      this.store.select(person);
      const member = this.store.selected();
      const by = this.by();
      if (this.guided || member === null || !this.store.editable() || (by !== 'call' && by !== 'letter')) return;
      this.guided = true;
      void this.reach(member, by);
    });
    // Whatever part of the map is seen, the child is in the middle of it.
    afterRenderEffect(() => {
      const stage = this.stage()?.nativeElement;
      if (stage === undefined || this.zoom() === 0 || !this.store.loaded()) return;
      stage.scrollTo({ left: (stage.scrollWidth - stage.clientWidth) / 2, top: (stage.scrollHeight - stage.clientHeight) / 2, behavior: 'instant' });
    });
    shortcuts({
      r: () => this.onSelected((member) => this.place(member)),
      l: () => this.onSelected((member) => this.relate(member)),
      '+': () => this.larger(),
      '-': () => this.smaller(),
      '0': () => this.step.set(0),
    });
  }

  protected larger(): void {
    this.step.update((step) => Math.min(step + 1, ZOOMS.length - 1));
  }
  protected smaller(): void {
    this.step.update((step) => Math.max(step - 1, 0));
  }
  protected async add(): Promise<void> {
    await this.dialogs.open(MemberForm, { store: this.store, member: null }, { label: this.w().addTitle, kind: 'side' });
  }
  protected async edit(member: Member): Promise<void> {
    await this.dialogs.open(MemberForm, { store: this.store, member }, { label: this.w().editTitle({ name: this.store.memberName(member) }), kind: 'side' });
  }
  protected async reach(member: Member, by: 'call' | 'letter'): Promise<void> {
    const name = this.store.memberName(member);
    if (by === 'call') await this.dialogs.open(CallGuide, { store: this.store, member }, { label: this.c().title({ name }), kind: 'side' });
    else await this.dialogs.open(LetterGuide, { store: this.store, member }, { label: this.c().letterTitle({ name }) });
    await this.store.reload();
  }
  protected relate(member: Member): void {
    void this.dialogs.open(TieForm, { store: this.store, member }, { label: this.w().relationTitle({ name: this.store.memberName(member) }) });
  }
  protected async place(member: Member): Promise<void> {
    await this.dialogs.open(PlaceForm, { store: this.store, member }, { label: this.w().moveMenu });
    this.drawn()?.focus(member.id);
  }
  protected print(): void {
    window.print();
  }

  /** The person with focus on the map, else the one in the panel. */
  private onSelected(act: (member: Member) => void): void {
    if (!this.store.editable()) return;
    const focused = document.activeElement?.getAttribute('data-person') ?? null;
    if (focused !== null) this.store.select(focused);
    const member = this.store.selected();
    if (member !== null) act(member);
  }
}
