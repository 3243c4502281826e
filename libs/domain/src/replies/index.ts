export * from './read-reply';
export * from './reply-words';
export { ourWords, type OurText, type OurWords } from './our-words';
export { OPERATORS_STOP } from './stop-words';
