import { Component, computed, inject } from '@angular/core';
import { CaseStore } from '../cases/case-store';
import { Chip } from '../ui/chip';
import { Person } from '../ui/person';
import { When } from '../ui/when';
import { initialsOf } from '@radslag/domain';
import { caseWords } from '../words/case';
import { referralWords } from '../words/referral';
import { vocabulary } from '../words/vocabulary';
import { words } from '../words/words';

/** The referral to read: questions and bottom lines first, since they carry everything else. */
@Component({
  selector: 'rs-referral-text',
  imports: [Chip, Person],
  template: `
    @if (store.view(); as view) {
      <section>
        <h3>{{ w().sections.focal.title }}</h3>
        <ul class="list">
          @for (person of people(); track person.id) {
            <li><rs-person [initials]="person.initials" [name]="person.name" [relation]="person.age" [locked]="person.protected" />
              @if (person.protected) {<rs-chip icon="lock">{{ w().protectedPerson }}</rs-chip>}</li>
          }
        </ul>
      </section>
      <section><h3>{{ w().sections.questions.title }}</h3><ol class="numbered">@for (item of view.content.questions; track item.id) {<li>{{ item.text }}</li>} @empty {<li class="muted">{{ w().nothing }}</li>}</ol></section>
      <section><h3>{{ w().sections.bottomLines.title }}</h3>
        @if (view.content.noBottomLines) {<p>{{ w().noBottomLinesSaid }}</p>} @else {<ul class="bullets">@for (item of view.content.bottomLines; track item.id) {<li>{{ item.text }}</li>} @empty {<li class="muted">{{ w().nothing }}</li>}</ul>}</section>
      <section><h3>{{ w().sections.situation.title }}</h3><p class="written">{{ view.content.situation || w().nothing }}</p></section>
      <section><h3>{{ w().sections.resources.title }}</h3><ul class="bullets">@for (item of view.content.resources; track item.id) {<li>{{ item.text }}</li>} @empty {<li class="muted">{{ w().nothing }}</li>}</ul></section>
      <section class="three">
        @for (part of picture(); track part.title) {<div><h3>{{ part.title }}</h3><p class="written">{{ part.text || w().nothing }}</p></div>}
      </section>
    }
  `,
})
export class ReferralText {
  protected readonly store = inject(CaseStore);
  protected readonly when = inject(When);
  protected readonly w = words(referralWords);
  protected readonly c = words(caseWords);
  protected readonly v = words(vocabulary);

  protected readonly people = computed(() =>
    (this.store.view()?.focalPersons ?? []).map((person) => ({
      id: person.id,
      protected: person.protected,
      initials: initialsOf(person.givenName, person.familyName),
      name: `${person.givenName} ${person.familyName}`,
      age: person.age === null ? '' : this.c().age({ years: person.age }),
    })),
  );
  protected readonly picture = computed(() => {
    const content = this.store.view()?.content;
    const w = this.w();
    return [{ title: w.worries, text: content?.worries }, { title: w.strengths, text: content?.strengths }, { title: w.goals, text: content?.goals }];
  });
}
