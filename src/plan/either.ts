import * as z from "zod/mini";

const listBranches = new WeakMap<object, { readonly single: z.ZodMiniType; readonly list: z.ZodMiniType }>();

/** One value or a list: a list that is refused is judged as a list, so that issues point at its items. */
export function either<S extends z.ZodMiniType, L extends z.ZodMiniArray>(single: S, list: L) {
  const schema = z.union([single, list]);
  listBranches.set(schema, { single, list });
  return schema;
}

/** The schema that a refused value was meant for, if `schema` was made by {@link either}. */
export function branchFor(schema: object | undefined, value: unknown): z.ZodMiniType | undefined {
  const branches = schema === undefined ? undefined : listBranches.get(schema);
  return Array.isArray(value) ? branches?.list : branches?.single;
}
