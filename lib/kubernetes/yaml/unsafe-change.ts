/** Why a change of a text is not made: it could change more than it says. The message is a clause: `it is shared by an anchor`. */
export class UnsafeChange extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnsafeChange';
  }
}
