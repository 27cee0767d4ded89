import { github } from './github';
import { json } from './json';
import { junit } from './junit';
import type { Report } from './report';
import { sarif } from './sarif';
import { text } from './text';

/** Every format of a report, by the name that users call it. */
export const FORMATS: Readonly<Record<string, Report>> = { text, json, sarif, junit, github };
