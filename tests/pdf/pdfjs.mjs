// What pdf.js (Firefox, and the readers of many chat programs and office systems) shows of a book, and what it saves.
// node pdfjs.mjs PACKAGE BOOK VALUES SAVED: VALUES is JSON, full field name → text or true; prints JSON.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , base, book, values, saved] = process.argv;
const pdfjs = await import(pathToFileURL(`${base}/legacy/build/pdf.mjs`));
const loading = pdfjs.getDocument({
  data: new Uint8Array(await readFile(book)),
  cMapUrl: `${base}/cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${base}/standard_fonts/`,
  useSystemFonts: false,
  isEvalSupported: false,
  verbosity: pdfjs.VerbosityLevel.ERRORS,
});
const file = await loading.promise;
const typed = JSON.parse(values);
const held = {};
const shown = [];
for (let number = 1; number <= file.numPages; number += 1) {
  const page = await file.getPage(number);
  for (const annotation of await page.getAnnotations()) {
    if (!annotation.fieldName) continue;
    held[annotation.fieldName] = annotation.fieldValue;
    if (annotation.fieldName in typed) file.annotationStorage.setValue(annotation.id, { value: typed[annotation.fieldName] });
  }
  const drawn = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE });
  let text = "";
  drawn.fnArray.forEach((operation, index) => {
    if (operation !== pdfjs.OPS.showText) return;
    for (const glyph of drawn.argsArray[index][0]) text += glyph.unicode ?? "";
  });
  shown.push(text);
}
if (saved) await writeFile(saved, await file.saveDocument());
console.log(JSON.stringify({ held, shown }));
await loading.destroy();
