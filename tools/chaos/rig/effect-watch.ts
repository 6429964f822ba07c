import { asSuperuser } from './superuser.js';
import { type ServiceName } from '../../dev/services.js';

const LOG = `
  CREATE SCHEMA chaos;
  CREATE TABLE chaos.effect (
    event text NOT NULL, tx xid8 NOT NULL DEFAULT pg_current_xact_id(), at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (event, tx));`;

/** SECURITY DEFINER: the service itself has no right to what watches it. */
const watch = (table: string, event: string) => `
  CREATE FUNCTION chaos.note_${table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    INSERT INTO chaos.effect (event) VALUES (${event}) ON CONFLICT DO NOTHING;
    RETURN NEW;
  END $$;
  CREATE TRIGGER chaos BEFORE INSERT ON public.${table} FOR EACH ROW EXECUTE FUNCTION chaos.note_${table}();`;

const notice = watch('notice', 'NEW.event_id::text');
const organisation = watch('organisation', `NEW.id || '/' || NEW.version`);

/**
 * Counts effects without asking the inbox. A handler's writes may be harmless when repeated, so that doubles would not
 * show in the tables: a trigger BEFORE INSERT also sees a row that ON CONFLICT throws away, and what it notes lives and
 * dies with the handler's transaction. One event with two transactions is a doubled effect.
 */
export async function watchEffects(databaseOf: (service: ServiceName) => string): Promise<void> {
  await asSuperuser(databaseOf('notifications'), `${LOG} ${notice} ${organisation}`);
  await asSuperuser(databaseOf('reports'), `${LOG} ${organisation}`);
}
