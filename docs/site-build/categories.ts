import {
  Comment,
  CommentTag,
  type Application,
  type Context,
  Converter,
  type DeclarationReflection,
} from "typedoc";

/** What the rooms of `src` are for, in the words of the front door. */
const categories: Readonly<Record<string, string>> = {
  plan: "Writing and reading a plan",
  solve: "Solving it",
  model: "Solving it",
  explain: "Explaining it",
  forecast: "Looking ahead",
  track: "Keeping on course",
  whatif: "Asking what if",
  journeys: "Learning from history",
  learn: "Learning from history",
  align: "People and plans together",
  format: "Saying it",
  words: "Saying it",
  number: "Exact numbers",
};

/** The order in which they are shown. */
export const CATEGORY_ORDER: readonly string[] = [...new Set(Object.values(categories)), "*"];

/** Gives each name of the front door the category of the room that it comes from. */
export function categorise(app: Application): void {
  app.converter.on(
    Converter.EVENT_CREATE_DECLARATION,
    (context: Context, declaration: DeclarationReflection) => {
      if (declaration.parent?.name !== "reverse-funnel") return;
      const file =
        context.getSymbolFromReflection(declaration)?.declarations?.[0]?.getSourceFile().fileName ?? "";
      const category = categories[/\/src\/(\w+)\//.exec(file)?.[1] ?? ""];
      if (category === undefined) return;
      const comment = (declaration.comment ??= new Comment());
      comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: category }]));
    },
  );
}
