import { Routes } from '@angular/router';

const routes: Routes = [{ path: '', data: { noPanel: true }, loadComponent: () => import('./plan').then((m) => m.Plan) }];
export default routes;
