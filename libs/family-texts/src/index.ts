export type { Catalogue, PartOfCatalogue, Words } from './catalogue';
export { textFaults, type TextFault } from './faults';
export { SPOKEN, tongueOf, tongueOfCode, wordsOf, WRITTEN, type CorrectionsByLanguage, type Standing, type Tongue } from './languages';
export { isolated, MARKED, ownWay, plain, unbroken } from './marked';
export type { Corrections } from './speak';
export { builtInText, isOpenToAll, PLACES } from './places';
