import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { receiptName, type Receipt } from './receipt';

/** The zip that is handed in: the notebook under the lesson's name, and its receipt. */
export function pack(notebook: Buffer, receipt: Receipt): Promise<Buffer> {
  const zip = new ZipFile();
  const mtime = new Date(receipt.date);
  zip.addBuffer(notebook, `${receipt.lesson}.ipynb`, { mtime });
  zip.addBuffer(Buffer.from(`${JSON.stringify(receipt, null, 2)}\n`), receiptName, { mtime });
  zip.end();
  return buffer(zip.outputStream);
}
