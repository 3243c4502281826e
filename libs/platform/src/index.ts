export * from './uuid';
export * from './errors';
export * from './env';
export * from './storable';
export * from './logger';
export * from './strict-transport';
export * from './proxy-hops';
