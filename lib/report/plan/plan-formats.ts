import { json } from './json';
import { markdown } from './markdown';
import type { PlanReport } from './plan-report';
import { text } from './text';

/** Every format of a plan, by the name that users call it. */
export const PLAN_FORMATS: Readonly<Record<string, PlanReport>> = { text, json, markdown };
