export { messageFaults, placesIn, type MessageFault } from './faults';
export type { Values } from './places';
export { speak, type Layer, type Voice } from './speak';
export { flatten, type AnyLeaf, type Partly, type Spoken, type Texts, type Written } from './texts';
