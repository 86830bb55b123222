<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Next visitor who waits for me</source>
        <translation>Visiteur suivant qui m’attend</translation>
    </message>
    <message>
        <source>Pause the conversation</source>
        <translation>Mettre la conversation en pause</translation>
    </message>
    <message>
        <source>Take back from pause</source>
        <translation>Reprendre avant la fin de la pause</translation>
    </message>
    <message>
        <source>Close the conversation</source>
        <translation>Clôturer la conversation</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Give back to the group</source>
        <translation>Rendre au groupe</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Joindre des fichiers…</translation>
    </message>
    <message>
        <source>Change my availability</source>
        <translation>Changer ma disponibilité</translation>
    </message>
    <message>
        <source>Paused conversations</source>
        <translation>Conversations en pause</translation>
    </message>
    <message>
        <source>Closed conversations</source>
        <translation>Conversations clôturées</translation>
    </message>
    <message>
        <source>My figures</source>
        <translation>Mes chiffres</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>Aller à la liste</translation>
    </message>
    <message>
        <source>Next conversation in the list</source>
        <translation>Conversation suivante de la liste</translation>
    </message>
    <message>
        <source>Previous conversation in the list</source>
        <translation>Conversation précédente de la liste</translation>
    </message>
    <message>
        <source>Show the visitor panel</source>
        <translation>Afficher la fiche du visiteur</translation>
    </message>
    <message>
        <source>One conversation</source>
        <translation>Une conversation</translation>
    </message>
    <message>
        <source>Two conversations</source>
        <translation>Deux conversations</translation>
    </message>
    <message>
        <source>Four conversations</source>
        <translation>Quatre conversations</translation>
    </message>
    <message>
        <source>In its own window</source>
        <translation>Dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Open a visitor page</source>
        <translation>Ouvrir une page de visiteur</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Show the logs</source>
        <translation>Afficher les journaux</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Signaler un problème…</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>Fin de service</translation>
    </message>
    <message>
        <source>Back to the message</source>
        <translation>Revenir au message</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Connecting to the server…</source>
        <translation>Connexion au serveur…</translation>
    </message>
    <message>
        <source>Your conversations appear as soon as the link is there.</source>
        <translation>Vos conversations apparaîtront dès que la liaison sera établie.</translation>
    </message>
    <message>
        <source>Nobody else waits for an answer. Visitors come by themselves.</source>
        <translation>Personne d’autre n’attend de réponse. Les visiteurs arrivent d’eux-mêmes.</translation>
    </message>
    <message>
        <source>A visitor waits for you</source>
        <translation>Un visiteur vous attend</translation>
    </message>
    <message>
        <source>Ctrl+Tab always goes to the one who has waited longest.</source>
        <translation>Ctrl+Tab mène toujours à celui qui attend depuis le plus longtemps.</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <source>You are unavailable</source>
        <translation>Vous êtes indisponible</translation>
    </message>
    <message>
        <source>No new conversation comes to you until you say otherwise.</source>
        <translation>Aucune nouvelle conversation ne vous arrive tant que vous n’en décidez pas autrement.</translation>
    </message>
    <message>
        <source>Become available</source>
        <translation>Se rendre disponible</translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation>Choisissez une conversation</translation>
    </message>
    <message>
        <source>Nobody waits for an answer. Visitors come by themselves.</source>
        <translation>Personne n’attend de réponse. Les visiteurs arrivent d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Waiting for another visitor</source>
        <translation>En attente d’un autre visiteur</translation>
    </message>
    <message>
        <source>Your conversations are shown beside.</source>
        <translation>Vos conversations sont affichées à côté.</translation>
    </message>
    <message>
        <source>Waiting for a visitor</source>
        <translation>En attente d’un visiteur</translation>
    </message>
    <message>
        <source>To try the desk, write on a visitor page as a visitor would.</source>
        <translation>Pour essayer le pupitre, écrivez sur une page de visiteur comme le ferait un visiteur.</translation>
    </message>
    <message>
        <source>Open a visitor page</source>
        <translation>Ouvrir une page de visiteur</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>The e-mail or the password is wrong.</source>
        <translation>L’e-mail ou le mot de passe est incorrect.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute, then try again.</source>
        <translation>Trop d’essais. Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Votre session a pris fin. Connectez-vous de nouveau.</translation>
    </message>
    <message>
        <source>This is not the address of a server, such as desk.example.org.</source>
        <translation>Ce n’est pas l’adresse d’un serveur, comme pupitre.example.org.</translation>
    </message>
    <message>
        <source>This address is not encrypted (http). Only https is allowed, except here.</source>
        <translation>Cette adresse n’est pas chiffrée (http). Seul https est permis, sauf sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The server cannot be reached. {reason}</source>
        <translation>Le serveur est injoignable. {reason}</translation>
    </message>
    <message>
        <source>The server on this computer could not start. {reason}</source>
        <translation>Le serveur de cet ordinateur n’a pas pu démarrer. {reason}</translation>
    </message>
    <message>
        <source>Starting the server on this computer…</source>
        <translation>Démarrage du serveur sur cet ordinateur…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Déconnexion…</translation>
    </message>
    <message>
        <source>Something went wrong. It was noted in the log; you can go on.</source>
        <translation>Une erreur est survenue. Elle est notée dans le journal&#x202f;; vous pouvez continuer.</translation>
    </message>
    <message>
        <source>This computer has no keyring: you stay signed in until you close Pupitre, no longer.</source>
        <translation>Cet ordinateur n’a pas de trousseau&#xa0;: vous restez connecté jusqu’à la fermeture de Pupitre, pas au-delà.</translation>
    </message>
    <message>
        <source>Pupitre did not end as it should last time. Nothing was lost.</source>
        <translation>Pupitre s’est arrêté brutalement la dernière fois. Rien n’a été perdu.</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Signaler un problème…</translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation>Le rapport est dans {file}.</translation>
    </message>
    <message>
        <source>The report could not be saved: {reason}</source>
        <translation>Le rapport n’a pas pu être enregistré&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Conversations are still open on your desk: settle them first.</source>
        <translation>Des conversations sont encore ouvertes sur votre pupitre&#xa0;: réglez-les d’abord.</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>This conversation is on the server: it can be read once the link is back.</source>
        <translation>Cette conversation est sur le serveur&#xa0;: on pourra la lire au retour de la liaison.</translation>
    </message>
    <message>
        <source>This conversation goes on with somebody else.</source>
        <translation>Cette conversation continue avec quelqu’un d’autre.</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Block the visitor</source>
        <translation>Bloquer le visiteur</translation>
    </message>
    <message>
        <source>Block {name}</source>
        <translation>Bloquer {name}</translation>
    </message>
    <message>
        <source>{name} can no longer write or start conversations. Your name, the reason and the date are kept with the block.</source>
        <translation>{name} ne pourra plus écrire ni commencer de conversation. Votre nom, le motif et la date sont gardés avec le blocage.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>only experts see it</source>
        <translation>visible des experts seulement</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>Until it is lifted</source>
        <translation>Jusqu’à sa levée</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Write why: whoever lifts the block has to know.</source>
        <translation>Dites pourquoi&#xa0;: qui lèvera le blocage devra le savoir.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Closed conversations</source>
        <translation>Conversations clôturées</translation>
    </message>
    <message>
        <source>Those that you closed, to be read or qualified again.</source>
        <translation>Celles que vous avez clôturées, à relire ou à requalifier.</translation>
    </message>
    <message>
        <source>Visitor, subject, note…</source>
        <translation>Visiteur, sujet, note…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clôturées</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Montrer les plus anciennes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing was found among those that are shown.</source>
        <translation>Rien de tel parmi celles qui sont affichées.</translation>
    </message>
    <message>
        <source>No conversation that you closed is kept.</source>
        <translation>Aucune conversation que vous avez clôturée n’est conservée.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
</context>
<context>
    <name>Closure</name>
    <message>
        <source>Ask “{question}” first</source>
        <translation>Demander d’abord «&#xa0;{question}&#xa0;»</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Say goodbye first</source>
        <translation>Dire d’abord au revoir</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Offer the satisfaction survey</source>
        <translation>Proposer l’enquête de satisfaction</translation>
    </message>
    <message>
        <source>required by {mission}</source>
        <translation>demandé par {mission}</translation>
    </message>
    <message>
        <source>What was it about?</source>
        <translation>De quoi s’agissait-il&#x202f;?</translation>
    </message>
    <message>
        <source>Note for the history</source>
        <translation>Note pour l’historique</translation>
    </message>
    <message>
        <source>only experts see it</source>
        <translation>visible des experts seulement</translation>
    </message>
    <message>
        <source>Qualify the conversation</source>
        <translation>Qualifier la conversation</translation>
    </message>
    <message>
        <source>Close the conversation</source>
        <translation>Clôturer la conversation</translation>
    </message>
    <message>
        <source>{name} ended the conversation</source>
        <translation>{name} a mis fin à la conversation</translation>
    </message>
    <message>
        <source>Qualify the conversation with {name}</source>
        <translation>Qualifier la conversation avec {name}</translation>
    </message>
    <message>
        <source>Close the conversation with {name}</source>
        <translation>Clôturer la conversation avec {name}</translation>
    </message>
    <message>
        <source>You can still say what it was about.</source>
        <translation>Vous pouvez encore dire de quoi il s’agissait.</translation>
    </message>
    <message>
        <source>{name} stayed silent through two pauses: say goodbye and close.</source>
        <translation>{name} n’a pas répondu pendant deux pauses&#xa0;: dites au revoir et clôturez.</translation>
    </message>
    <message>
        <source>A closed conversation never reopens: a new message starts another.</source>
        <translation>Une conversation clôturée ne se rouvre jamais&#xa0;: un nouveau message en commence une autre.</translation>
    </message>
    <message>
        <source>{name} has not yet said that everything is answered.</source>
        <translation>{name} n’a pas encore dit que tout était réglé.</translation>
    </message>
    <message>
        <source>Qualify</source>
        <translation>Qualifier</translation>
    </message>
    <message>
        <source>Close conversation</source>
        <translation>Clôturer la conversation</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>{name} is asked on the site, at once.</source>
        <translation>Proposée à {name} sur le site, tout de suite.</translation>
    </message>
    <message>
        <source>{name} left the site and gets it by e-mail.</source>
        <translation>{name} a quitté le site et la recevra par e-mail.</translation>
    </message>
    <message>
        <source>{name} left the site and is asked on returning within 7 days.</source>
        <translation>{name} a quitté le site&#xa0;: elle sera proposée à son retour, sous 7 jours.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Canned replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Enter sends · 5 s to undo ({keys})</source>
        <translation>Entrée envoie · 5 s pour annuler ({keys})</translation>
    </message>
    <message>
        <source>/ Canned replies</source>
        <translation>/ Réponses types</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Joindre des fichiers…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Write now</source>
        <translation>Écrire quand même</translation>
    </message>
    <message>
        <source>Do it anyway</source>
        <translation>Le faire quand même</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne pas le faire</translation>
    </message>
    <message>
        <source>Back to the composer</source>
        <translation>Remettre en brouillon</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Écrire à {name}</translation>
    </message>
    <message>
        <source>No link: Enter keeps it here</source>
        <translation>Pas de liaison&#xa0;: Entrée le garde ici</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Entrée envoie</translation>
    </message>
    <message>
        <source>Fill in the chosen words first</source>
        <translation>Complétez d’abord les mots choisis</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Retirer {name}</translation>
    </message>
    <message>
        <source>Drop files to send to {name}</source>
        <translation>Déposez des fichiers à envoyer à {name}</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Pictures, PDF and text ({patterns})</source>
        <translation>Images, PDF et texte ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n message non lu</numerusform>
            <numerusform>%n messages non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of yours did not leave: read it, then decide.</source>
        <translation>
            <numerusform>%n message de vous n’est pas parti&#xa0;: lisez, puis décidez.</numerusform>
            <numerusform>%n messages de vous ne sont pas partis&#xa0;: lisez, puis décidez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of yours was not done: read it, then decide.</source>
        <translation>
            <numerusform>%n action de vous n’a pas été faite&#xa0;: lisez, puis décidez.</numerusform>
            <numerusform>%n actions de vous n’ont pas été faites&#xa0;: lisez, puis décidez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for your word</source>
        <translation>
            <numerusform>%n attend votre décision</numerusform>
            <numerusform>%n attendent votre décision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) and unsent message(s) were rescued.</source>
        <translation>
            <numerusform>%n brouillon ou message non envoyé a été sauvé.</numerusform>
            <numerusform>%n brouillons et messages non envoyés ont été sauvés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new conversation(s)</source>
        <translation>
            <numerusform>%n nouvelle conversation</numerusform>
            <numerusform>%n nouvelles conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) came back</source>
        <translation>
            <numerusform>%n conversation revenue</numerusform>
            <numerusform>%n conversations revenues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered elsewhere</source>
        <translation>
            <numerusform>%n répondue ailleurs</numerusform>
            <numerusform>%n répondues ailleurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n clôturée</numerusform>
            <numerusform>%n clôturées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transferred</source>
        <translation>
            <numerusform>%n transférée</numerusform>
            <numerusform>%n transférées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given back to the group</source>
        <translation>
            <numerusform>%n rendue au groupe</numerusform>
            <numerusform>%n rendues au groupe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken over by another expert</source>
        <translation>
            <numerusform>%n reprise par un autre expert</numerusform>
            <numerusform>%n reprises par un autre expert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left your desk</source>
        <translation>
            <numerusform>%n a quitté votre pupitre</numerusform>
            <numerusform>%n ont quitté votre pupitre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smaller thing(s)</source>
        <translation>
            <numerusform>%n changement mineur</numerusform>
            <numerusform>%n changements mineurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued on this computer</source>
        <translation>
            <numerusform>%n en attente sur cet ordinateur</numerusform>
            <numerusform>%n en attente sur cet ordinateur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent by e-mail</source>
        <translation>
            <numerusform>%n message envoyé par e-mail</numerusform>
            <numerusform>%n messages envoyés par e-mail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open conversation(s)</source>
        <translation>
            <numerusform>%n conversation ouverte</numerusform>
            <numerusform>%n conversations ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n en pause</numerusform>
            <numerusform>%n en pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) wait for your answer</source>
        <translation>
            <numerusform>%n visiteur attend votre réponse</numerusform>
            <numerusform>%n visiteurs attendent votre réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) wait in your groups</source>
        <translation>
            <numerusform>%n visiteur attend dans vos groupes</numerusform>
            <numerusform>%n visiteurs attendent dans vos groupes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) today</source>
        <translation>
            <numerusform>%n conversation aujourd’hui</numerusform>
            <numerusform>%n conversations aujourd’hui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n caractère restant</numerusform>
            <numerusform>%n caractères restants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n caractère de trop</numerusform>
            <numerusform>%n caractères de trop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>CSAT {percent}</source>
        <translation>CSAT {percent}</translation>
    </message>
    <message>
        <source>First reply median {duration}</source>
        <translation>Première réponse médiane {duration}</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>First reply, median</source>
        <translation>Première réponse, médiane</translation>
    </message>
    <message>
        <source>Next replies, median</source>
        <translation>Réponses suivantes, médiane</translation>
    </message>
    <message>
        <source>Handling time, median</source>
        <translation>Durée de traitement, médiane</translation>
    </message>
    <message>
        <source>Satisfaction (CSAT)</source>
        <translation>Satisfaction (CSAT)</translation>
    </message>
    <message>
        <source>Recommendation (NPS)</source>
        <translation>Recommandation (NPS)</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Ma journée</translation>
    </message>
    <message>
        <source>More figures…</source>
        <translation>Plus de chiffres…</translation>
    </message>
    <message>
        <source>The figures come once there is a link.</source>
        <translation>Les chiffres viendront avec la liaison.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>NO</source>
        <translation>NON</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>dossiers</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>trousseau</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>notifications</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>écran</translation>
    </message>
    <message>
        <source>tray</source>
        <translation>icône</translation>
    </message>
    <message>
        <source>spelling</source>
        <translation>orthographe</translation>
    </message>
    <message>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>horloge</translation>
    </message>
    <message>
        <source>{server} answers.</source>
        <translation>{server} répond.</translation>
    </message>
    <message>
        <source>No computer is called {server}: check the spelling, and that you are online.</source>
        <translation>Aucun ordinateur ne s’appelle {server}&#xa0;: vérifiez l’orthographe, et que vous êtes en ligne.</translation>
    </message>
    <message>
        <source>Nothing listens at {server}: the server is stopped, or the port is another.</source>
        <translation>Rien n’écoute sur {server}&#xa0;: le serveur est arrêté, ou le port est un autre.</translation>
    </message>
    <message>
        <source>{server} does not answer: a firewall may be in between.</source>
        <translation>{server} ne répond pas&#xa0;: un pare-feu est peut-être entre les deux.</translation>
    </message>
    <message>
        <source>{server} does not speak TLS: check the port.</source>
        <translation>{server} ne parle pas TLS&#xa0;: vérifiez le port.</translation>
    </message>
    <message>
        <source>{server} cannot be reached ({reason}): ask whoever looks after the network.</source>
        <translation>{server} est injoignable ({reason})&#xa0;: demandez à qui s’occupe du réseau.</translation>
    </message>
    <message>
        <source>{server} is up, but its database is not: tell its administrator.</source>
        <translation>{server} est en marche, mais pas sa base de données&#xa0;: prévenez son administrateur.</translation>
    </message>
    <message>
        <source>What answers at {server} is no server of Pupitre ({code}).</source>
        <translation>Ce qui répond à {server} n’est pas un serveur de Pupitre ({code}).</translation>
    </message>
    <message>
        <source>The certificate of {server} has expired, or this computer’s clock is wrong: it says {now} UTC.</source>
        <translation>Le certificat de {server} a expiré, ou l’horloge de cet ordinateur est fausse&#xa0;: elle indique {now} UTC.</translation>
    </message>
    <message>
        <source>The certificate of {server} is not valid yet, or this computer’s clock is wrong: it says {now} UTC.</source>
        <translation>Le certificat de {server} n’est pas encore valable, ou l’horloge de cet ordinateur est fausse&#xa0;: elle indique {now} UTC.</translation>
    </message>
    <message>
        <source>The certificate is for another name than {server}: use the server’s own name.</source>
        <translation>Le certificat est pour un autre nom que {server}&#xa0;: utilisez le vrai nom du serveur.</translation>
    </message>
    <message>
        <source>This computer does not know who signed the certificate of {server}: have its authority added to the system’s certificates.</source>
        <translation>Cet ordinateur ne connaît pas le signataire du certificat de {server}&#xa0;: faites ajouter son autorité aux certificats du système.</translation>
    </message>
    <message>
        <source>The system trusts the server’s certificate.</source>
        <translation>Le système fait confiance au certificat du serveur.</translation>
    </message>
    <message>
        <source>This computer’s clock agrees with the server’s.</source>
        <translation>L’horloge de cet ordinateur est à l’heure du serveur.</translation>
    </message>
    <message>
        <source>This computer’s clock is {time} ahead of the server’s: let the system set it from the network (the desk goes by the server’s meanwhile).</source>
        <translation>L’horloge de cet ordinateur avance de {time} sur celle du serveur&#xa0;: laissez le système la régler par le réseau (en attendant, le pupitre suit l’heure du serveur).</translation>
    </message>
    <message>
        <source>This computer’s clock is {time} behind the server’s: let the system set it from the network (the desk goes by the server’s meanwhile).</source>
        <translation>L’horloge de cet ordinateur retarde de {time} sur celle du serveur&#xa0;: laissez le système la régler par le réseau (en attendant, le pupitre suit l’heure du serveur).</translation>
    </message>
    <message>
        <source>Not needed: the server is on this very computer.</source>
        <translation>Inutile&#xa0;: le serveur est sur cet ordinateur même.</translation>
    </message>
    <message>
        <source>The server does not tell the time.</source>
        <translation>Le serveur ne donne pas l’heure.</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({error}): make it yours, or use --data.</source>
        <translation>Impossible d’écrire dans {folder} ({error})&#xa0;: rendez-vous en propriétaire, ou utilisez --data.</translation>
    </message>
    <message>
        <source>Kept in {data}, logs in {logs}.</source>
        <translation>Données dans {data}, journaux dans {logs}.</translation>
    </message>
    <message>
        <source>The keyring waits for its owner: unlock it, then ask again.</source>
        <translation>Le trousseau attend son propriétaire&#xa0;: déverrouillez-le, puis redemandez.</translation>
    </message>
    <message>
        <source>The system’s keyring keeps who is signed in.</source>
        <translation>Le trousseau du système garde la connexion.</translation>
    </message>
    <message>
        <source>Passwords are asked at each start: this computer has no keyring that works. {advice}</source>
        <translation>Le mot de passe est demandé à chaque démarrage&#xa0;: cet ordinateur n’a pas de trousseau qui fonctionne. {advice}</translation>
    </message>
    <message>
        <source>Open Keychain Access, and allow Pupitre to use it.</source>
        <translation>Ouvrez Trousseaux d’accès, et autorisez Pupitre à s’en servir.</translation>
    </message>
    <message>
        <source>Make sure that the Credential Manager service runs.</source>
        <translation>Vérifiez que le service Gestionnaire d’informations d’identification est en marche.</translation>
    </message>
    <message>
        <source>Install gnome-keyring, KWallet or KeePassXC, and let it unlock with your session.</source>
        <translation>Installez gnome-keyring, KWallet ou KeePassXC, et faites-le déverrouiller avec votre session.</translation>
    </message>
    <message>
        <source>Notifications work.</source>
        <translation>Les notifications fonctionnent.</translation>
    </message>
    <message>
        <source>No notification can be shown ({error}): start the desktop’s notification service; until then the tray’s balloons are used.</source>
        <translation>Aucune notification ne peut s’afficher ({error})&#xa0;: démarrez le service de notifications du bureau&#x202f;; d’ici là, ce sont les bulles de l’icône.</translation>
    </message>
    <message>
        <source>One was just shown, and taken away.</source>
        <translation>Une notification vient d’être montrée, puis retirée.</translation>
    </message>
    <message>
        <source>Misspelt words are marked in: {languages}.</source>
        <translation>Les mots mal orthographiés sont signalés en&#xa0;: {languages}.</translation>
    </message>
    <message>
        <source>Misspelt words are not marked: this computer has no dictionary.</source>
        <translation>Les mots mal orthographiés ne sont pas signalés&#xa0;: cet ordinateur n’a pas de dictionnaire.</translation>
    </message>
    <message>
        <source>Install libenchant-2-2 and a dictionary, such as hunspell-en-gb or hunspell-fr.</source>
        <translation>Installez libenchant-2-2 et un dictionnaire, tel que hunspell-fr ou hunspell-en-gb.</translation>
    </message>
    <message>
        <source>There is none: neither DISPLAY nor WAYLAND_DISPLAY.</source>
        <translation>Il n’y en a pas&#xa0;: ni DISPLAY ni WAYLAND_DISPLAY.</translation>
    </message>
    <message>
        <source>There is a place for the icon.</source>
        <translation>Il y a une place pour l’icône.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons. The desk works without; on GNOME, the extension AppIndicator brings it back.</source>
        <translation>Ce bureau n’affiche pas d’icônes dans sa barre. Le pupitre s’en passe&#x202f;; sous GNOME, l’extension AppIndicator les ramène.</translation>
    </message>
    <message>
        <source>None is chosen yet; the desk can be tried on this computer alone.</source>
        <translation>Aucun n’est encore choisi&#x202f;; on peut essayer le pupitre sur ce seul ordinateur.</translation>
    </message>
</context>
<context>
    <name>Emoji</name>
    <message>
        <source>Emoji</source>
        <translation>Émoji</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Two pauses went by without an answer.</source>
        <translation>Deux pauses sont passées sans réponse.</translation>
    </message>
    <message>
        <source>Say goodbye and close…</source>
        <translation>Dire au revoir et clôturer…</translation>
    </message>
</context>
<context>
    <name>FiguresFile</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Part (%)</translation>
    </message>
    <message>
        <source>First reply, median (s)</source>
        <translation>Première réponse, médiane (s)</translation>
    </message>
    <message>
        <source>Handling time, median (s)</source>
        <translation>Durée de traitement, médiane (s)</translation>
    </message>
    <message>
        <source>Satisfaction (CSAT, %)</source>
        <translation>Satisfaction (CSAT,&#xa0;%)</translation>
    </message>
    <message>
        <source>Recommendation (NPS)</source>
        <translation>Recommandation (NPS)</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pauses</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Being copied…</source>
        <translation>Copie en cours…</translation>
    </message>
    <message>
        <source>Photo {name}</source>
        <translation>Photo {name}</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>Fichier {name}</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Fichier&#xa0;: {name}</translation>
    </message>
    <message>
        <source>“{name}” cannot be sent.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être envoyé.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {limit} at the most. Send a smaller version or a link to it.</source>
        <translation>«&#xa0;{name}&#xa0;» est trop volumineux&#xa0;: {limit} au plus. Envoyez une version plus légère ou un lien.</translation>
    </message>
    <message>
        <source>“{name}” cannot be sent: only pictures (PNG, JPEG, GIF, WebP), PDF and plain text.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être envoyé&#xa0;: uniquement des images (PNG, JPEG, GIF, WebP), des PDF et du texte brut.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>«&#xa0;{name}&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>“{name}” is a folder: choose the files in it.</source>
        <translation>«&#xa0;{name}&#xa0;» est un dossier&#xa0;: choisissez les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>“{name}” could not be copied to this computer. Your text is kept.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas pu être copié sur cet ordinateur. Votre texte est gardé.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The copy of “{name}” is gone from this computer: attach it again.</source>
        <translation>La copie de «&#xa0;{name}&#xa0;» n’est plus sur cet ordinateur&#xa0;: joignez ce fichier à nouveau.</translation>
    </message>
    <message>
        <source>A message takes {most} files at the most.</source>
        <translation>Un message porte {most} fichiers au plus.</translation>
    </message>
    <message>
        <source>This computer’s disk is full: “{name}” was not attached. Your text is kept.</source>
        <translation>Le disque de cet ordinateur est plein&#xa0;: «&#xa0;{name}&#xa0;» n’est pas joint. Votre texte est gardé.</translation>
    </message>
    <message>
        <source>The server has no room for “{name}” now. Text and files are kept here.</source>
        <translation>Le serveur n’a plus de place pour «&#xa0;{name}&#xa0;». Le texte et les fichiers sont gardés ici.</translation>
    </message>
    <message>
        <source>The server no longer has these files: send the message again.</source>
        <translation>Le serveur n’a plus ces fichiers&#xa0;: envoyez le message à nouveau.</translation>
    </message>
    <message>
        <source>“{name}” cannot be fetched without a link.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être téléchargé sans liaison.</translation>
    </message>
    <message>
        <source>The server no longer has “{name}”.</source>
        <translation>Le serveur n’a plus «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>The disk is full: “{name}” was not saved.</source>
        <translation>Le disque est plein&#xa0;: «&#xa0;{name}&#xa0;» n’est pas enregistré.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved there.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être enregistré à cet endroit.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation>«&#xa0;{name}&#xa0;» est enregistré.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Messages are searched once the link is back</source>
        <translation>Les messages seront cherchés au retour de la liaison</translation>
    </message>
    <message>
        <source>closed · {time}</source>
        <translation>clôturée · {time}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pause…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Clôturer…</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Give back to the group</source>
        <translation>Rendre au groupe</translation>
    </message>
    <message>
        <source>Block the visitor…</source>
        <translation>Bloquer le visiteur…</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Ouvrir dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Qualify…</source>
        <translation>Qualifier…</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>{day}, from</source>
        <translation>{day}, de</translation>
    </message>
    <message>
        <source>{day}, to</source>
        <translation>{day}, à</translation>
    </message>
    <message>
        <source>{day}: the end has to come after the beginning.</source>
        <translation>{day}&#xa0;: la fin doit venir après le début.</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>On your desk</source>
        <translation>Sur votre pupitre</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Waiting in my groups</source>
        <translation>En attente dans mes groupes</translation>
    </message>
    <message>
        <source>Still silent: say goodbye and close?</source>
        <translation>Toujours silencieux&#xa0;: dire au revoir et clôturer&#x202f;?</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>{name} wants no more e-mail</source>
        <translation>{name} ne veut plus d’e-mails</translation>
    </message>
    <message>
        <source>{sentence}: “{words}”</source>
        <translation>{sentence}&#xa0;: «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Survey sent by e-mail</source>
        <translation>Enquête envoyée par e-mail</translation>
    </message>
    <message>
        <source>{replies}, with the survey</source>
        <translation>{replies}, avec l’enquête</translation>
    </message>
    <message>
        <source>The e-mail may not have arrived: the link broke while it was being sent</source>
        <translation>L’e-mail n’est peut-être pas arrivé&#xa0;: la liaison s’est rompue pendant l’envoi</translation>
    </message>
    <message>
        <source>E-mail refused for now, it will be tried again for 24 h</source>
        <translation>E-mail refusé pour l’instant, nouveaux essais pendant 24&#xa0;h</translation>
    </message>
    <message>
        <source>E-mail not sent: it was refused</source>
        <translation>E-mail non envoyé&#xa0;: il a été refusé</translation>
    </message>
    <message>
        <source>E-mail not sent yet: the mail server cannot be reached, tried for 24 h</source>
        <translation>E-mail pas encore envoyé&#xa0;: serveur de messagerie injoignable, nouveaux essais pendant 24&#xa0;h</translation>
    </message>
    <message>
        <source>E-mail not sent: the mail server could not be reached for 24 h</source>
        <translation>E-mail non envoyé&#xa0;: serveur de messagerie injoignable pendant 24&#xa0;h</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Date and time in words</source>
        <translation>Date et heure en toutes lettres</translation>
    </message>
    <message>
        <source>or “tomorrow 9am”, “in 40 min”</source>
        <translation>ou «&#xa0;demain 9h&#xa0;», «&#xa0;dans 40 min&#xa0;»</translation>
    </message>
    <message>
        <source>“{words}” is not a moment I know. Try “tomorrow 9am” or “in 40 min”.</source>
        <translation>«&#xa0;{words}&#xa0;» ne dit pas quand. Essayez «&#xa0;demain 9h&#xa0;» ou «&#xa0;dans 40 min&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>now</source>
        <translation>&lt; 1 min</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} j</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02}</source>
        <translation>{hours} h {minutes:02}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>il y a {duration}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>Qt date format</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>Qt date format</comment>
        <translation>dddd d MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>Qt date format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>Qt date format</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>hier {time}</translation>
    </message>
    <message>
        <source>{date} {time}</source>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>aujourd’hui {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>demain {time}</translation>
    </message>
    <message>
        <source>Back today {time}</source>
        <translation>Retour à {time}</translation>
    </message>
    <message>
        <source>Back tomorrow {time}</source>
        <translation>Retour demain {time}</translation>
    </message>
    <message>
        <source>Back {date} {time}</source>
        <translation>Retour {date} {time}</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>Pause until {time}</source>
        <translation>Mettre en pause jusqu’à {time}</translation>
    </message>
    <message>
        <source>Pause until tomorrow {time}</source>
        <translation>Mettre en pause jusqu’à demain {time}</translation>
    </message>
    <message>
        <source>Pause until {date} {time}</source>
        <translation>Mettre en pause jusqu’au {date} {time}</translation>
    </message>
    <message>
        <source>Pause again to {time}</source>
        <translation>Remettre en pause jusqu’à {time}</translation>
    </message>
    <message>
        <source>Pause again to tomorrow {time}</source>
        <translation>Remettre en pause jusqu’à demain {time}</translation>
    </message>
    <message>
        <source>Pause again to {date} {time}</source>
        <translation>Remettre en pause jusqu’au {date} {time}</translation>
    </message>
    <message>
        <source>ddd</source>
        <comment>Qt date format</comment>
        <translation>ddd</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>{name}: {sentence}</source>
        <translation>{name}&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>The conversation with {name} is over.</source>
        <translation>La conversation avec {name} est terminée.</translation>
    </message>
    <message>
        <source>{name} was transferred to a colleague.</source>
        <translation>La conversation avec {name} a été transférée à un collègue.</translation>
    </message>
    <message>
        <source>{name} went back to the group.</source>
        <translation>La conversation avec {name} est retournée au groupe.</translation>
    </message>
    <message>
        <source>Another expert answers {name} now.</source>
        <translation>Un autre expert répond maintenant à {name}.</translation>
    </message>
    <message>
        <source>{name} left your desk while you were away.</source>
        <translation>La conversation avec {name} a quitté votre pupitre en votre absence.</translation>
    </message>
    <message>
        <source>{name} left your desk.</source>
        <translation>La conversation avec {name} a quitté votre pupitre.</translation>
    </message>
    <message>
        <source>A visitor’s data was erased: nothing of it is left on this computer either.</source>
        <translation>Les données d’un visiteur ont été effacées&#xa0;: il n’en reste rien sur cet ordinateur non plus.</translation>
    </message>
    <message>
        <source>Say what it was about…</source>
        <translation>Indiquer les sujets…</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>{name} answered the survey.</source>
        <translation>{name} a répondu à l’enquête.</translation>
    </message>
    <message>
        <source>{name} gave {score} of 5.</source>
        <translation>{name} donne {score} sur 5.</translation>
    </message>
    <message>
        <source>{sentence} “{words}”</source>
        <translation>{sentence} «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>This computer has no space left: what is not sent would be lost if Pupitre closed. Make room, and it is kept again by itself.</source>
        <translation>Cet ordinateur n’a plus de place&#xa0;: ce qui n’est pas envoyé serait perdu si Pupitre se fermait. Faites de la place, la sauvegarde reprendra d’elle-même.</translation>
    </message>
    <message>
        <source>Pupitre cannot write in its folder: what is not sent would be lost if it closed. Check the rights of the folder, then start Pupitre again.</source>
        <translation>Pupitre ne peut pas écrire dans son dossier&#xa0;: ce qui n’est pas envoyé serait perdu s’il se fermait. Vérifiez les droits du dossier, puis relancez Pupitre.</translation>
    </message>
    <message>
        <source>The copy of your desk on this computer was damaged: it was put aside, and is fetched again from the server.</source>
        <translation>La copie de votre pupitre sur cet ordinateur était abîmée&#xa0;: elle a été mise de côté et le serveur la redonne.</translation>
    </message>
    <message>
        <source>What you write is kept on this computer again.</source>
        <translation>Ce que vous écrivez est de nouveau gardé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>While you were away: {things} — since {time}</source>
        <translation>Pendant votre absence&#xa0;: {things} — depuis {time}</translation>
    </message>
    <message>
        <source>{messages} in {conversations}</source>
        <translation>{messages} dans {conversations}</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{name} replied — back on your desk</source>
        <translation>{name} a répondu — de retour sur votre pupitre</translation>
    </message>
    <message>
        <source>No reply since {time}</source>
        <translation>Sans réponse depuis {time}</translation>
    </message>
    <message>
        <source>Pause over: {name}</source>
        <translation>Pause terminée&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{pause}, say goodbye and close?</source>
        <translation>{pause}, dire au revoir et clôturer&#x202f;?</translation>
    </message>
    <message>
        <source>{name} is on your desk · {mission}</source>
        <translation>{name} est sur votre pupitre · {mission}</translation>
    </message>
    <message>
        <source>{colleague} hands you {name} · {mission}</source>
        <translation>{colleague} vous confie {name} · {mission}</translation>
    </message>
    <message>
        <source>{name} ended the conversation</source>
        <translation>{name} a mis fin à la conversation</translation>
    </message>
    <message>
        <source>You can still say what it was about.</source>
        <translation>Vous pouvez encore dire de quoi il s’agissait.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>Pause the conversation</source>
        <translation>Mettre la conversation en pause</translation>
    </message>
    <message>
        <source>Keep the conversation at the end of the pause</source>
        <translation>Garder la conversation à la fin de la pause</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>3 hours</source>
        <translation>3 heures</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisée</translation>
    </message>
    <message>
        <source>choose a date and time</source>
        <translation>choisir une date et une heure</translation>
    </message>
    <message>
        <source>Tell {name} first</source>
        <translation>Prévenir d’abord {name}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Change the pause with {name}</source>
        <translation>Modifier la pause avec {name}</translation>
    </message>
    <message>
        <source>Pause the conversation with {name}</source>
        <translation>Mettre en pause la conversation avec {name}</translation>
    </message>
    <message>
        <source>It comes back when {name} writes, or at the time you choose.</source>
        <translation>Elle revient quand {name} écrit, ou à l’heure que vous choisissez.</translation>
    </message>
    <message>
        <source>It leaves your desk and frees a slot. It comes back when {name} writes, or at the time you choose.</source>
        <translation>Elle quitte votre pupitre et libère une place. Elle revient quand {name} écrit, ou à l’heure que vous choisissez.</translation>
    </message>
    <message>
        <source>More than 24 hours is not advised: {name} may have found help elsewhere.</source>
        <translation>Plus de 24 heures, c’est déconseillé&#xa0;: {name} aura peut-être trouvé de l’aide ailleurs.</translation>
    </message>
    <message>
        <source>{name} is on the site: a short pause is recommended.</source>
        <translation>{name} est sur le site&#xa0;: une pause courte est recommandée.</translation>
    </message>
    <message>
        <source>{name} {left}: up to 24 hours is fine.</source>
        <translation>{name} {left}&#xa0;: jusqu’à 24 heures conviennent.</translation>
    </message>
    <message>
        <source>No link: whether {name} is on the site is not known now.</source>
        <translation>Pas de liaison&#xa0;: on ne sait pas si {name} est sur le site.</translation>
    </message>
    <message>
        <source>After two pauses, say goodbye and close instead.</source>
        <translation>Après deux pauses, dites plutôt au revoir et clôturez.</translation>
    </message>
    <message>
        <source>Unticked: you have not planned to work then. Another expert takes it.</source>
        <translation>Décochée&#xa0;: vous n’avez pas prévu de travailler à ce moment-là. Un autre expert la prendra.</translation>
    </message>
    <message>
        <source>You have not planned to work then.</source>
        <translation>Vous n’avez pas prévu de travailler à ce moment-là.</translation>
    </message>
    <message>
        <source>Untick it if you will not be available then: another expert takes it.</source>
        <translation>Décochez si vous ne serez pas disponible&#xa0;: un autre expert la prendra.</translation>
    </message>
</context>
<context>
    <name>PausedList</name>
    <message>
        <source>Paused conversations</source>
        <translation>Conversations en pause</translation>
    </message>
    <message>
        <source>Each comes back when its visitor writes, or at its time.</source>
        <translation>Chacune revient quand son visiteur écrit, ou à son heure.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Nothing is paused.</source>
        <translation>Rien n’est en pause.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Change time…</source>
        <translation>Changer l’heure…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>La semaine dernière</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>Fichier %1</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>Voir &amp;dans&#xa0;:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Types de fichiers&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>permission denied</source>
        <translation>accès refusé</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>le disque est en lecture seule</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>there is no such place</source>
        <translation>cet emplacement n’existe pas</translation>
    </message>
    <message>
        <source>a file is in the way</source>
        <translation>un fichier est à cet endroit</translation>
    </message>
    <message>
        <source>no network leads there</source>
        <translation>aucun réseau n’y mène</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The server refused this. Try again, or reload the conversation.</source>
        <translation>Le serveur a refusé. Réessayez, ou rouvrez la conversation.</translation>
    </message>
    <message>
        <source>The server could not read this request. Update Pupitre, then try again.</source>
        <translation>Le serveur n’a pas compris cette demande. Mettez Pupitre à jour, puis réessayez.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Votre session a pris fin. Connectez-vous de nouveau.</translation>
    </message>
    <message>
        <source>Conversations are still open on your desk: settle them first.</source>
        <translation>Des conversations sont encore ouvertes sur votre pupitre&#xa0;: réglez-les d’abord.</translation>
    </message>
    <message>
        <source>That was a little fast. Try again in a moment.</source>
        <translation>C’était un peu rapide. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Nobody there can take it now. Transfer anyway, or choose somebody else.</source>
        <translation>Personne là-bas ne peut la prendre. Transférez quand même, ou choisissez quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>This expert or group does not serve the mission. Choose another one.</source>
        <translation>Cet expert ou ce groupe ne sert pas la mission. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Nobody can take it right now. Try later.</source>
        <translation>Personne ne peut la prendre pour le moment. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>This time has passed. Choose one that is still to come.</source>
        <translation>Cette heure est passée. Choisissez-en une à venir.</translation>
    </message>
    <message>
        <source>A pause lasts {days} days at the most. Choose an earlier date.</source>
        <translation>Une pause dure {days} jours au plus. Choisissez une date plus proche.</translation>
    </message>
    <message>
        <source>The mission asks for a subject. Choose at least one.</source>
        <translation>La mission demande un sujet. Choisissez-en au moins un.</translation>
    </message>
    <message>
        <source>The mission has removed this subject. Choose another one.</source>
        <translation>La mission a retiré ce sujet. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There is nothing to send. Write something first.</source>
        <translation>Il n’y a rien à envoyer. Écrivez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>This text is too long. Shorten it, then try again.</source>
        <translation>Ce texte est trop long. Raccourcissez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>This text is too long: {limit} characters at the most. Shorten it.</source>
        <translation>Ce texte est trop long&#xa0;: {limit} caractères au plus. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>This conversation is no longer on your desk: somebody else has it now.</source>
        <translation>Cette conversation n’est plus sur votre pupitre&#xa0;: quelqu’un d’autre s’en occupe.</translation>
    </message>
    <message>
        <source>This conversation no longer exists. Its data may have been erased.</source>
        <translation>Cette conversation n’existe plus. Ses données ont peut-être été effacées.</translation>
    </message>
    <message>
        <source>The conversation has changed meanwhile. Look at it, then try again.</source>
        <translation>La conversation a changé entre-temps. Regardez-la, puis réessayez.</translation>
    </message>
    <message>
        <source>This visitor is blocked and cannot be written to.</source>
        <translation>Ce visiteur est bloqué&#xa0;: on ne peut pas lui écrire.</translation>
    </message>
    <message>
        <source>This was already answered.</source>
        <translation>Une réponse a déjà été donnée.</translation>
    </message>
    <message>
        <source>This file is not on the server any more. Attach it again.</source>
        <translation>Ce fichier n’est plus sur le serveur. Joignez-le de nouveau.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>This is all that the report holds: no message, no password, no e-mail address. Save it, and send it with a few words to whoever looks after Pupitre for you.</source>
        <translation>Voici tout ce que contient le rapport&#xa0;: aucun message, aucun mot de passe, aucune adresse e-mail. Enregistrez-le, puis envoyez-le avec quelques mots à la personne qui s’occupe de Pupitre pour vous.</translation>
    </message>
    <message>
        <source>What the report holds</source>
        <translation>Contenu du rapport</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
</context>
<context>
    <name>RowText</name>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>say goodbye and close?</source>
        <translation>dire au revoir et clôturer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search conversations, visitors, actions…</source>
        <translation>Rechercher conversations, visiteurs, actions…</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Planned hours</source>
        <translation>Heures prévues</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Notifications on the desktop</source>
        <translation>Notifications sur le bureau</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>Mark misspelt words</source>
        <translation>Souligner les fautes</translation>
    </message>
    <message>
        <source>In the visitor’s language, where this computer has a dictionary</source>
        <translation>Dans la langue du visiteur, si cet ordinateur a un dictionnaire</translation>
    </message>
    <message>
        <source>Open Pupitre with the session</source>
        <translation>Ouvrir Pupitre avec la session</translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation>Rechercher les nouvelles versions</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Raccourcis clavier…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>When you mean to be here. The pause dialog and the end of shift start from it.</source>
        <translation>Quand vous pensez être là. La pause et la fin de service en tiennent compte.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Se déconnecter…</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>5 seconds to take a message back</source>
        <translation>5 secondes pour reprendre un message</translation>
    </message>
    <message>
        <source>Messages leave at once</source>
        <translation>Les messages partent aussitôt</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message>
        <source>paused, back {time}</source>
        <translation>en pause, retour {time}</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>Fin de service</translation>
    </message>
    <message>
        <source>You are now unavailable: no new conversation will come. Settle these before you sign out.</source>
        <translation>Vous êtes maintenant indisponible&#xa0;: aucune nouvelle conversation n’arrivera. Réglez celles-ci avant de vous déconnecter.</translation>
    </message>
    <message>
        <source>Conversations to settle</source>
        <translation>Conversations à régler</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Settle all and sign out</source>
        <translation>Tout régler et se déconnecter</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Pause to {time}</source>
        <translation>Pause jusqu’à {time}</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Clôturer…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Release at {time}</source>
        <translation>Rendre à {time}</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>No shortcut</source>
        <translation>Aucun raccourci</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Click on one, then press the keys you want.</source>
        <translation>Cliquez sur l’un d’eux, puis pressez les touches voulues.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Back to the usual ones</source>
        <translation>Revenir aux raccourcis d’origine</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>{keys} is taken twice: {actions}.</source>
        <translation>{keys} est pris deux fois&#xa0;: {actions}.</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>No suggestion</source>
        <translation>Aucune suggestion</translation>
    </message>
    <message>
        <source>Add “{word}” to the dictionary</source>
        <translation>Ajouter «&#xa0;{word}&#xa0;» au dictionnaire</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Leaves in a moment</source>
        <translation>Part dans un instant</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Waits for your word</source>
        <translation>Attend votre décision</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Held for a few seconds: you can still take it back.</source>
        <translation>Retenu quelques secondes&#xa0;: vous pouvez encore le reprendre.</translation>
    </message>
    <message>
        <source>Kept on this computer: it leaves as soon as the link is back.</source>
        <translation>Gardé sur cet ordinateur&#xa0;: il partira dès le retour de la liaison.</translation>
    </message>
    <message>
        <source>Sent: the server has not answered yet.</source>
        <translation>Envoyé&#xa0;: le serveur n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>Stored by the server.</source>
        <translation>Enregistré par le serveur.</translation>
    </message>
    <message>
        <source>Seen by the visitor.</source>
        <translation>Vu par le visiteur.</translation>
    </message>
    <message>
        <source>Refused by the server: your text is kept.</source>
        <translation>Refusé par le serveur&#xa0;: votre texte est gardé.</translation>
    </message>
    <message>
        <source>No link since {time}</source>
        <translation>Pas de liaison depuis {time}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Mise à jour…</translation>
    </message>
    <message>
        <source>Connected, slow link: what you write may take a while</source>
        <translation>Connecté, liaison lente&#xa0;: ce que vous écrivez peut mettre du temps</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>No link since {time}: what you write is kept here</source>
        <translation>Pas de liaison depuis {time}&#xa0;: ce que vous écrivez est gardé ici</translation>
    </message>
    <message>
        <source>Read it before you write.</source>
        <translation>Lisez avant d’écrire.</translation>
    </message>
    <message>
        <source>This conversation left your desk while you were away. Your draft is kept.</source>
        <translation>Cette conversation a quitté votre pupitre pendant votre absence. Votre brouillon est gardé.</translation>
    </message>
    <message>
        <source>A colleague answered while you were away.</source>
        <translation>Un collègue a répondu pendant votre absence.</translation>
    </message>
    <message>
        <source>You answered from another computer meanwhile.</source>
        <translation>Vous avez répondu entre-temps depuis un autre ordinateur.</translation>
    </message>
    <message>
        <source>Another expert had this conversation while you were away.</source>
        <translation>Un autre expert a eu cette conversation pendant votre absence.</translation>
    </message>
    <message>
        <source>The visitor wrote before your closure could leave.</source>
        <translation>Le visiteur a écrit avant le départ de votre clôture.</translation>
    </message>
    <message>
        <source>This conversation changed while you were away.</source>
        <translation>Cette conversation a changé pendant votre absence.</translation>
    </message>
    <message>
        <source>This conversation is closed.</source>
        <translation>Cette conversation est clôturée.</translation>
    </message>
    <message>
        <source>Kept on this computer: the conversation changed before it left.</source>
        <translation>Gardé sur cet ordinateur&#xa0;: la conversation a changé avant son départ.</translation>
    </message>
    <message>
        <source>This conversation was transferred. Your draft is kept.</source>
        <translation>Cette conversation a été transférée. Votre brouillon est gardé.</translation>
    </message>
    <message>
        <source>You gave this conversation back. Your draft is kept.</source>
        <translation>Vous avez rendu cette conversation. Votre brouillon est gardé.</translation>
    </message>
    <message>
        <source>Another expert has this conversation now. Your draft is kept.</source>
        <translation>Un autre expert s’occupe de cette conversation. Votre brouillon est gardé.</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Per subject</source>
        <translation>Par sujet</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>CSAT</source>
        <translation>CSAT</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>My figures</source>
        <translation>Mes chiffres</translation>
    </message>
    <message>
        <source>Conversations in which you wrote to the visitor, by their beginning.</source>
        <translation>Les conversations où vous avez écrit au visiteur, selon leur début.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>Enregistrer en tableau…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Without a link the figures cannot be asked for.</source>
        <translation>Sans liaison, les chiffres ne peuvent pas être demandés.</translation>
    </message>
    <message>
        <source>No conversation began in this period.</source>
        <translation>Aucune conversation n’a commencé dans cette période.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Enregistrer en tableau</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>pupitre-figures.csv</source>
        <translation>pupitre-chiffres.csv</translation>
    </message>
    <message>
        <source>The table cannot be written there: {reason}</source>
        <translation>Le tableau ne peut pas être écrit à cet endroit&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>Stuck</name>
    <message>
        <source>Pupitre</source>
        <translation>Pupitre</translation>
    </message>
    <message>
        <source>Pupitre cannot keep anything on this computer</source>
        <translation>Pupitre ne peut rien garder sur cet ordinateur</translation>
    </message>
    <message>
        <source>Drafts and messages that wait to be sent are kept in a folder which cannot be written. Give yourself the right to write there, or make room, then try again.</source>
        <translation>Les brouillons et les messages en attente d’envoi sont gardés dans un dossier où l’on ne peut pas écrire. Donnez-vous le droit d’y écrire, ou faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{folder}: {reason}</source>
        <translation>{folder}&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>Subjects</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Search subjects…</source>
        <translation>Rechercher un sujet…</translation>
    </message>
    <message>
        <source>No subject of that name.</source>
        <translation>Aucun sujet de ce nom.</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>Visitor {number}</source>
        <translation>Visiteur {number}</translation>
    </message>
    <message>
        <source>On the site · reading “{page}”</source>
        <translation>Sur le site · lit «&#xa0;{page}&#xa0;»</translation>
    </message>
    <message>
        <source>On the site</source>
        <translation>Sur le site</translation>
    </message>
    <message>
        <source>Left the site {ago}</source>
        <translation>A quitté le site {ago}</translation>
    </message>
    <message>
        <source>Left the site</source>
        <translation>A quitté le site</translation>
    </message>
    <message>
        <source>Presence unknown: no link</source>
        <translation>Présence inconnue&#xa0;: pas de liaison</translation>
    </message>
    <message>
        <source>on the site</source>
        <translation>sur le site</translation>
    </message>
    <message>
        <source>left {ago}</source>
        <translation>a quitté le site {ago}</translation>
    </message>
    <message>
        <source>left the site</source>
        <translation>a quitté le site</translation>
    </message>
    <message>
        <source>presence unknown</source>
        <translation>présence inconnue</translation>
    </message>
    <message>
        <source>On the site for {duration}</source>
        <translation>Sur le site depuis {duration}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clôturée</translation>
    </message>
    <message>
        <source>pause {count}</source>
        <translation>pause {count}</translation>
    </message>
    <message>
        <source>pause {count} of {total}</source>
        <translation>pause {count} sur {total}</translation>
    </message>
    <message>
        <source>released then</source>
        <translation>rendue ensuite</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>Vous&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{name} is typing: “{text}”</source>
        <translation>{name} écrit&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>is typing…</source>
        <translation>écrit…</translation>
    </message>
    <message>
        <source>has been waiting for your answer for {duration}</source>
        <translation>attend votre réponse depuis {duration}</translation>
    </message>
    <message>
        <source>Unavailable</source>
        <translation>Indisponible</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>{used} of {slots} slots</source>
        <translation>{used} sur {slots} places</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Allemand</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Espagnol</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Néerlandais</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugais</translation>
    </message>
    <message>
        <source>Not on your desk any more</source>
        <translation>N’est plus sur votre pupitre</translation>
    </message>
    <message>
        <source>Closed {time}</source>
        <translation>Clôturée {time}</translation>
    </message>
    <message>
        <source>Everything sent</source>
        <translation>Tout est envoyé</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>an expert</source>
        <translation>un expert</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>le groupe</translation>
    </message>
    <message>
        <source>Conversation started from “{page}”</source>
        <translation>Conversation commencée depuis «&#xa0;{page}&#xa0;»</translation>
    </message>
    <message>
        <source>Conversation started</source>
        <translation>Conversation commencée</translation>
    </message>
    <message>
        <source>{name} is on the site again</source>
        <translation>{name} est de retour sur le site</translation>
    </message>
    <message>
        <source>{name} left the site</source>
        <translation>{name} a quitté le site</translation>
    </message>
    <message>
        <source>{name} left an address: {email}</source>
        <translation>{name} a laissé une adresse&#xa0;: {email}</translation>
    </message>
    <message>
        <source>{name} left the site {left} — came back {back}</source>
        <translation>{name} a quitté le site à {left} — retour à {back}</translation>
    </message>
    <message>
        <source>Paused until {wake}</source>
        <translation>En pause, retour {wake}</translation>
    </message>
    <message>
        <source>given back to the group then</source>
        <translation>rendue au groupe ensuite</translation>
    </message>
    <message>
        <source>{name} wrote: the pause is over</source>
        <translation>{name} a écrit&#xa0;: la pause est terminée</translation>
    </message>
    <message>
        <source>The pause is over</source>
        <translation>La pause est terminée</translation>
    </message>
    <message>
        <source>Taken back before the end of the pause</source>
        <translation>Reprise avant la fin de la pause</translation>
    </message>
    <message>
        <source>Its expert was away for 24 h: waits in the group</source>
        <translation>Son expert était absent depuis 24&#xa0;h&#xa0;: attend dans le groupe</translation>
    </message>
    <message>
        <source>Waits in the group for an expert</source>
        <translation>Attend un expert dans le groupe</translation>
    </message>
    <message>
        <source>You gave it back to the group</source>
        <translation>Vous l’avez rendue au groupe</translation>
    </message>
    <message>
        <source>{expert} gave it back to the group</source>
        <translation>{expert} l’a rendue au groupe</translation>
    </message>
    <message>
        <source>On the desk of {expert}</source>
        <translation>Sur le pupitre de {expert}</translation>
    </message>
    <message>
        <source>On your desk</source>
        <translation>Sur votre pupitre</translation>
    </message>
    <message>
        <source>On your desk: a colleague gave it back</source>
        <translation>Sur votre pupitre&#xa0;: un collègue l’a rendue</translation>
    </message>
    <message>
        <source>On your desk: its expert was away for 24 h</source>
        <translation>Sur votre pupitre&#xa0;: son expert était absent depuis 24&#xa0;h</translation>
    </message>
    <message>
        <source>On your desk: you answered this visitor before</source>
        <translation>Sur votre pupitre&#xa0;: vous avez déjà répondu à ce visiteur</translation>
    </message>
    <message>
        <source>{sender} transferred it to you</source>
        <translation>{sender} vous l’a transférée</translation>
    </message>
    <message>
        <source>You transferred it to {target}</source>
        <translation>Vous l’avez transférée à {target}</translation>
    </message>
    <message>
        <source>{sender} transferred it to {target}</source>
        <translation>{sender} l’a transférée à {target}</translation>
    </message>
    <message>
        <source>{sentence}: “{words}”</source>
        <translation>{sentence}&#xa0;: «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Votre note</translation>
    </message>
    <message>
        <source>Note by {expert}</source>
        <translation>Note de {expert}</translation>
    </message>
    <message>
        <source>{name} is blocked</source>
        <translation>{name} ne peut plus écrire</translation>
    </message>
    <message>
        <source>{name} is blocked until {date}</source>
        <translation>{name} ne peut plus écrire avant {date}</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifiée</translation>
    </message>
    <message>
        <source>Qualified: {subjects}</source>
        <translation>Qualifiée&#xa0;: {subjects}</translation>
    </message>
    <message>
        <source>{name} ended the conversation</source>
        <translation>{name} a mis fin à la conversation</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clôturée</translation>
    </message>
    <message>
        <source>You closed the conversation</source>
        <translation>Vous avez clôturé la conversation</translation>
    </message>
    <message>
        <source>{expert} closed the conversation</source>
        <translation>{expert} a clôturé la conversation</translation>
    </message>
    <message>
        <source>Survey answered</source>
        <translation>Réponse à l’enquête</translation>
    </message>
    <message>
        <source>satisfaction {score} of 5</source>
        <translation>satisfaction {score} sur 5</translation>
    </message>
    <message>
        <source>recommendation {score} of 10</source>
        <translation>recommandation {score} sur 10</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Fil de la conversation</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Nouveaux messages</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Aller à la fin</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copier le message</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Arrêter l’envoi</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
    <message>
        <source>Save {name} as…</source>
        <translation>Enregistrer {name} sous…</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Wake-ups</source>
        <translation>Réveils</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Ma journée</translation>
    </message>
    <message>
        <source>Show the visitor panel</source>
        <translation>Afficher la fiche du visiteur</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>You receive conversations. Click to stop receiving new ones.</source>
        <translation>Vous recevez des conversations. Cliquez pour ne plus en recevoir de nouvelles.</translation>
    </message>
    <message>
        <source>No new conversation comes to you. Click to be available.</source>
        <translation>Aucune nouvelle conversation ne vous arrive. Cliquez pour être disponible.</translation>
    </message>
    <message>
        <source>No link: no new conversation reaches you.</source>
        <translation>Pas de liaison&#xa0;: aucune nouvelle conversation ne vous arrive.</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>not connected</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>indisponible</translation>
    </message>
    <message>
        <source>full · {slots}</source>
        <translation>complet · {slots}</translation>
    </message>
    <message>
        <source>available · {slots}</source>
        <translation>disponible · {slots}</translation>
    </message>
    <message>
        <source>group · somebody is available</source>
        <translation>groupe · quelqu’un est disponible</translation>
    </message>
    <message>
        <source>group · nobody is available</source>
        <translation>groupe · personne n’est disponible</translation>
    </message>
    <message>
        <source>Transfer the conversation</source>
        <translation>Transférer la conversation</translation>
    </message>
    <message>
        <source>Transfer the conversation with {name}</source>
        <translation>Transférer la conversation avec {name}</translation>
    </message>
    <message>
        <source>It leaves your desk. {name} is told nothing: announce it first.</source>
        <translation>Elle quitte votre pupitre. Rien n’est dit à {name}&#xa0;: annoncez-le d’abord.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Search colleagues and groups…</source>
        <translation>Rechercher un collègue ou un groupe…</translation>
    </message>
    <message>
        <source>Note for the recipient</source>
        <translation>Note pour le destinataire</translation>
    </message>
    <message>
        <source>what was said, what is missing</source>
        <translation>ce qui est dit, ce qui manque</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Colleagues and groups</source>
        <translation>Collègues et groupes</translation>
    </message>
    <message>
        <source>Nobody of that name serves this mission.</source>
        <translation>Personne de ce nom ne sert cette mission.</translation>
    </message>
    <message>
        <source>Transfer anyway</source>
        <translation>Transférer quand même</translation>
    </message>
    <message>
        <source>Choose who takes it.</source>
        <translation>Choisissez qui la prend.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open the desk</source>
        <translation>Ouvrir le pupitre</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Paused conversations…</source>
        <translation>Conversations en pause…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Se déconnecter…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Pupitre — signed out</source>
        <translation>Pupitre — déconnecté</translation>
    </message>
    <message>
        <source>Pupitre — {state}</source>
        <translation>Pupitre — {state}</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>What is new in Pupitre {version}</source>
        <translation>Nouveautés de Pupitre {version}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mettre à jour</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Published on {date}. You have {mine}.</source>
        <translation>Publié le {date}. Vous avez la version {mine}.</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Pupitre {version} is out.</source>
        <translation>Pupitre {version} est sorti.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>Update…</source>
        <translation>Mettre à jour…</translation>
    </message>
    <message>
        <source>Fetching Pupitre {version}: {percent} %</source>
        <translation>Téléchargement de Pupitre {version}&#xa0;: {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Pupitre {version} is ready: it takes over when you close the desk.</source>
        <translation>Pupitre {version} est prêt&#xa0;: il prendra la suite quand vous fermerez le pupitre.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>The installer of Pupitre {version} is here, and is the publisher’s.</source>
        <translation>L’installateur de Pupitre {version} est là, et c’est bien celui de l’éditeur.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>This copy came with a package of the system: update it with the system’s packages, or install the new package from {address}.</source>
        <translation>Cette copie vient d’un paquet du système&#xa0;: mettez-la à jour avec les paquets du système, ou installez le nouveau paquet depuis {address}.</translation>
    </message>
    <message>
        <source>You may not change {folder}: ask whoever installed Pupitre there to update it.</source>
        <translation>Vous ne pouvez pas modifier {folder}&#xa0;: demandez la mise à jour à la personne qui y a installé Pupitre.</translation>
    </message>
    <message>
        <source>This copy runs from its source code: update that.</source>
        <translation>Cette copie s’exécute depuis son code source&#xa0;: mettez celui-ci à jour.</translation>
    </message>
    <message>
        <source>The desk fetches the installer and checks its signature; you start it when it suits you. You can go on working meanwhile.</source>
        <translation>Le pupitre télécharge l’installateur et vérifie sa signature&#x202f;; vous le lancez quand cela vous convient. Vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <source>The desk fetches it, checks its signature and that it starts here, and puts it in place when you close the desk. You can go on working meanwhile.</source>
        <translation>Le pupitre la télécharge, vérifie sa signature et qu’elle démarre ici, puis la met en place quand vous le fermez. Vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <source>The list of new versions at {address} is not signed by Pupitre’s publisher: nothing was taken from it. Tell whoever looks after Pupitre for you.</source>
        <translation>La liste des nouvelles versions de {address} n’est pas signée par l’éditeur de Pupitre&#xa0;: rien n’en a été pris. Prévenez la personne qui s’occupe de Pupitre pour vous.</translation>
    </message>
    <message>
        <source>The list of new versions at {address} is out of date, or this computer’s clock is wrong: nothing was taken from it.</source>
        <translation>La liste des nouvelles versions de {address} est périmée, ou l’horloge de cet ordinateur est fausse&#xa0;: rien n’en a été pris.</translation>
    </message>
    <message>
        <source>The list of new versions at {address} is older than the one seen before: nothing was taken from it. Tell whoever looks after Pupitre for you.</source>
        <translation>La liste des nouvelles versions de {address} est plus ancienne que celle déjà vue&#xa0;: rien n’en a été pris. Prévenez la personne qui s’occupe de Pupitre pour vous.</translation>
    </message>
    <message>
        <source>What {address} gave is not what the publisher signed: it was thrown away.</source>
        <translation>Ce que {address} a donné n’est pas ce que l’éditeur a signé&#xa0;: cela a été jeté.</translation>
    </message>
    <message>
        <source>Pupitre {version} does not start on this computer: this version stays.</source>
        <translation>Pupitre {version} ne démarre pas sur cet ordinateur&#xa0;: la version actuelle reste.</translation>
    </message>
    <message>
        <source>{address} does not answer: the update can be tried again later.</source>
        <translation>{address} ne répond pas&#xa0;: la mise à jour pourra être essayée de nouveau plus tard.</translation>
    </message>
    <message>
        <source>The update could not be prepared: {reason}</source>
        <translation>La mise à jour n’a pas pu être préparée&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Copy image</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Image {name}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Cette image ne peut pas être affichée.</translation>
    </message>
</context>
<context>
    <name>Visitor</name>
    <message>
        <source>Visitor</source>
        <translation>Visiteur</translation>
    </message>
    <message>
        <source>Write a note only experts see…</source>
        <translation>Une note pour les experts…</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nouvelle note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Now reading</source>
        <translation>Lit en ce moment</translation>
    </message>
    <message>
        <source>Past conversations</source>
        <translation>Conversations passées</translation>
    </message>
    <message>
        <source>{name}: {sentence}</source>
        <translation>{name}&#xa0;: {sentence}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Try it on this computer</source>
        <translation>Essayer sur cet ordinateur</translation>
    </message>
    <message>
        <source>A server starts inside this window with two demo missions. You are signed in at once, and the page of a shop opens in your browser to play the visitor.</source>
        <translation>Un serveur démarre dans cette fenêtre avec deux missions de démonstration. Vous êtes connecté aussitôt, et la page d’une boutique s’ouvre dans votre navigateur pour jouer le visiteur.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and no account is needed.</source>
        <translation>Rien ne quitte cet ordinateur, et aucun compte n’est nécessaire.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Se connecter à un serveur</translation>
    </message>
    <message>
        <source>desk.example.org</source>
        <translation>pupitre.example.org</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Fill in all three fields first.</source>
        <translation>Remplissez d’abord les trois champs.</translation>
    </message>
    <message>
        <source>The desk of those who answer a site’s visitors</source>
        <translation>Le pupitre de celles et ceux qui répondent aux visiteurs d’un site</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Pupitre</source>
        <translation>Pupitre</translation>
    </message>
</context>
</TS>
