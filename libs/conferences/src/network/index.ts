import { AddMember } from './add-member';
import { AddTie } from './add-tie';
import { AnswerWorry } from './answer-worry';
import { ChangeMember } from './change-member';
import { DecidePair, RevokePair } from './decide-pair';
import { MoveMember } from './move-member';
import { ReadNetwork } from './read-network';
import { RecordConsent } from './record-consent';
import { RemoveMember } from './remove-member';
import { RemoveTie } from './remove-tie';
import { WithdrawConsent } from './withdraw-consent';

export * from './add-member';
export * from './add-tie';
export * from './answer-worry';
export * from './change-member';
export * from './decide-pair';
export * from './move-member';
export * from './read-network';
export * from './record-consent';
export * from './remove-member';
export * from './remove-tie';
export * from './withdraw-consent';

export const networkProviders = [ReadNetwork, AddMember, ChangeMember, MoveMember, RemoveMember, RecordConsent, WithdrawConsent, AddTie, RemoveTie, DecidePair, RevokePair, AnswerWorry];
