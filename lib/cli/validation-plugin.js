/**
 * The plugin of the cdk8s CLI that cdk8s.yaml names under `validations`: prints what the rules found in the report that users
 * of cdk8s know. JavaScript, because the CLI itself loads it; without packages, because it has to be quick.
 *
 * The program has judged everything before it wrote, and an error has stopped it. What is left are warnings, which this
 * shows with the construct that each is about; what is only worth knowing is counted.
 */
const { existsSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const VERDICTS = join(__dirname, '..', '..', 'build', 'verdicts.json');

class RulesPlugin {
  constructor() {
    // the CLI would print the report among the manifests, which others read
    if (process.argv.some((argument) => /^(-p|--stdout)\b/.test(argument))) console.log = console.error;
  }

  async validate(context) {
    if (!existsSync(VERDICTS))
      throw new Error(`${VERDICTS}: the program of --app has judged nothing; run the one of cdk8s.yaml`);
    const environments = JSON.parse(readFileSync(VERDICTS, 'utf8'));
    rmSync(VERDICTS); // of one synthesis, and no other
    const told = environments.flatMap((environment) => environment.told);
    const warnings = told.filter(({ severity }) => severity !== 'info');
    for (const found of byRule(warnings)) context.report.addViolation(violation(found, context));
    context.report.submit('success', summary(environments));
  }
}

function byRule(findings) {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return rules.map((rule) => findings.filter((finding) => finding.rule === rule));
}

function violation(findings, context) {
  const [{ rule, mend }] = findings;
  return {
    ruleName: rule,
    recommendation: `npm run check -- --explain ${rule}`,
    fix: mend,
    violatingResources: findings.map((finding) => ({
      resourceName: named(finding, context.metadata),
      manifestPath: manifestOf(finding, context.manifests),
      locations: [finding.message],
    })),
  };
}

/** The report looks the construct up by the name of the resource, so the name is one that no other has. */
function named({ object: { kind, namespace, name }, construct }, metadata) {
  const resource = `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
  metadata[resource] = { path: construct };
  return resource;
}

/** The file of `dev/hello/...` is dev.hello.k8s.yaml; where all are in one, that. */
function manifestOf({ construct = '' }, manifests) {
  const [first, second] = construct.split('/');
  const ends = [`${first}.${second}.k8s.yaml`, `${first}.k8s.yaml`];
  return ends.map((end) => manifests.find((file) => file.endsWith(end))).find(Boolean) ?? manifests[0];
}

function summary(environments) {
  const rows = environments.map(({ name, level, told, excused }) => {
    const infos = told.filter(({ severity }) => severity === 'info').length;
    return [
      name || 'cluster',
      `level ${level}: ${told.length - infos} warnings, ${infos} info, ${excused.length} excused`,
    ];
  });
  return Object.fromEntries(rows);
}

module.exports = { RulesPlugin };
