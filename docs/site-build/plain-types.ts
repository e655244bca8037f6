import { type Application, type Context, Converter, ReflectionKind } from "typedoc";

/** Shows a key of a plan by its type alone: TypeDoc takes the schema that reads it for a default value. */
export function showPlainTypes(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
    for (const property of project.getReflectionsByKind(ReflectionKind.Property))
      if (property.isDeclaration()) delete property.defaultValue;
  });
}
