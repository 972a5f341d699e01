/** By then the browser has read what an address stands for, ms. */
const READ_MS = 60_000;

/** Has a browser download something under a name. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  dropLater(address);
}

/** Lets what an address made for an object stands for go, though not before the browser has begun to read it. */
export function dropLater(address: string): void {
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
