import { it } from '@jest/globals';
import { parse } from 'exifr';
import { sql } from 'kysely';
import supertest from 'supertest'; // breaks

export const used = [it, parse, sql, supertest];
