export { inviteMessage, newLinkMessage, planConferenceMessages, cancelledMessages, type Planned } from './plan-messages';
export { planActionReminders } from './plan-action-reminders';
export { supersede, type Superseded, type Superseding } from './supersede';
export { previewMessages, type Effect, type PreviewKind } from './preview-messages';
export { renderFor, renderFacts, type Rendered } from './render';
