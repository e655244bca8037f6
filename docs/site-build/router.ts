import { DocumentReflection, KindRouter, type Reflection } from "typedoc";

/** Pages stand where their files stand, the rest under `api/`: an address stays when a title changes. */
export class SiteRouter extends KindRouter {
  protected override getIdealBaseName(reflection: Reflection): string {
    if (!(reflection instanceof DocumentReflection)) return `api/${super.getIdealBaseName(reflection)}`;
    const { url } = reflection.frontmatter;
    return typeof url === "string" ? url : super.getIdealBaseName(reflection);
  }
}
