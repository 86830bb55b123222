// The upload: one file on its way to the server, told how far it is, and stopped when nobody wants it any more.

const STALLED = 30_000;

/** Send a file; gives its attachment, or throws `{code, wait}`: a refusal's code, "unreachable" or why `signal` stopped it. */
export function upload({ base, token }, file, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (code, wait) => (clearTimeout(timer), reject({ code, wait }));
    const patience = () => (clearTimeout(timer), (timer = setTimeout(() => (fail("unreachable"), request.abort()), STALLED)));
    let timer;
    signal.addEventListener("abort", () => (fail(signal.reason), request.abort()));
    request.open("POST", new URL("api/attachments", base));
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => (patience(), progress(loaded / total));
    request.onerror = () => fail("unreachable");
    request.onload = () => {
      clearTimeout(timer);
      if (request.status < 300 && request.response?.id) resolve(request.response);
      else fail(request.response?.code ?? "upload_failed", Number(request.getResponseHeader("Retry-After")) || 0);
    };
    const form = new FormData();
    form.append("file", file, file.name || "file");
    patience();
    request.send(form);
  });
}
