import { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./day').then((m) => m.Day) }];
export default routes;
