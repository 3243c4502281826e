import { createServer, type AddressInfo, type Server } from 'node:net';
import { freePorts, isFree, requireFree } from './ports.mjs';
import { Refusal } from './refusal.mjs';

const listening = (host: string): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, host, () => resolve(server));
  });
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe('ports', () => {
  it('says in one sentence that a port is taken, by whom it is wanted and what to do', async () => {
    const server = await listening('127.0.0.1');
    const port = portOf(server);
    const refused = requireFree(port, 'the staff web', '--port-staff');
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(
      `Port ${port}, which the staff web needs, is taken by another program: stop that program, or choose another port with --port-staff.`,
    );
    server.close();
  });

  it('takes a port for taken when any address has it, since localhost may mean that one', async () => {
    const server = await listening('0.0.0.0');
    expect(await isFree(portOf(server))).toBe(false);
    server.close();
  });

  it('finds different ports that are free, and none that was promised before', async () => {
    const taken = new Set<number>();
    const first = await freePorts(3, taken);
    const second = await freePorts(3, taken);
    expect(new Set([...first, ...second]).size).toBe(6);
    for (const port of [...first, ...second]) expect(await isFree(port)).toBe(true);
  });
});
