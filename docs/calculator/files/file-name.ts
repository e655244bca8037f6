/** A plan's name as a file may be called. */
export function fileName({ name = "" }: { readonly name?: string | undefined }): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "plan" : Array.from(plain).slice(0, 60).join("");
}
