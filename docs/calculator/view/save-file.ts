/** Hands a file to the browser to keep. */
export function saveFile(name: string, type: string, content: string | Uint8Array | Blob): void {
  const part = content instanceof Uint8Array ? new Uint8Array(content) : content;
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to keep it by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** So many pixels for each of a picture's own: sharp on paper and on any screen. */
const SHARPNESS = 2;

/** A picture as it looks on white paper, in pixels. */
export async function svgToPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(onPaper(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SHARPNESS;
  canvas.height = image.naturalHeight * SHARPNESS;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("This browser does not draw pictures: keep it as SVG.");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, "image/png");
  });
  if (blob === null) throw new Error("This picture is too large for a PNG: keep it as SVG.");
  return blob;
}

/** On a dark screen a picture is dark as well; on paper it is not. */
function onPaper(svg: string): string {
  return svg.replace("color-scheme:light dark", "color-scheme:light");
}
