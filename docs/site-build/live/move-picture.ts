/// <reference lib="dom" />

import { heroPicture } from "./hero-picture.js";

// Fetched when somebody first touches a slider of the first page: its picture then follows the slider.

const form = document.querySelector<HTMLFormElement>("form.live");
const place = document.querySelector(".live-picture");

function valueOf(name: string): number {
  return form?.querySelector<HTMLInputElement>(`[name=${name}]`)?.valueAsNumber ?? 0;
}

function redraw(): void {
  const moved = { goal: valueOf("goal"), closed: valueOf("closed") };
  if (place !== null) place.innerHTML = heroPicture(moved);
}

form?.addEventListener("input", redraw);
redraw();
