import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common/decorators/index.js';
import type { Point } from 'geojson';
import { type Polygon } from 'geojson'; // breaks
import { sql } from 'kysely';
import lodash from 'lodash'; // breaks
import { parse } from 'exifr/dist/lite.js'; // breaks

export type Places = Point | Polygon;
export const used = [readFileSync, Injectable, sql, lodash, parse];
