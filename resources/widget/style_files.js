// The looks of files: the tray above the text box, and pictures and files in the thread.

export const FILE_RULES = `
.attach { flex: none; width: 36px; height: 42px; border-radius: 10px; color: var(--muted); display: grid; place-items: center; margin: 0 -4px 0 -6px; }
.attach:hover, .remove:hover { background: var(--raised); }
.tray { list-style: none; margin: 12px 12px 0; padding: 0; display: grid; gap: 6px; max-height: 150px; overflow-y: auto; }
.tray li, .file { display: flex; align-items: center; gap: 8px; min-width: 0; }
.tray li { padding: 5px 5px 5px 8px; border: 1px solid var(--line); border-radius: 10px; font-size: 13.5px; }
.remove { flex: none; width: 32px; height: 32px; border-radius: 8px; display: grid; place-items: center; color: var(--muted); }
.remove svg { width: 16px; height: 16px; }
.name { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; unicode-bidi: isolate; }
.size { flex: none; font-size: 12px; opacity: .85; }
.tray .size { color: var(--muted); opacity: 1; }
.preview { flex: none; display: grid; place-items: center; width: 34px; height: 34px; border-radius: 6px; overflow: hidden; }
.preview canvas { width: 100%; height: 100%; object-fit: cover; }
.files { display: grid; gap: 6px; justify-items: start; }
.text + .files:not(:empty) { margin: 6px 0 3px; }
.file { max-width: 100%; text-decoration: none; font-size: 14px; padding: 4px 0; }
a.file .name { text-decoration: underline; text-underline-offset: 2px; }
.file svg { flex: none; }
.picture { display: block; margin: 0 -7px; border-radius: 9px; overflow: hidden; background: var(--ground); }
.picture img { display: block; max-width: 100%; max-height: 260px; width: auto; height: auto; }
progress { width: 100%; min-width: 150px; height: 6px; accent-color: currentColor; }
.cancel { font-size: 13px; font-weight: 600; text-decoration: underline; text-underline-offset: 2px; min-height: 26px; }
.dropping::after { content: ""; position: absolute; inset: 8px; border: 2.5px dashed var(--accent); border-radius: 12px; background: color-mix(in srgb, var(--accent) 14%, transparent); pointer-events: none; }
@media (max-width: 480px), (max-height: 440px) {
  .attach, .send { width: 44px; height: 44px; }
  .remove { width: 44px; height: 44px; }
  .cancel { min-height: 44px; }
}
`;
