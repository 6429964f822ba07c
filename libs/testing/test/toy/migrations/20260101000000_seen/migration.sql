CREATE TABLE seen (report_id uuid NOT NULL);
