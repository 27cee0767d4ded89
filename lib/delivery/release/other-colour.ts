import type { Colour } from '../../environments/releases';

/** Blue's is green, green's is blue. */
export function otherColour(colour: Colour): Colour {
  return colour === 'blue' ? 'green' : 'blue';
}
