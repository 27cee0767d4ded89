import { plainFiles } from './plain-files';

/**
 * The manifests as templates of a Helm chart that come out of it as they are. Two braces begin an action of a template;
 * in a manifest they are text (an alert's, a script's), so each pair becomes an action that prints a pair.
 *
 * @param files the output; what lies in its folders is no part of the chart: Helm reads templates at any depth
 */
export function helmTemplates(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...plainFiles(files)].map(([file, text]) => [file, text.replaceAll('{{', '{{ "{{" }}')]));
}
