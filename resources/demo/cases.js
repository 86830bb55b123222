// The states of the widget: made-up sessions, drawn by the widget's own modules, without any server.

const NOW = new Date();
const ago = (minutes) => new Date(NOW - minutes * 60_000).toISOString();
const nextMonday = new Date(NOW.getFullYear(), NOW.getMonth(), NOW.getDate() + (((8 - NOW.getDay()) % 7) || 7), 9).toISOString();

/** The names of the states, with their titles in English and French. */
export const titles = {
  bubble: ["Closed", "Fermé"],
  badge: ["Closed, messages not seen", "Fermé, messages non vus"],
  asked: ["Closed, an opinion is wanted", "Fermé, un avis est attendu"],
  connecting: ["Connecting", "Connexion"],
  first: ["Before the first message", "Avant le premier message"],
  hours: ["Outside the opening hours", "Hors des heures d’ouverture"],
  nobody: ["Nobody available", "Personne de disponible"],
  waiting: ["Waiting for an expert", "Attente d’un expert"],
  busy: ["Everybody is busy", "Tous occupés"],
  typing: ["The expert is typing", "L’expert écrit"],
  talk: ["Conversation, delivery states", "Conversation, états d’envoi"],
  files: ["Files", "Fichiers"],
  tray: ["Files to send", "Fichiers à envoyer"],
  progress: ["Files on their way", "Fichiers en cours d’envoi"],
  refused: ["A file is refused", "Fichier refusé"],
  offline: ["No network", "Sans réseau"],
  blocked: ["Blocked", "Bloqué"],
  error: ["Could not be sent", "Envoi impossible"],
  ending: ["Ending: sure?", "Terminer : sûr ?"],
  ended: ["Ended", "Terminée"],
  survey: ["Survey", "Avis"],
  thanks: ["Survey answered", "Avis donné"],
  email: ["Invitation to leave an e-mail", "Invitation à laisser un e-mail"],
  emailed: ["E-mail given", "E-mail donné"],
  words: ["Long words", "Mots longs"],
  rtl: ["Right-to-left text", "Texte de droite à gauche"],
};

const texts = {
  en: {
    question: "Hello! 27.5 or 29 inches for forest trails?", answer: "29 forgives more. How tall are you?", height: "1.72 m", more: "And is it in stock?",
    look: "This one: https://velo.example/atlas (the red one).", sending: "Could I try it on Saturday?", bye: "Thank you, goodbye!", file: "Here is my frame.", offer: "And our offer:", pdf: "Offer 2026-118.pdf",
  },
  fr: {
    question: "Bonjour ! 27,5 ou 29 pouces pour la forêt ?", answer: "Le 29 pardonne plus. Combien mesurez-vous ?", height: "1,72 m", more: "Est-il en stock ?",
    look: "Celui-ci : https://velo.example/atlas (le rouge).", sending: "Je peux l’essayer samedi ?", bye: "Merci, au revoir !", file: "Voici mon cadre.", offer: "Et notre devis :", pdf: "Devis 2026-118.pdf",
  },
};

const PICTURE = { name: "cadre.svg", media_type: "image/png", size: 284_000, url: "/demo/src/bicycle.svg", thumbnail: "/demo/src/bicycle.svg", width: 480, height: 320 };
const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ".repeat(2) + "https://velo.example/" + "a".repeat(120);

/** What a visitor's page knows in one state, told from made-up events. `kit` is the widget's `begun` and `folded`. */
export function sessionOf(name, language, kit) {
  const say = texts[language];
  const tell = (...events) => events.reduce((talk, [minutes, event], at) => kit.folded(talk, { seq: at + 1, at: ago(minutes), event }), kit.begun("talk"));
  const mine = (minutes, text, attachments = []) => [minutes, { type: "message", id: text + minutes, author: "visitor", text, attachments }];
  const theirs = (minutes, text, attachments = []) => [minutes, { type: "message", id: text + minutes, author: "expert", expert_name: "Alice", text, attachments }];
  const came = [6, { type: "assigned", expert: "alice", expert_name: "Alice", reason: "routed" }];
  const seen = (seq) => [1, { type: "seen", by: "expert", seq }];
  const closed = (by) => [0, { type: "closed", by, survey: true }];
  const unsent = (id, text, more = {}) => ({ id, text, at: ago(0), flying: false, cargo: null, ...more });
  const talked = tell(mine(8, say.question), came, theirs(5, say.answer), mine(2, say.height), seen(4));
  const file = new File([new Uint8Array(2_400_000)], "IMG_2041.jpg", { type: "image/jpeg" });
  const cases = {
    bubble: {},
    badge: { unseen: 3, talk: talked },
    asked: { talk: talked, surveyDue: "talk" },
    connecting: { connection: "connecting", mission: null },
    first: {},
    hours: { mission: { open: false, opens_at: nextMonday } },
    nobody: { mission: { available: false, asynchronous: false } },
    waiting: { talk: tell(mine(0, say.question)) },
    busy: { talk: tell(mine(1, say.question), [1, { type: "queued", reason: "routed" }]) },
    typing: { talk: talked, expertTypes: true },
    talk: { talk: tell(mine(8, say.question), came, theirs(5, say.answer), mine(4, say.height), seen(4), theirs(3, say.look), mine(1, say.more)), pending: [unsent("p1", say.sending)] },
    files: { talk: tell(mine(4, say.file, [PICTURE]), came, theirs(1, say.offer, [{ name: say.pdf, media_type: "application/pdf", size: 1_240_000, url: "/demo/src/bicycle.svg" }])) },
    tray: { talk: talked },
    progress: { talk: talked, pending: [unsent("p1", say.file, { names: [file.name], cargo: { files: [file], done: 0.45 } })] },
    refused: { talk: talked },
    offline: { talk: talked, connection: "offline", pending: [unsent("p1", say.more), unsent("p2", say.sending)] },
    blocked: { talk: tell(mine(8, say.question), came) },
    error: { talk: talked },
    ending: { talk: talked },
    ended: { talk: tell(mine(8, say.question), came, theirs(5, say.answer), mine(2, say.bye), closed("expert")) },
    survey: { talk: tell(mine(8, say.question), came, theirs(5, say.answer), mine(2, say.bye), closed("expert")), surveyDue: "talk" },
    thanks: { talk: tell(mine(8, say.question), came, theirs(5, say.answer), closed("expert")), surveyDue: "talk" },
    email: { talk: tell(mine(1, say.question), came), wantsEmail: true },
    emailed: { talk: tell(mine(1, say.question), came), wantsEmail: true },
    words: { talk: tell(mine(3, LONG), came, theirs(1, LONG, [{ ...PICTURE, thumbnail: null, name: `${"very-long-name-".repeat(8)}.pdf` }])) },
    rtl: { talk: tell(mine(3, "مرحبا، هل الدراجة الحمراء متوفرة؟"), came, theirs(1, "שלום! כן, היא במלאי. 29 אינץ׳?")) },
  };
  return completed(cases[name] ?? {});
}

function completed({ talk, mission, pending = [], ...rest }) {
  const whole = {
    name: "", asynchronous: true, available: true, mails: true, open: true, opens_at: null, closes_at: null, consent: "", legal_url: "",
    survey: { csat: true, nps: true, comment: true }, ...mission,
  };
  const session = {
    mission: mission === null ? null : whole, clock: { now: () => NOW }, connection: "connected", base: location.origin,
    conversations: talk ? [talk] : [], current: talk ?? null, pending, unseen: 0, surveyDue: null, expertTypes: false, wantsEmail: false, isNew: !talk,
    ...rest,
  };
  const nothing = () => {};
  return { ...session, attend: nothing, look: nothing, typing: nothing, post: nothing, cancel: nothing, end: nothing, skipEmail: nothing, giveEmail: async () => "done", answerSurvey: async () => "done", leaveSurvey: nothing };
}
