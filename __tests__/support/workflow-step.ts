import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** A step of a GitHub workflow that runs commands. */
export interface WorkflowStep {
  readonly name: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly env?: Record<string, string>; readonly steps: readonly Partial<WorkflowStep>[] }>
  >;
}

/** The steps of a workflow that run commands, each with its job's variables, in their order. */
export function workflowSteps(file: string): WorkflowStep[] {
  const workflow: Workflow = parse(readFileSync(join(resolve(__dirname, '../..'), file), 'utf8'));
  return Object.values(workflow.jobs).flatMap((job) =>
    job.steps.flatMap(({ name = '', run, env }) => (run ? [{ name, run, env: { ...job.env, ...env } }] : [])),
  );
}

/** Whether a step needs the service that it runs in: it is named by the command that talks to it. */
export function isHosted({ run }: WorkflowStep): boolean {
  return /^gh /.test(run);
}
