import { celRule } from '../cel/cel-rule';

/** Containers of a Pod are told apart by their names. */
export const containerName = celRule({
  id: 'container-name',
  severity: 'error',
  level: 'baseline',
  why: 'the API server refuses a container of another name than DNS could have, and two of one name',
  mend: 'give each container a name of its own, in lower case letters, digits and "-"',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
  about: 'pod',
  expression: `
    [(variables.podSpec.?containers.orValue([]) + variables.podSpec.?initContainers.orValue([])
      + variables.podSpec.?ephemeralContainers.orValue([])).map(one, one.?name.orValue(""))].all(names,
      names.all(name, name == "" || (size(name) <= 63 && name.matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
        && names.filter(other, other == name).size() == 1)))`,
  field: 'containers',
  must: 'must have names of lower case letters, digits and "-", each another one',
  examples: {
    bad: 'containers: [{ name: web, image: "web:1" }, { name: web, image: "agent:1" }]',
    good: 'containers: [{ name: web, image: "web:1" }, { name: agent, image: "agent:1" }]',
  },
});
