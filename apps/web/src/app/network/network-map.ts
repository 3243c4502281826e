import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { MAP_CENTRE } from '@radslag/domain';
import type { PlacedMember, Tie } from '@radslag/domain';
import type { Member } from '@radslag/contracts';
import { When } from '../ui/when';
import { words } from '../words/words';
import { networkWords } from '../words/network';
import { bowOf, CENTRE_RADIUS, lineBetween, middleOf, NODE_RADIUS, pathOf, towards, zigzag } from './map-lines';
import { NetworkStore } from './network-store';

type Mark = { kind: 'tolk' | 'apart'; text: string; iconX: number; x: number; y: number };
type Node = {
  id: string; x: number; y: number; initials: string; name: string; relation: string; square: boolean; locked: boolean;
  state: Member['state']; shape: 'none' | 'half' | 'full'; label: PlacedMember['label']; nameY: number; marks: Mark[]; spoken: string; inner: boolean;
};
const SHAPES: Readonly<Record<Member['state'], Node['shape']>> = { suggested: 'none', agreed: 'none', contacted: 'half', prepared: 'full' };
const TIE_CLASSES: Readonly<Record<Tie, string>> = { supports: 'stod', weak: 'svag', strained: 'spand', contactBan: 'forbud', keptApart: 'svag' };
const MARK_STEP = 16;

/** The drawn network: the child in the middle, the father's side left, the mother's right, as in a genogram. */
@Component({
  selector: 'rs-network-map',
  templateUrl: './network-map.html',
})
export class NetworkMap {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly when = inject(When);
  protected readonly w = words(networkWords);
  protected readonly store = inject(NetworkStore);

  readonly zoom = input(1);
  readonly picked = output<string>();

  protected readonly centre = MAP_CENTRE;
  protected readonly label = computed(() => this.w().mapLabel({ count: this.nodes().length, child: this.store.childName() }));

  protected readonly sectors = computed(() => {
    const counts = { mother: 0, father: 0, friends: 0, professionals: 0 };
    for (const place of this.store.placed()) counts[place.side] += 1;
    const w = this.w().sides;
    return [
      { key: 'father', text: w.father, n: counts.father, x: 24, y: 20, anchor: 'start' },
      { key: 'professionals', text: w.professionals, n: counts.professionals, x: 500, y: 20, anchor: 'middle' },
      { key: 'mother', text: w.mother, n: counts.mother, x: 976, y: 20, anchor: 'end' },
      { key: 'friends', text: w.friends, n: counts.friends, x: 500, y: 718, anchor: 'middle' },
    ];
  });

  protected readonly children = computed(() => {
    const focal = this.store.focal();
    const r = focal.length > 2 ? 19 : focal.length === 2 ? 25 : CENTRE_RADIUS;
    return focal.map((person, index) => {
      const age = person.age === null ? '' : this.w().age({ years: person.age });
      return {
        id: person.id, r, x: MAP_CENTRE.x + (index - (focal.length - 1) / 2) * (r * 2 + 4), y: MAP_CENTRE.y, age,
        text: person.givenName.length <= 6 && focal.length < 3 ? person.givenName : person.givenName.slice(0, 1) + person.familyName.slice(0, 1),
        spoken: this.w().centre({ name: person.givenName, age }),
      };
    });
  });

  protected readonly nodes = computed<Node[]>(() => {
    const members = new Map(this.store.people().map((member) => [member.id, member]));
    return this.store.placed().flatMap((place) => {
      const member = members.get(place.id);
      return member === undefined ? [] : [this.nodeOf(place, member)];
    });
  });

  protected readonly lines = computed(() => {
    const at = new Map(this.nodes().map((node) => [node.id, { x: node.x, y: node.y, r: NODE_RADIUS }]));
    const focalIds = new Set(this.store.all().filter((member) => member.focalPersonId !== null).map((member) => member.id));
    const middle = { x: MAP_CENTRE.x, y: MAP_CENTRE.y, r: CENTRE_RADIUS + (this.children().length > 1 ? 18 : 0) };
    const placeOf = (id: string | null) => (id === null || focalIds.has(id) ? middle : at.get(id));
    const names = this.nodes().flatMap(namePoints);
    return this.store.ties().flatMap((tie) => {
      const from = placeOf(tie.fromMemberId);
      const to = placeOf(tie.toMemberId);
      // Kept apart is said beside both people, not drawn between them.
      if (from === undefined || to === undefined || from === to || tie.kind === 'keptApart') return [];
      const line = lineBetween(from, to);
      const inTheWay = [...at.values(), ...names, { x: middle.x, y: middle.y + 8, r: middle.r + 8 }].filter((one) => one !== from && one !== to && !(one.r > NODE_RADIUS && (from === middle || to === middle)));
      const bow = bowOf(line, inTheWay);
      return [{
        id: tie.id, kind: tie.kind, class: TIE_CLASSES[tie.kind], middle: middleOf(line, bow), path: tie.kind === 'strained' ? zigzag(line, bow) : pathOf(line, bow),
        bars: `translate(${middleOf(line, bow).x} ${middleOf(line, bow).y}) rotate(${line.turn})`, ...textBeside(middleOf(line, bow), [...at.values(), ...names]),
        text: this.w().ties[tie.kind], until: tie.until === null ? '' : this.w().until({ date: this.when.short(tie.until) }),
      }];
    });
  });

  protected move(event: KeyboardEvent, id: string): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.picked.emit(id);
      return;
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = towards(this.store.placed(), id, event.key);
    if (next !== null) this.focus(next);
  }

  focus(id: string): void {
    this.host.nativeElement.querySelector<SVGGElement>(`[data-person="${CSS.escape(id)}"]`)?.focus();
  }

  private nodeOf(place: PlacedMember, member: Member): Node {
    const w = this.w();
    const apart = this.store.tiesOf(member.id).some((tie) => tie.kind === 'keptApart');
    const interpreter = member.needs.some((need) => need.need === 'interpreter');
    const wanted = [...(apart ? [{ kind: 'apart' as const, text: w.apart }] : []), ...(interpreter ? [{ kind: 'tolk' as const, text: w.interpreter }] : [])];
    const above = place.label.anchor === 'middle' && place.label.dy < 0;
    const nameY = place.label.dy - (above ? wanted.length * MARK_STEP : 0);
    const name = this.store.memberName(member);
    return {
      id: member.id, x: place.x, y: place.y, name, relation: member.relation, initials: member.initials.replace(/[.\s]/g, '').slice(0, 2),
      square: member.professional, locked: member.protected, state: member.state, shape: SHAPES[member.state], label: place.label, nameY, inner: place.ring === 'inner',
      marks: wanted.map((mark, index) => ({ ...mark, ...markPlace(place.label, mark.text), y: nameY + MARK_STEP * (index + 2) })),
      // Begins with what is seen, in its order, so that it can be called by what is read (WCAG 2.5.3).
      spoken: [name, member.relation, ...wanted.map((mark) => mark.text), w.states[member.state], ...(member.protected ? [w.protectedLong] : [])].join(', '),
    };
  }
}

/** Two short lines over the middle of a line, or under it where over is taken. */
function textBeside(middle: { x: number; y: number }, taken: readonly { x: number; y: number; r: number }[]): { textY: number } {
  const crowd = (y: number) => taken.filter((one) => Math.abs(one.x - middle.x) < 52 + one.r && Math.abs(one.y - y) < 18 + one.r).length;
  return { textY: crowd(middle.y - 22) <= crowd(middle.y + 26) ? middle.y - 28 : middle.y + 22 };
}

/** Where a node's two lines of text are, roughly, for lines to stay off. */
function namePoints(node: Node): { x: number; y: number; r: number }[] {
  const { dx, anchor } = node.label;
  return [{ text: node.name, y: node.nameY - 4 }, { text: node.relation, y: node.nameY + 12 }].flatMap(({ text, y }) => {
    const width = text.length * 6.6;
    const left = anchor === 'start' ? dx : anchor === 'end' ? dx - width : dx - width / 2;
    return [0.1, 0.5, 0.9].map((part) => ({ x: node.x + left + width * part, y: node.y + y, r: 2 }));
  });
}

/** Icon before the word, whichever way the label is anchored. Widths are near enough at 12 px. */
function markPlace(label: PlacedMember['label'], text: string): { iconX: number; x: number } {
  const width = text.length * 4.9;
  if (label.anchor === 'start') return { iconX: label.dx - 1, x: label.dx + 18 };
  if (label.anchor === 'end') return { iconX: label.dx - width - 20, x: label.dx };
  return { iconX: label.dx - (width + 19) / 2, x: label.dx + 9.5 };
}
