import { dev } from './dev';
import type { EnvironmentValues } from './environment';
import { prod } from './prod';
import { staging } from './staging';
import { test } from './test';

/** Every environment, in the order in which a version travels. */
export const ENVIRONMENTS: readonly EnvironmentValues[] = [dev, test, staging, prod];
