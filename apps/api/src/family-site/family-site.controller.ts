import { Controller } from '@nestjs/common';
import { CorrectFamilyText, ReadFamilyTexts, ReviewFamilyTexts, SetLogo, type StaffAccess } from '@radslag/access';
import { familySiteRoutes as routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** What the family pages say. */
@Controller()
export class FamilySiteController {
  constructor(
    private readonly readTexts: ReadFamilyTexts,
    private readonly correctText: CorrectFamilyText,
    private readonly reviewTexts: ReviewFamilyTexts,
    private readonly logo: SetLogo,
  ) {}

  @Endpoint(routes.readFamilyTexts)
  read(@Input() input: InputOf<typeof routes.readFamilyTexts>, @Staff() staff: StaffAccess) {
    return this.readTexts.execute(staff, input.params.language);
  }

  @Endpoint(routes.correctFamilyText)
  correct(@Input() input: InputOf<typeof routes.correctFamilyText>, @Staff() staff: StaffAccess) {
    return this.correctText.execute(staff, { language: input.params.language, ...input.body });
  }

  @Endpoint(routes.reviewFamilyTexts)
  async review(@Input() input: InputOf<typeof routes.reviewFamilyTexts>, @Staff() staff: StaffAccess) {
    return { texts: await this.reviewTexts.execute(staff, { language: input.params.language, ...input.body }) };
  }

  @Endpoint(routes.setLogo)
  setLogo(@Input() input: InputOf<typeof routes.setLogo>, @Staff() staff: StaffAccess) {
    return this.logo.execute(staff, input.body.logo);
  }
}
