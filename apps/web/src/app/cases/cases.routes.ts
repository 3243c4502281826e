import { Routes } from '@angular/router';

/** Steps are places in free order, never a wizard: every one has its own address. */
const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./case-list').then((m) => m.CaseList) },
  {
    path: ':referralId',
    loadComponent: () => import('./case-frame').then((m) => m.CaseFrame),
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./to-current-step').then((m) => m.ToCurrentStep) },
      { path: 'uppdrag', data: { step: 'referral' }, loadComponent: () => import('../referral/referral').then((m) => m.Referral) },
      { path: 'samtycke', data: { step: 'consent' }, loadComponent: () => import('../consent/consents').then((m) => m.Consents) },
      { path: 'natverk', data: { step: 'network', wide: true }, loadChildren: () => import('../network/network.routes') },
      { path: 'forberedelse', data: { step: 'preparation' }, loadComponent: () => import('../preparation/preparation').then((m) => m.Preparation) },
      { path: 'inbjudan', data: { step: 'invitation', wide: true }, loadChildren: () => import('../times/times.routes') },
      { path: 'dagen', data: { step: 'conference' }, loadComponent: () => import('./conference-step').then((m) => m.ConferenceStep) },
      { path: 'plan', data: { step: 'plan', wide: true }, loadChildren: () => import('../plan/plan.routes') },
      { path: '**', redirectTo: '' },
    ],
  },
];
export default routes;
