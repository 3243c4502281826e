import { CorrectFamilyText } from './correct-family-text';
import { ReadFamilyTexts } from './read-family-texts';
import { ReviewFamilyTexts } from './review-family-texts';
import { SetLogo } from './set-logo';

export { MunicipalSite, type OwnSite } from './municipal-site';
export { CorrectFamilyText, ReadFamilyTexts, ReviewFamilyTexts, SetLogo };
export const familyTextProviders = [ReadFamilyTexts, CorrectFamilyText, ReviewFamilyTexts, SetLogo];
