import type { EnvironmentValues } from '../environments/environment';
import type { PolicyException } from '../environments/environment-policies';
import { type InvalidValue, invalidValue } from '../kubernetes/invalid-value';
import { nearest } from '../kubernetes/nearest';
import { CATALOGUE } from '../policies/catalogue';
import { EXCEPTION_ANNOTATION } from '../policies/exception-annotation';
import type { ParameterValue } from '../policies/parameter';

/** What is wrong with the policies of an environment before anything is held against them: a sentence each. */
export function policiesMistakes({
  name,
  policies: { exceptions = [], parameters = {} },
}: EnvironmentValues): string[] {
  return [
    ...exceptions.flatMap((exception, index) => exceptionMistakes(exception, `policies.exceptions[${index}]`)),
    ...Object.entries(parameters).flatMap(([parameter, got]) => parameterMistakes(parameter, got)),
  ].map((mistake) => `environment ${name}: ${invalidValue(mistake)}`);
}

function exceptionMistakes({ rule: got, owner, reason }: PolicyException, field: string): InvalidValue[] {
  const known = CATALOGUE.map(({ id }) => id);
  const unknown = {
    field: `${field}.rule`,
    got,
    rule: 'must name a rule',
    mend: suggestion(got, known, 'look it up with: npm run check -- --rules'),
  };
  const who = {
    field: `${field}.owner`,
    got: owner,
    rule: 'must say who allows it, without a colon',
    mend: 'name a team',
  };
  const why = { field: `${field}.reason`, got: reason, rule: 'must say why', mend: 'say it in a few words' };
  const isExcuse = (text: string) => new RegExp(EXCEPTION_ANNOTATION.pattern).test(text);
  return [
    ...(known.includes(got) ? [] : [unknown]),
    ...(owner.includes(':') || !isExcuse(`${owner}: reason`) ? [who] : []),
    ...(isExcuse(`owner: ${reason}`) ? [] : [why]),
  ];
}

function parameterMistakes(name: string, got: ParameterValue): InvalidValue[] {
  const parameters = Object.assign({}, ...CATALOGUE.map((rule) => rule.parameters ?? {}));
  const field = `policies.parameters.${name}`;
  if (!Object.hasOwn(parameters, name)) {
    const mend = suggestion(name, Object.keys(parameters), 'npm run check -- --explain RULE names those of a rule');
    return [{ field, got, rule: 'must be a parameter of a rule', mend }];
  }
  const { standard, meaning } = parameters[name];
  if (typeof got === typeof standard && Array.isArray(got) === Array.isArray(standard)) return [];
  return [{ field, got, rule: `must be of the form of its standard, ${JSON.stringify(standard)}`, mend: meaning }];
}

function suggestion(got: string, known: readonly string[], otherwise: string): string {
  const near = nearest(got, known);
  return near ? `write ${near}` : otherwise;
}
