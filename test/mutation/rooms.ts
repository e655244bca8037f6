interface Room {
  /** The tests that a change of the room may meet: the room's own, and those of the rooms that work through it. */
  readonly tests: readonly string[];
  /** At least this share of the changes is noticed, in per cent. */
  readonly floor: number;
}

const of = (...folders: readonly string[]): readonly string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** Which tests hold which room, and how well. */
export const ROOMS = {
  number: { tests: of("number"), floor: 95 },
  calendar: { tests: of("calendar"), floor: 95 },
  lag: { tests: of("lag"), floor: 95 },
  model: { tests: of("model", "laws", "solve", "oracle"), floor: 95 },
  schedule: { tests: of("schedule", "laws", "solve", "oracle"), floor: 95 },
  workload: { tests: of("workload", "laws"), floor: 95 },
  chance: { tests: of("chance"), floor: 95 },
  history: { tests: of("history"), floor: 95 },
  solve: { tests: of("solve", "laws", "oracle"), floor: 85 },
  diagnose: { tests: of("diagnose", "laws"), floor: 85 },
  track: { tests: of("track"), floor: 85 },
} as const satisfies Record<string, Room>;

/** A room whose tests are tested. */
export type MutatedRoom = keyof typeof ROOMS;

export const isRoom = (name: string): name is MutatedRoom => Object.hasOwn(ROOMS, name);
