import { afterNextRender, Component, computed, DestroyRef, inject, Injector, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRouteSnapshot, NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { Api } from '../api/api';
import { Changes } from '../api/changes';
import { live } from '../api/live';
import { Session } from '../session/session';
import { Dialogs } from '../ui/dialogs';
import { Icon, IconName } from '../ui/icon';
import { narrow } from '../ui/narrow';
import { Token } from '../ui/person';
import { shellWords } from '../words/shell';
import { vocabulary } from '../words/vocabulary';
import { words } from '../words/words';
import { InboxCount } from '../inbox/inbox-count';
import { hasToBeSet } from '../operators/to-set';
import { FindOpener } from './find-opener';
import { Recent } from './recent';
import { shortcuts } from './shortcuts';
import { TaskCount } from './task-count';

/** Places along the foot of a phone. */
const ROW = 5;

type Area = { link: string; icon: IconName; label: string; count?: number };

/** Navigation on paper, the work on the sheet: every page but sign-in and the day itself stands in here. */
@Component({
  selector: 'rs-shell',
  imports: [RouterOutlet, RouterLink, RouterLinkActive, Icon, Token],
  host: { class: 'contents' },
  template: `
    <a class="skip" href="#innehall" (click)="skip($event)">{{ w().skip }}</a>
    @if (!api.online()) {<p class="lost" role="status">{{ w().offline }}</p>}
    @else if (longLost()) {<p class="lost" role="status">{{ w().notLive }}</p>}
    <div class="app" [class.narrow-nav]="wide()">
      <nav class="nav" [attr.aria-label]="w().mainMenu">
        <a class="brand" routerLink="/"><svg rs-icon="ring"></svg><span>Rådslag<small>{{ me()?.municipality?.name }}</small></span></a>
        @if (casesToFind()) {
          <button class="find" type="button" aria-keyshortcuts="Control+K" (click)="find()"><svg rs-icon="find"></svg><span>{{ w().find }}</span><kbd>Ctrl K</kbd></button>
        }
        <ul>
          @for (area of inRow(); track area.link) {
            <li><a [routerLink]="area.link" routerLinkActive="current" ariaCurrentWhenActive="page"><svg [rs-icon]="area.icon"></svg><span>{{ area.label }}</span>
              @if (area.count; as n) {<span class="count"><span aria-hidden="true">{{ n }}</span><span class="vh">{{ w().leftToDo({ n }) }}</span></span>}</a></li>
          }
          @if (behind().length > 0) {<li><button class="more-areas" type="button" [class.current]="behindIsHere()" [attr.aria-expanded]="more()" (click)="more.set(!more())"><svg rs-icon="rows"></svg><span>{{ w().more }}</span></button></li>}
          @else {<li class="only-small"><a routerLink="/profil" routerLinkActive="current" ariaCurrentWhenActive="page"><svg rs-icon="person"></svg><span>{{ w().profile }}</span></a></li>}
        </ul>
        @if (more() && behind().length > 0) {
          <ul class="behind" (keydown.escape)="more.set(false)" (click)="more.set(false)">
            @for (area of behind(); track area.link) {<li><a [routerLink]="area.link" routerLinkActive="current" ariaCurrentWhenActive="page"><svg [rs-icon]="area.icon"></svg><span>{{ area.label }}</span></a></li>}
          </ul>
        }
        @if (recent.cases().length > 0) {
          <h2 id="recent">{{ w().recent }}</h2>
          <ul class="recent" aria-labelledby="recent">
            @for (one of recent.cases(); track one.id) {<li><a [routerLink]="['/radslag', one.id]">{{ one.initials }} <span>{{ one.reference }}</span></a></li>}
          </ul>
        }
        @if (me(); as who) {
          <a class="me" routerLink="/profil"><rs-token [initials]="initials()" [self]="true" /><span>{{ who.name }}<small>{{ v().role[who.role] }}</small></span></a>
        }
      </nav>
      <router-outlet />
    </div>
  `,
})
export class Shell {
  protected readonly api = inject(Api);
  protected readonly recent = inject(Recent);
  private readonly session = inject(Session);
  private readonly changes = inject(Changes);
  private readonly tasks = inject(TaskCount);
  private readonly replies = inject(InboxCount);
  private readonly dialogs = inject(Dialogs);
  private readonly finder = inject(FindOpener);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);

  protected readonly w = words(shellWords);
  protected readonly v = words(vocabulary);
  protected readonly me = this.session.me;
  /** At which operators an old address is still set: whoever can change it is told on every page. */
  private readonly operators = live(() => (this.session.is('administrator') ? this.api.call('readOperators') : null), (change) => change.what === 'operators');
  protected readonly longLost = signal(false);
  private readonly navigated = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd), map((event) => event.urlAfterRedirects)), { initialValue: '' });

  protected readonly wide = computed(() => {
    this.navigated();
    return dataOf(this.router.routerState.snapshot.root)['wide'] === true;
  });
  protected readonly initials = computed(() => (this.me()?.name ?? '').split(/\s+/).map((part) => part.charAt(0)).slice(0, 2).join(''));
  protected readonly casesToFind = computed(() => this.session.is('coordinator', 'socialWorker', 'manager'));
  protected readonly areas = computed<Area[]>(() => {
    const w = this.w();
    const areas: Area[] = [];
    if (this.casesToFind()) {
      areas.push({ link: '/idag', icon: 'today', label: w.today, count: this.tasks.left() });
      if (this.session.is('coordinator', 'manager')) areas.push({ link: '/inkorg', icon: 'letter', label: w.inbox, count: this.replies.waiting() });
      areas.push({ link: '/radslag', icon: 'ring', label: w.cases });
    }
    if (this.session.is('coordinator', 'manager')) areas.push({ link: '/inbjudna', icon: 'msg', label: w.invitations });
    if (this.session.is('socialWorker', 'manager')) areas.push({ link: '/erbjudanden', icon: 'offer', label: w.offers });
    if (this.session.is('manager', 'administrator')) areas.push({ link: '/utskick', icon: 'letter', label: w.sending });
    if (this.session.is('logReviewer')) areas.push({ link: '/logg', icon: 'list', label: w.log });
    if (this.session.is('administrator')) areas.push({ link: '/operatorer', icon: 'msg', label: w.operators, count: this.operators.value()?.operators.filter(hasToBeSet).length ?? 0 });
    return areas;
  });

  /** A thumb finds four places and a fifth that opens the rest; a wider window has room for all of them. */
  private readonly small = narrow(900);
  protected readonly more = signal(false);
  private readonly crowded = computed(() => this.small() && this.areas().length > ROW - 1);
  protected readonly inRow = computed(() => (this.crowded() ? this.areas().slice(0, ROW - 1) : this.areas()));
  protected readonly behind = computed<Area[]>(() => (this.crowded() ? [...this.areas().slice(ROW - 1), { link: '/profil', icon: 'person', label: this.w().profile }] : []));
  protected readonly behindIsHere = computed(() => this.behind().some((area) => this.navigated().startsWith(area.link)));

  constructor() {
    if (this.casesToFind()) {
      shortcuts({
        'ctrl+k': () => this.find(),
        '?': () => void this.showKeys(),
        'g i': () => void this.router.navigateByUrl('/idag'),
        'g m': () => this.session.is('coordinator', 'manager') && void this.router.navigateByUrl('/inkorg'),
        'g r': () => void this.router.navigateByUrl('/radslag'),
      });
    }
    this.focusHeadingAfterNavigation();
    this.watchTheLine();
  }

  protected find(): void {
    void this.finder.open();
  }

  private async showKeys(): Promise<void> {
    const { KeysHelp } = await import('./keys-help');
    await this.dialogs.open(KeysHelp, null, { label: this.w().keysTitle });
  }

  /** The fragment alone would lose the address under `<base href="/">`. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('innehall')?.focus();
  }

  /** A screen reader hears where it came, and Tab goes on from there. Not on the first page: the browser does that. */
  private focusHeadingAfterNavigation(): void {
    let path = pathOf(this.router.url);
    const going = this.router.events.subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      const next = pathOf(event.urlAfterRedirects);
      const same = next === path;
      const first = path === '' || event.id === 1;
      path = next;
      if (same || first) return;
      afterNextRender(() => setTimeout(focusHeading), { injector: this.injector });
    });
    inject(DestroyRef).onDestroy(() => going.unsubscribe());
  }

  /** A second without the event stream is nothing to speak of; ten are. */
  private watchTheLine(): void {
    let since = 0;
    const timer = setInterval(() => {
      since = this.changes.connected() ? 0 : since + 1;
      this.longLost.set(since >= 5);
    }, 2_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? '';
}
function dataOf(route: ActivatedRouteSnapshot): Record<string, unknown> {
  return route.firstChild === null ? route.data : { ...route.data, ...dataOf(route.firstChild) };
}
function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('[data-heading]') ?? document.querySelector<HTMLElement>('main h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
