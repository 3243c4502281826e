export * from './operator';
export * from './elks';
export { elksDelivery, elksOutcome, ELKS_STATUS } from './elks-vocabulary';
export * from './twilio';
export { twilioDelivery, twilioOutcome, TWILIO_STATUS } from './twilio-vocabulary';
export { deliveryOf, optedOutBy } from './receipt-words';
export { operatorFor, type OperatorSettings } from './operators';
export { CallFailed, httpCaller, type HttpCall } from './http-call';
export * from './fake-operator';
