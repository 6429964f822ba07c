import { queryOnce } from '@jaki/testing/embedded';
import { type ServiceName } from '../../dev/services.js';

const LOG = `
  CREATE SCHEMA chaos;
  CREATE TABLE chaos.effect (
    event text NOT NULL, tx xid8 NOT NULL DEFAULT pg_current_xact_id(), at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (event, tx));`;

/** SECURITY DEFINER: the service itself has no right to what watches it. */
const ORGANISATIONS = `
  CREATE FUNCTION chaos.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    INSERT INTO chaos.effect (event) VALUES (NEW.id || '/' || NEW.version) ON CONFLICT DO NOTHING;
    RETURN NEW;
  END $$;
  CREATE TRIGGER chaos BEFORE INSERT ON public.organisation FOR EACH ROW EXECUTE FUNCTION chaos.note();`;

const NOTICES = 'GRANT USAGE ON SCHEMA chaos TO notifications; GRANT INSERT ON chaos.effect TO notifications;';

/**
 * Counts effects without asking the inbox. Handlers write in a way that repetition does not harm, so that doubles would
 * not show in their tables. An organisation's row is seen by a trigger BEFORE INSERT, which also sees what ON CONFLICT
 * throws away; notices are noted by an edit of the handler's last step (`effectNotes`), as it looks before it inserts.
 * Either note lives and dies with the handler's transaction: one event with two transactions is a doubled effect.
 */
export async function watchEffects(databaseOf: (service: ServiceName) => string): Promise<void> {
  await queryOnce(databaseOf('notifications'), `${LOG} ${ORGANISATIONS} ${NOTICES}`);
  await queryOnce(databaseOf('reports'), `${LOG} ${ORGANISATIONS}`);
}
