/** What a page offers to play: the versions of a recording, each in several files. */

export interface File {
  readonly quality: string;
  readonly url: string;
  readonly width: number;
}

export interface Version {
  readonly key: string;
  readonly name: string;
  readonly language: string;
  readonly described: boolean;
  readonly files: readonly File[];
}

export interface Offer {
  readonly versions: readonly Version[];
  readonly version: string;
  readonly described: string;
  /** Address of the captions that are shown from the beginning. */
  readonly caption: string;
}
