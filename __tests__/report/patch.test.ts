import { patch } from '../../lib/report/patch';

const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', ''].join('\n');

test('says a change as diff -u does, with three lines around it and no header but the files', () => {
  expect(patch('web.yaml', LINES, LINES.replace('f\n', 'F\nnew\n'))).toBe(
    [
      '--- a/web.yaml',
      '+++ b/web.yaml',
      '@@ -3,7 +3,8 @@',
      ' c',
      ' d',
      ' e',
      '-f',
      '+F',
      '+new',
      ' g',
      ' h',
      ' i',
      '',
    ].join('\n'),
  );
});

test('says that a line has no end, which patch needs to know', () => {
  expect(patch('web.yaml', 'a\nb', 'a\nc')).toContain(
    '-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
  );
});

test('is empty where nothing changed', () => {
  expect(patch('web.yaml', LINES, LINES)).toBe('');
});
