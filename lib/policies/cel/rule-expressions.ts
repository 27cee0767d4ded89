import type { Rule } from '../rule';
import type { AdmissionPolicy, Validation } from './admission-policy';
import type { AdmissionRule } from './admission-rule';
import { celLiteral } from './cel-literal';

/** A rule in a policy: what must hold, and what that is worked out from. */
export interface RuleExpressions {
  readonly variables: AdmissionPolicy['variables'];
  readonly validation: Validation;
}

/**
 * A rule, with the expression that it is asked by at the desk, and what is said where it is broken: its name, the field, and
 * how to mend it. Of containers those that break it are a variable, which the message names them from.
 */
export function ruleExpressions({ id, mend, admission }: Rule): RuleExpressions {
  const { about, expression, field, must } = admission as AdmissionRule;
  const unless = `${celLiteral(id)} in variables.excused || `;
  const said = `${field === '' ? '' : `${field}: `}${must}; ${mend}`;
  if (about === 'container' || about === 'mainContainer') {
    const name = `breaks${pascalCase(id)}`;
    const names = `variables.${name}.map(container, container.name).join(', ')`;
    return {
      variables: [{ name, expression: `variables.${about}s.filter(container, !(${inner(expression)}))` }],
      validation: {
        expression: `${unless}size(variables.${name}) == 0`,
        messageExpression: `${celLiteral(`${id}: `)} + variables.path + ', container ' + ${names} + ${celLiteral(`: ${said}`)}`,
      },
    };
  }
  const validation = { expression: `${unless}(${inner(expression)})` };
  if (about !== 'pod') return { variables: [], validation: { ...validation, message: `${id}: ${said}` } };
  const messageExpression = `${celLiteral(`${id}: `)} + variables.path + ${celLiteral(`${field === '' ? ': ' : '.'}${said}`)}`;
  return { variables: [], validation: { ...validation, messageExpression } };
}

/** An expression of several lines begins one of its own. */
function inner(expression: string): string {
  return expression.includes('\n') ? `\n  ${expression}` : expression;
}

/** A rule's name as a part of one that CEL can write. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}
