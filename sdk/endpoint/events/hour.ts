import type { FileHandle } from "node:fs/promises";

/** The file of one hour, to which lines are added. */
export type Hour = {
  /** Resolves once the lines are on the disk, and not only on their way there. */
  append(lines: string): Promise<void>;
  /** Takes back what failed: whoever sent it was told that it is not kept, and sends it again. */
  mend(): Promise<void>;
};

type Open = (path: string, flags?: string) => Promise<FileHandle>;

export async function openHour(folder: string, path: string, open: Open): Promise<Hour> {
  let { size, gap } = await using(open(path, "a+"), endOf);
  // That the file is there has to be on the disk too.
  await using(open(folder), syncFolder);
  let isSure = true;

  async function mend(): Promise<void> {
    if (!isSure) await using(open(path, "r+"), (file) => file.truncate(size));
    isSure = true;
  }

  return {
    mend,
    async append(lines) {
      await mend();
      isSure = false;
      const bytes = Buffer.from(gap + lines);
      await using(open(path, "a"), async (file) => {
        await file.appendFile(bytes);
        await file.sync();
      });
      isSure = true;
      size += bytes.length;
      gap = "";
    },
  };
}

async function using<Answer>(opened: Promise<FileHandle>, act: (file: FileHandle) => Promise<Answer>) {
  const file = await opened;
  try {
    return await act(file);
  } finally {
    await file.close();
  }
}

/** A process that died while writing leaves half a line: what comes next must not be glued to it. */
async function endOf(file: FileHandle): Promise<{ readonly size: number; readonly gap: string }> {
  const { size } = await file.stat();
  const last = Buffer.alloc(1);
  if (size > 0) await file.read(last, 0, 1, size - 1);
  return { size, gap: size === 0 || last.toString() === "\n" ? "" : "\n" };
}

/** Windows has no such thing, and needs none. */
async function syncFolder(folder: FileHandle): Promise<void> {
  await folder.sync().catch((error: NodeJS.ErrnoException) => {
    if (process.platform !== "win32") throw error;
  });
}
