import { Routes } from '@angular/router';

const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'texter' },
  { path: 'texter', loadComponent: () => import('./texts').then((m) => m.Texts) },
  { path: 'regler', loadComponent: () => import('./rules').then((m) => m.Rules) },
  { path: 'familjesidor', loadComponent: () => import('./family-texts').then((m) => m.FamilyTexts) },
];
export default routes;
