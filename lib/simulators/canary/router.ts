import type { Answer } from './answer';
import type { HttpRequest } from './http-request';
import type { RouteWords } from './route-words';

/** The routes of a provider, read once, to be asked often. */
export interface Router {
  /** Who gets a request. */
  route(request: HttpRequest): Answer;
  /** What its routes look at. */
  readonly words: RouteWords;
}
