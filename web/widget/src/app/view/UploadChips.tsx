import { useState } from "preact/hooks";
import { useSurroundings } from "./context";
import { Icon } from "./Icon";
import type { Upload, useUploads } from "./uploads";

export function UploadChips({ files }: { files: ReturnType<typeof useUploads> }) {
  return (
    <>
      <p class="problem" role="alert">
        {files.problem}
      </p>
      {files.uploads.length > 0 && (
        <ul class="chips">
          {files.uploads.map((upload) => (
            <Chip key={upload.key} upload={upload} onRemove={() => files.remove(upload.key)} onAgain={() => files.again(upload)} />
          ))}
        </ul>
      )}
    </>
  );
}

function Chip({ upload, onRemove, onAgain }: { upload: Upload; onRemove: () => void; onAgain: () => void }) {
  const { texts } = useSurroundings();
  const percent = Math.round(upload.share * 100);
  return (
    <li class={upload.problem ? "chip wrong" : "chip"}>
      <Thumbnail upload={upload} />
      <span class="chip-text">
        <bdi>{upload.file.name}</bdi>
        {upload.problem && <small>{upload.problem}</small>}
        {!upload.problem && !upload.attachment && <progress aria-label={texts.uploading(upload.file.name, percent)} max={100} value={percent} />}
      </span>
      {upload.problem && !upload.hopeless && (
        <button type="button" class="text-button" onClick={onAgain}>
          {texts.tryAgain}
        </button>
      )}
      <button type="button" class="icon-button small" aria-label={texts.removeFile(upload.file.name)} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  );
}

/** The page's policy may forbid local previews: then a sign stands for the picture. */
function Thumbnail({ upload }: { upload: Upload }) {
  const [broken, setBroken] = useState(false);
  if (upload.preview && !broken) return <img src={upload.preview} alt="" onError={() => setBroken(true)} />;
  return <Icon name={upload.preview ? "image" : "file"} />;
}
