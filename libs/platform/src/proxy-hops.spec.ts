import { believedProxies } from './proxy-hops';

/** As a server walks it: from the socket outwards, until somebody is not believed. */
function whoAsks(hops: number, socket: string, forwarded: readonly string[]): string {
  const believed = believedProxies(hops);
  const outwards = [socket, ...[...forwarded].reverse()];
  if (believed === false) return socket;
  const end = outwards.findIndex((address, hop) => !believed(address, hop));
  return outwards[end === -1 ? outwards.length - 1 : end]!;
}

describe('who asks', () => {
  const claims = ['203.0.113.7', '10.0.0.1', '127.0.0.1'];
  it.each([
    [0, [], '192.0.2.1'], [0, claims, '192.0.2.1'], [1, ['198.51.100.5'], '198.51.100.5'], [1, [...claims, '198.51.100.5'], '198.51.100.5'], [2, [...claims, '198.51.100.5', '192.0.2.2'], '198.51.100.5'], [2, [...claims, '10.0.0.9', '192.0.2.2'], '10.0.0.9'],
  ])('with %i proxies and %j it is %s, whatever stands to the left', (hops, forwarded, asks) => expect(whoAsks(hops, '192.0.2.1', forwarded)).toBe(asks));
});
