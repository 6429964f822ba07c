/** The folder of messaging's SQL migrations (tables of the schema `messaging`), for the migration runner. */
export const messagingMigrations = new URL('../prisma/migrations/', import.meta.url);
