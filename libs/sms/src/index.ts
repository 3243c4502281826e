export * from './operator';
export * from './elks';
export { elksDelivery, elksOutcome, ELKS_STATUS } from './elks-vocabulary';
export { CallFailed, httpCaller, type HttpCall } from './http-call';
export * from './fake-operator';
