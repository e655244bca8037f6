/** A name as YAML takes it: in quotes wherever it could be anything else. */
export function nameText(name: string): string {
  const isPlain =
    /^[A-Za-z][A-Za-z]+( [A-Za-z]+)*$/.test(name) && !/^(true|false|yes|no|on|off|null)$/i.test(name);
  return isPlain ? name : JSON.stringify(name);
}
