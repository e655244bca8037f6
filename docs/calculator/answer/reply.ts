/** What a worker answers to a question; `problem` is why it could not. */
export type Reply<Answer> =
  | { readonly answer: Answer; readonly problem?: undefined }
  | { readonly answer?: undefined; readonly problem: string };
