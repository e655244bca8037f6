/** The build hands over the examples' plans as text. */
declare module "*.yaml" {
  const text: string;
  export default text;
}
