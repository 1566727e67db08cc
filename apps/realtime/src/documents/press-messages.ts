/** What the server and the process that typesets tell each other. */

/** One paper to be made: the name of a template, and its data as JSON, which the template reads and never runs. */
export interface Order {
  order: number;
  template: string;
  data: string;
}

/** A character that no face has, and the text around it. */
export interface Missing {
  character: string;
  text: string;
}

export type FromPress =
  | { ready: true }
  | { order: number; pdf: Uint8Array }
  | { order: number; missing: Missing }
  /** `reason`: the compiler's messages, which never quote the data. */
  | { order: number; failed: string };
