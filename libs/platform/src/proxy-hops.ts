/**
 * Whose word on who asks is taken: that of as many proxies as stand in front. Each appends the address that it saw; what stands
 * further to the left is whatever the caller wrote. With none it is the socket's own address, and the header is not read.
 */
export function believedProxies(hops: number): false | ((address: string, hop: number) => boolean) {
  return hops === 0 ? false : (_address, hop) => hop < hops;
}
