import { routes } from '@radslag/contracts';
import { ENDPOINTS } from './endpoints';

describe('the web’s table of endpoints', () => {
  it.each(Object.entries(ENDPOINTS))('calls %s where the contract has it', (name, [method, path]) => {
    const route = routes[name as keyof typeof ENDPOINTS];
    expect([route.method, route.path]).toEqual([method, path]);
  });
});
