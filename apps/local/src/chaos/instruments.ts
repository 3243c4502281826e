/**
 * What the database of a run writes down for the judge: each change that bears on a verdict, and each gate, in the order in
 * which they were committed. Deferred triggers run just before the commit, while the rows that gate and change fight over
 * are still locked: of two that exclude each other the number tells which came first.
 */
export const INSTRUMENTS = `
CREATE TABLE chaos_moment (
  seq bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp(), app_at timestamptz NOT NULL DEFAULT app_now(), what text NOT NULL, id uuid NOT NULL, facts jsonb NOT NULL);

CREATE FUNCTION chaos_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO chaos_moment (what, id, facts) VALUES (TG_TABLE_NAME, NEW.id, CASE TG_TABLE_NAME
    WHEN 'message_attempt' THEN jsonb_build_object('message', to_jsonb(NEW)->'message_id', 'operator', to_jsonb(NEW)->'operator')
    WHEN 'network_member' THEN jsonb_build_object('removed', to_jsonb(NEW)->>'removed_at' IS NOT NULL, 'protected', to_jsonb(NEW)->'protected', 'noSms', to_jsonb(NEW)->'no_sms',
      'channel', to_jsonb(NEW)->'channel', 'others', to_jsonb(NEW)->'other_channels', 'lastReachedBy', to_jsonb(NEW)->'last_reached_by', 'hasPhone', to_jsonb(NEW)->>'phone' IS NOT NULL,
      'number', to_jsonb(NEW)->>'phone_index', 'hasEmail', to_jsonb(NEW)->>'email' IS NOT NULL, 'language', to_jsonb(NEW)->'language', 'goBetween', to_jsonb(NEW)->'delegate_id',
      'hoursFrom', to_jsonb(NEW)->'hours_from', 'hoursTo', to_jsonb(NEW)->'hours_to')
    WHEN 'consent' THEN jsonb_build_object('member', to_jsonb(NEW)->'member_id', 'withdrawn', to_jsonb(NEW)->>'withdrawn_at' IS NOT NULL)
    WHEN 'invitation' THEN jsonb_build_object('member', to_jsonb(NEW)->'member_id', 'conference', to_jsonb(NEW)->'conference_id', 'revoked', to_jsonb(NEW)->>'revoked_at' IS NOT NULL, 'rotation', to_jsonb(NEW)->'rotation')
    WHEN 'answer' THEN jsonb_build_object('invitation', to_jsonb(NEW)->'invitation_id', 'coming', to_jsonb(NEW)->'coming',
      'about', (SELECT jsonb_agg(jsonb_build_object('startsLocal', p.starts_local, 'endsLocal', p.ends_local, 'value', x.value)) FROM answer_time x
        JOIN proposed_time p ON p.municipality_id = x.municipality_id AND p.id = x.proposed_time_id
        WHERE x.municipality_id = (to_jsonb(NEW)->>'municipality_id')::uuid AND x.answer_id = NEW.id))
    WHEN 'inbound_message' THEN jsonb_build_object('operatorId', to_jsonb(NEW)->'operator_message_id', 'kind', to_jsonb(NEW)->'kind', 'number', to_jsonb(NEW)->>'sender_index', 'member', to_jsonb(NEW)->'member_id')
    WHEN 'task' THEN jsonb_build_object('kind', to_jsonb(NEW)->'kind', 'member', to_jsonb(NEW)->'member_id', 'conference', to_jsonb(NEW)->'conference_id', 'about', to_jsonb(NEW)->'about', 'urgent', to_jsonb(NEW)->'urgent',
      'open', to_jsonb(NEW)->>'done_at' IS NULL)
    WHEN 'conference' THEN jsonb_build_object('state', to_jsonb(NEW)->'state', 'version', to_jsonb(NEW)->'schedule_version', 'startsLocal', to_jsonb(NEW)->'starts_local', 'endsLocal', to_jsonb(NEW)->'ends_local')
  END);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER chaos_note AFTER INSERT ON message_attempt DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_note();
CREATE CONSTRAINT TRIGGER chaos_note AFTER INSERT ON answer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_note();
CREATE CONSTRAINT TRIGGER chaos_note AFTER INSERT OR UPDATE ON inbound_message DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_note();
CREATE CONSTRAINT TRIGGER chaos_note AFTER INSERT OR UPDATE ON network_member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_note();
CREATE CONSTRAINT TRIGGER chaos_note AFTER INSERT OR UPDATE ON consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_note();
CREATE CONSTRAINT TRIGGER chaos_note AFTER INSERT OR UPDATE ON invitation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_note();
CREATE CONSTRAINT TRIGGER chaos_note AFTER INSERT OR UPDATE ON task DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_note();
CREATE CONSTRAINT TRIGGER chaos_note AFTER INSERT OR UPDATE ON conference DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chaos_note();
`;

/** One line of the record. `facts` are the row's as they were then. */
export type Moment = { seq: number; at: Date; appAt: Date; what: 'message_attempt' | 'network_member' | 'consent' | 'invitation' | 'answer' | 'conference' | 'inbound_message' | 'task'; id: string; facts: Record<string, unknown> };
