/** A photo as it leaves the phone: drawn anew, so that nothing of where and by what it was taken goes along, and smaller. */

/** Pixels of the longer side: a door sign on it can still be read. */
const longest = 2_560;

/** The picture drawn anew as a JPEG; as it was given where this browser cannot draw it (the server takes the notes out). */
export async function withoutNotes(file: Blob): Promise<Blob> {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    await new Promise((resolve, reject) => {
      picture.onload = resolve;
      picture.onerror = reject;
      picture.src = address;
    });
    const scale = Math.min(1, longest / Math.max(picture.naturalWidth, picture.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
    const pen = canvas.getContext('2d');
    if (!pen) return file;
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.85));
  } catch {
    return file;
  } finally {
    URL.revokeObjectURL(address);
  }
}
