import { CreatedSchema1795300000000 } from './1795300000000-created-schema';
import { WalledTenants1795300000001 } from './1795300000001-walled-tenants';
import { RangDueMessages1795300000010 } from './1795300000010-rang-due-messages';

/** In order; imported one by one, since a bundle has no folder to scan. */
export const migrations = [CreatedSchema1795300000000, WalledTenants1795300000001, RangDueMessages1795300000010];
