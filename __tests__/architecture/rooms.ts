import { importsOf } from './import-edge';
import type { Sources } from './sources';
import { violation } from './syntax';

/**
 * The rooms of the program, and the rooms that each may import from. It is the picture in design.md: words at the bottom,
 * commands at the top. Packages are free to all.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  imports: [],
  kubernetes: ['kubernetes'],
  environments: ['environments', 'policies', 'kubernetes'],
  constructs: ['constructs', 'kubernetes', 'imports'],
  policies: ['policies', 'kubernetes'],
  simulators: ['simulators', 'kubernetes'],
  charts: ['charts', 'constructs', 'environments', 'policies', 'kubernetes', 'imports'],
  report: ['report', 'policies', 'simulators', 'kubernetes'],
  delivery: ['delivery', 'charts', 'constructs', 'environments', 'kubernetes', 'policies', 'simulators', 'imports'],
  'main.ts': ['charts', 'delivery', 'environments'],
  'lib/index.ts': ['constructs', 'environments', 'kubernetes', 'delivery'],
  cli: [
    'cli',
    'main.ts',
    'report',
    'delivery',
    'charts',
    'simulators',
    'policies',
    'constructs',
    'environments',
    'kubernetes',
    'imports',
  ],
};

/** The room that a file stands in; a path that is in none is its own. */
export function roomOf(path: string): string {
  const folder = /^lib\/([^/]+)\//.exec(path)?.[1];
  return folder ?? (path.startsWith('imports/') ? 'imports' : path);
}

/** Files in no room, and imports against the arrows. */
export function arrowViolations(sources: Sources): string[] {
  return [...sources.keys()].flatMap((file) => {
    const room = roomOf(file);
    const open = ROOMS[room];
    if (!open) {
      const mend = `move the file, or add the room with its arrows to __tests__/architecture/rooms.ts; known are ${Object.keys(ROOMS).join(', ')}`;
      return [violation(file, 1, `stands in no room that is known: ${room}`, mend)];
    }
    return importsOf(sources, file)
      .filter(({ to, isPackage }) => !isPackage && !open.includes(roomOf(to)))
      .map(({ line, to }) => violation(file, line, `${room} must not import ${roomOf(to)} (${to})`, mendOf(room)));
  });
}

function mendOf(room: string): string {
  const open = ROOMS[room] ?? [];
  const allowed = open.length > 0 ? open.join(', ') : 'packages only';
  return `it may import ${allowed}: hand the value in from above, or move what both need to a room below both`;
}
