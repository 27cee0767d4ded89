import { App } from 'cdk8s';
import type { Chapter } from '../../lib/charts/tutorials/chapters';
import { tutorial } from '../../lib/environments/tutorial';
import { withReleases } from '../../lib/environments/with-releases';
import { problemsOf } from './chart';

/** A chapter of the tutorials as it is written, by kind and name: `of('Pod/nginx')`. */
export function chapterOf(chapter: Chapter) {
  const chart = new chapter(new App(), 'chapter', withReleases(tutorial, {}));
  const manifests = chart.toJson();
  const names = manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  const of = (name: string) => {
    const found = manifests[names.indexOf(name)];
    if (!found) throw new Error(`no ${name}; there are ${names.join(', ')}`);
    return found;
  };
  return { of, names, problems: problemsOf(chart) };
}
