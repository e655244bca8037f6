import { at } from "../number/invariant.js";
import { choose, greatest, indented, least, type Step } from "./steps.js";
import { LOSS, OUT, ranksOfTargets, sharedEnd, stageAt, WIN, type Question, type Way } from "./question.js";

/** What steps are called. */
export const DEALS = "reverse_funnel_deals";
export const PLACED = "reverse_funnel_placed";
export const TIMES = "reverse_funnel_times";
export const KNOWN = "reverse_funnel_known";
const VISITS = "reverse_funnel_visits";
const BEST = "reverse_funnel_best";
const WAYS = "reverse_funnel_ways";

/** A day after all days: instead of null, which engines compare differently. */
const NEVER = 9_999_999;

/** Texts that a row may say of its deal, in the order in which rows of one day are compared. */
const TEXTS = ["owner", "channel", "value", "currency"] as const;

/**
 * Rows become deals, deals their places in the funnel, places times in stages.
 *
 * @param cut whether stages at the head of a path that no deal names are left out
 */
export function dealSteps(question: Question, cut: boolean): readonly Step[] {
  return [
    { name: DEALS, query: dealsQuery(question) },
    ...(cut ? [{ name: KNOWN, query: knownQuery(question) }] : []),
    ...(question.ways.length > 1 ? waySteps(question) : []),
    { name: PLACED, query: placedQuery(question, cut) },
    { name: TIMES, query: timesQuery(question) },
  ];
}

/** Every row of the table: its deal, what its label says, what it stands for (null where nobody knows), and its day. */
export function readQuery({ dialect, table, column, labels }: Question): string {
  const text = (name: string) => `TRIM(${dialect.asText(name)})`;
  const texts = TEXTS.flatMap((role) => {
    const name = column(role);
    if (name === undefined) return [];
    const cell = role === "value" ? dialect.asText(name) : `NULLIF(${text(name)}, '')`;
    return [`${role === "currency" ? `UPPER(${cell})` : cell} AS said_${role}`];
  });
  const [id, stage, on] = [column("id") ?? "", column("stage") ?? "", column("on") ?? ""];
  const targets = [...labels].map(([target, words]): readonly [string, string] => {
    const listed = (folded: boolean) =>
      words.filter(({ isFolded }) => isFolded === folded).map((word) => dialect.text(word.text));
    const [lower, exact] = [listed(true), listed(false)];
    const either = [
      ...(lower.length > 0 ? [`LOWER(label) IN (${lower.join(", ")})`] : []),
      ...(exact.length > 0 ? [`label IN (${exact.join(", ")})`] : []),
    ];
    return [either.join(" OR "), String(target)];
  });
  const cells = [`${text(id)} AS id`, `${text(stage)} AS label`, `${dialect.day(on)} AS day`, ...texts];
  return [
    `SELECT cells.*, ${choose(targets)} AS target`,
    `FROM (\n  SELECT ${cells.join(", ")}\n  FROM ${table}\n) cells`,
    "WHERE id <> ''",
  ].join("\n");
}

/** One row for each deal: the first day in each stage, the last of a win and a loss, and what its latest rows say of it. */
function dealsQuery(question: Question): string {
  const { dialect, stages, column, asOf } = question;
  const texts = TEXTS.filter((role) => column(role) !== undefined);
  const ranks = ranksOfTargets(stages).map(([target, rank]) => `WHEN ${target} THEN ${rank}`);
  const [first, last] = [
    (when: string) => `COALESCE(MIN(CASE WHEN ${when} THEN day END), ${NEVER})`,
    (when: string) => `COALESCE(MAX(CASE WHEN ${when} THEN day END), -${NEVER})`,
  ];
  const latest = texts.map((role, index) => {
    const keys = texts.slice(0, index + 1).map((one) => dialect.byCharacter(`COALESCE(said_${one}, '')`));
    return `${dialect.latest(`said_${role}`, ["place", ...keys])} AS ${role}`;
  });
  const read = `target >= 0 AND day IS NOT NULL`;
  return [
    "SELECT",
    indented(
      [
        "id",
        ...stages.map((_, stage) => `${first(`target = ${stage}`)} AS ${entered(stage)}`),
        `${last(`target = ${WIN}`)} AS won`,
        `${last(`target = ${LOSS}`)} AS lost`,
        `${last(`target < ${WIN}`)} AS moved`,
        ...latest,
        ...TEXTS.filter((role) => !texts.includes(role)).map(
          (role) => `${dialect.asText("NULL")} AS ${role}`,
        ),
        "MAX(is_dated) AS is_dated",
        "MAX(is_strange) AS is_strange",
        `COALESCE(MAX(CASE WHEN is_strange = 1 AND day <= ${asOf} THEN day END), -${NEVER}) AS strange`,
      ].join(",\n"),
    ),
    "FROM (",
    indented(
      [
        `SELECT id, day, CASE WHEN ${read} AND day <= ${asOf} THEN target END AS target,`,
        "  CASE WHEN day IS NOT NULL AND (target IS NOT NULL OR label <> '') THEN 1 ELSE 0 END AS is_dated,",
        "  CASE WHEN target IS NULL AND label <> '' THEN 1 ELSE 0 END AS is_strange,",
        ...texts.map(
          (role) => `  CASE WHEN ${read} AND day <= ${asOf} THEN said_${role} END AS said_${role},`,
        ),
        `  day * ${ranks.length} + CASE target ${ranks.join(" ")} END AS place`,
        `FROM (\n${indented(readQuery(question))}\n) named`,
        `WHERE target IS NULL OR target <> ${OUT}`,
      ].join("\n"),
    ),
    ") said",
    "GROUP BY id",
  ].join("\n");
}

/** One row: which stages any deal names. */
function knownQuery({ stages }: Question): string {
  const columns = stages.map(
    (_, stage) =>
      `COALESCE(MAX(CASE WHEN ${entered(stage)} < ${NEVER} THEN 1 ELSE 0 END), 0) AS known_${stage}`,
  );
  return `SELECT\n${indented(columns.join(",\n"))}\nFROM ${DEALS}`;
}

/** Did a deal come to a stage that nobody knows, and to none that is known after that? */
const OUT_OF_SIGHT = `CASE WHEN strange > -${NEVER} AND strange >= moved THEN 1 ELSE 0 END`;

/**
 * Deals of {@link DEALS} of which nobody knows how they stand: no row has a day and a known stage, or they were open when they were
 * last seen, in a stage that nobody knows.
 */
export const LEFT_OUT_DEALS = [
  "is_strange = 1 AND (is_dated = 0 OR (",
  `strange > -${NEVER} AND strange >= moved AND `,
  `(GREATEST(won, lost) = -${NEVER} OR moved > GREATEST(won, lost))))`,
].join("");

function entered(stage: number): string {
  return `entered_${stage}`;
}

function visitedText(stages: readonly string[], dialect: Question["dialect"]): string {
  const digits = stages.map((_, stage) =>
    dialect.asText(`CASE WHEN ${entered(stage)} < ${NEVER} THEN 1 ELSE 0 END`),
  );
  return digits.join(" || ");
}

/**
 * Which way did deals take? That of their channel, else the one with most of their stages, else what all of these share. Asked
 * once for each channel and set of stages, in steps: an engine that puts one into the other plans for minutes.
 */
function waySteps({ dialect, stages, ways }: Question): readonly Step[] {
  const counts = ways.map(
    (way, number) =>
      `${way.stages.map((stage) => `CASE WHEN SUBSTRING(visited, ${stage + 1}, 1) = '1' THEN 1 ELSE 0 END`).join(" + ")} AS on_${number}`,
  );
  const visits = [
    `SELECT channel, visited, ${counts.join(", ")}`,
    `FROM (\n  SELECT DISTINCT COALESCE(channel, '') AS channel, ${visitedText(stages, dialect)} AS visited\n  FROM ${DEALS}\n) visits`,
  ].join("\n");
  const most = (numbers: readonly number[]) => greatest(numbers.map((number) => `on_${number}`));
  const best = `SELECT visits.*, ${byChannel(ways, dialect, most)} AS most\nFROM ${VISITS} visits`;
  const way = (numbers: readonly number[]) =>
    choose(numbers.map((number) => [`on_${number} = most`, String(number)] as const));
  const ends = (numbers: readonly number[]) =>
    choose(
      numbers.map((number): readonly [string, string] => {
        const whole = at(ways, number).stages.length;
        const others = numbers.filter((other) => other > number);
        const shared = others.map((other) => {
          const length = sharedEnd([at(ways, number), at(ways, other)]);
          return `CASE WHEN on_${other} = most THEN ${length} ELSE ${whole} END`;
        });
        return [`on_${number} = most`, least([String(whole), ...shared])];
      }),
    );
  const chosen = `SELECT channel, visited, ${byChannel(ways, dialect, way)} AS way, ${byChannel(ways, dialect, ends)} AS ends\nFROM ${BEST}`;
  return [
    { name: VISITS, query: visits },
    { name: BEST, query: best },
    { name: WAYS, query: chosen },
  ];
}

/** Something that is asked of the ways of a deal's channel; of all ways where none has it. */
function byChannel(
  ways: readonly Way[],
  dialect: Question["dialect"],
  ask: (numbers: readonly number[]) => string,
): string {
  const channels = new Map<string, number[]>();
  ways.forEach(({ path }, number) => {
    for (const channel of new Set(path.channels))
      channels.set(channel, [...(channels.get(channel) ?? []), number]);
  });
  const cases = [...channels].map(
    ([channel, numbers]) => [`channel = ${dialect.text(channel)}`, ask(numbers)] as const,
  );
  return choose(cases, ask(ways.map((_, number) => number)));
}

/**
 * How did each deal stand, and how far had it come? `head` and `till` are the first stage and the furthest, by how many stages
 * lie between them and the win; -1 for none.
 */
function placedQuery(question: Question, cut: boolean): string {
  const { dialect, stages, ways } = question;
  const several = ways.length > 1;
  const inWay = (ask: (way: Way) => string) =>
    several ? choose(ways.map((way, number) => [`way = ${number}`, ask(way)] as const)) : ask(at(ways, 0));
  const within = (depth: number) => (several ? [`${depth} < ends`] : []);
  const depths = (way: Way) => way.stages.map((_, depth) => depth);
  const reach = inWay((way) =>
    choose(
      depths(way).map((depth) => [
        [...within(depth), `${entered(stageAt(way, depth))} < ${NEVER}`].join(" AND "),
        String(depth),
      ]),
      "-1",
    ),
  );
  const head = inWay((way) =>
    choose(
      depths(way)
        .reverse()
        .map((depth) => [
          [...within(depth), ...(cut ? [`known_${stageAt(way, depth)} = 1`] : ["1 = 1"])].join(" AND "),
          String(depth),
        ]),
      "-1",
    ),
  );
  const first = inWay((way) =>
    least([
      "closing",
      ...depths(way).map((depth) => {
        const day = entered(stageAt(way, depth));
        return several ? `CASE WHEN ${depth} < ends THEN ${day} ELSE ${NEVER} END` : day;
      }),
    ]),
  );
  const ending = `CASE WHEN GREATEST(won, lost) = -${NEVER} OR moved > GREATEST(won, lost) THEN 0 WHEN won >= lost THEN 1 ELSE 2 END`;
  const kept = ["id", "owner", "channel", "value", "currency", ...stages.map((_, stage) => entered(stage))];
  const joined = several
    ? ` JOIN ${WAYS} ways ON COALESCE(deals.channel, '') = ways.channel AND ${visitedText(stages, dialect)} = ways.visited`
    : "";
  const way = several ? ["way", "ends"] : [];
  const from = (inner: string, name: string) => `FROM (\n${indented(inner)}\n) ${name}`;
  const ended = [
    `SELECT ${[...kept.map((name) => `deals.${name}`), ...way].join(", ")}, ${ending} AS ending, GREATEST(won, lost) AS ended, ${OUT_OF_SIGHT} AS is_out_of_sight`,
    `FROM ${DEALS} deals${joined}`,
    `WHERE GREATEST(won, lost, moved) > -${NEVER}`,
  ].join("\n");
  const closed = [
    `SELECT ended.*, CASE WHEN ending = 0 THEN ${NEVER} ELSE ended END AS closing`,
    from(ended, "ended"),
  ].join("\n");
  const reached = [
    `SELECT closed.*, ${reach} AS reach, ${head} AS head, ${first} AS first_day`,
    `${from(closed, "closed")}${cut ? `\nCROSS JOIN ${KNOWN} known` : ""}`,
  ].join("\n");
  const list = [
    ...kept.filter((name) => name !== "value"),
    ...way,
    ...["ending", "closing", "first_day", "head", "is_out_of_sight"],
  ];
  return [
    `SELECT ${list.join(", ")},`,
    `  CASE WHEN ${dialect.asNumber("value")} >= 0 THEN value END AS value,`,
    "  CASE WHEN ending = 1 THEN 0 WHEN reach >= 0 THEN reach ELSE head END AS till,",
    "  CASE WHEN reach >= 0 THEN 1 ELSE 0 END AS is_placed,",
    "  CASE WHEN ending = 2 AND reach < 0 AND head > 0 THEN 1 WHEN ending <> 1 AND reach > 0 THEN is_out_of_sight ELSE 0 END AS is_anywhere,",
    "  CASE WHEN ending = 0 AND reach < 0 THEN 0 ELSE 1 END AS is_used",
    from(reached, "reached"),
  ].join("\n");
}

/**
 * Every time of a deal in a stage. A deal that was lost nobody knows where has a row for each stage in which that may have been;
 * only the first of them is one that it was in (`is_here`).
 */
function timesQuery(question: Question): string {
  const { asOf, ways } = question;
  const branches = new Map<string, { readonly end: readonly number[]; readonly ways: number[] }>();
  ways.forEach((way, number) => {
    way.stages.forEach((_, depth) => {
      const end = way.stages.slice(0, depth + 1);
      const key = end.join();
      const branch = branches.get(key) ?? { end, ways: [] };
      branch.ways.push(number);
      branches.set(key, branch);
    });
  });
  return [...branches.values()]
    .map(({ end, ways: numbers }) => {
      const depth = end.length - 1;
      const later = end.slice(0, -1).map(entered);
      const own = entered(at(end, depth));
      const next = end[depth - 1];
      const isOwn = `${own} < ${NEVER}`;
      const isTimed =
        next === undefined ? isOwn : `${isOwn} AND (${depth} <= till OR ${entered(next)} < ${NEVER})`;
      const known = (what: string) =>
        `CASE WHEN is_out_of_sight = 0 THEN is_placed WHEN ${what} THEN 1 ELSE 0 END`;
      return [
        `SELECT id, owner, channel, value, currency, first_day, closing, ${at(end, depth)} AS stage,`,
        `  ${known(isOwn)} AS is_placed, ${known(isTimed)} AS is_timed,`,
        `  CASE WHEN ${depth} <= till THEN is_anywhere ELSE 0 END AS is_anywhere,`,
        `  ${least([own, ...later, "closing"])} AS entered,`,
        `  CASE WHEN ${depth} > till THEN ${least([...later, "closing"])} WHEN ending = 0 THEN ${asOf} ELSE closing END AS gone,`,
        `  CASE WHEN ${depth} > till THEN 1 ELSE ending END AS ending,`,
        `  CASE WHEN ${depth} >= till THEN 1 ELSE 0 END AS is_here,`,
        `  CASE WHEN ${depth} = till THEN 1 ELSE 0 END AS is_last,`,
        `  CASE WHEN ${depth} = head THEN 1 ELSE 0 END AS is_first`,
        `FROM ${PLACED}`,
        `WHERE is_used = 1 AND ${depth} <= head AND (${depth} >= till OR is_anywhere = 1)${
          numbers.length === ways.length ? "" : ` AND way IN (${numbers.join(", ")})`
        }`,
      ].join("\n");
    })
    .join("\nUNION ALL\n");
}
