import { CreatedSchema1795300000000 } from './1795300000000-created-schema';
import { WalledTenants1795300000001 } from './1795300000001-walled-tenants';
import { RangDueMessages1795300000010 } from './1795300000010-rang-due-messages';
import { DeepenedOutreach1795400000020 } from './1795400000020-deepened-outreach';
import { IndexedTextsToForget1795400000031 } from './1795400000031-indexed-texts-to-forget';
import { OpenedLinksByLetter1795400000032 } from './1795400000032-opened-links-by-letter';
import { ReadReplies1795400000033 } from './1795400000033-read-replies';
import { WithdrewTexts1795400000034 } from './1795400000034-withdrew-texts';
import { KeptMessagesInPlace1795500000015 } from './1795500000015-kept-messages-in-place';
import { NotedNumbersCalled1795500000017 } from './1795500000017-noted-numbers-called';
import { RememberedWhatWasLost1795500000020 } from './1795500000020-remembered-what-was-lost';
import { KeptToldTimes1795500000021 } from './1795500000021-kept-told-times';
import { WroteFamilyTexts1795600000001 } from './1795600000001-wrote-family-texts';
import { LetStaffFillIn1795600000002 } from './1795600000002-let-staff-fill-in';
import { AskedGoBetweens1795600000022 } from './1795600000022-asked-go-betweens';
import { AskedAfterSilence1795600000023 } from './1795600000023-asked-after-silence';
import { EndedCodes1795800000100 } from './1795800000100-ended-codes';
import { EndedTasks1795800000120 } from './1795800000120-ended-tasks';
import { ReadTextsByTwo1795800000130 } from './1795800000130-read-texts-by-two';
import { AnsweredCriesForHelp1795800000140 } from './1795800000140-answered-cries-for-help';
import { CountedWrongTries1795800000141 } from './1795800000141-counted-wrong-tries';
import { BoundAnswersToTimes1795800000150 } from './1795800000150-bound-answers-to-times';
import { ToldOfPlans1795800000160 } from './1795800000160-told-of-plans';
import { KeptPairsApart1795800000161 } from './1795800000161-kept-pairs-apart';
import { ReleasedPlansByPerson1795800000162 } from './1795800000162-released-plans-by-person';
import { LockedPrivateTime1795800000170 } from './1795800000170-locked-private-time';
import { HeldByWorries1795800000171 } from './1795800000171-held-by-worries';
import { NarrowedWrites1795800000172 } from './1795800000172-narrowed-writes';
import { HashedWholeEntries1795800000190 } from './1795800000190-hashed-whole-entries';
import { GaveEachItsOwnAddress1795800000195 } from './1795800000195-gave-each-its-own-address';
import { TiedEveryLink1795800000200 } from './1795800000200-tied-every-link';
import { ShutSideDoors1795800000201 } from './1795800000201-shut-side-doors';
import { HeardWorriesInTexts1795800000220 } from './1795800000220-heard-worries-in-texts';

/** In order; imported one by one, since a bundle has no folder to scan. */
export const migrations = [
  CreatedSchema1795300000000, WalledTenants1795300000001, RangDueMessages1795300000010, DeepenedOutreach1795400000020, IndexedTextsToForget1795400000031,
  OpenedLinksByLetter1795400000032, ReadReplies1795400000033, WithdrewTexts1795400000034, KeptMessagesInPlace1795500000015, NotedNumbersCalled1795500000017,
  RememberedWhatWasLost1795500000020, KeptToldTimes1795500000021, WroteFamilyTexts1795600000001, LetStaffFillIn1795600000002, AskedGoBetweens1795600000022,
  AskedAfterSilence1795600000023,
  EndedCodes1795800000100,
  EndedTasks1795800000120,
  ReadTextsByTwo1795800000130,
  AnsweredCriesForHelp1795800000140,
  CountedWrongTries1795800000141,
  BoundAnswersToTimes1795800000150,
  ToldOfPlans1795800000160,
  KeptPairsApart1795800000161,
  ReleasedPlansByPerson1795800000162,
  LockedPrivateTime1795800000170,
  HeldByWorries1795800000171,
  NarrowedWrites1795800000172,
  HashedWholeEntries1795800000190,
  GaveEachItsOwnAddress1795800000195,
  TiedEveryLink1795800000200,
  ShutSideDoors1795800000201,
  HeardWorriesInTexts1795800000220,
];
