<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Next visitor who waits for me</source>
        <translation>Next visitor who waits for me</translation>
    </message>
    <message>
        <source>Pause the conversation</source>
        <translation>Pause the conversation</translation>
    </message>
    <message>
        <source>Take back from pause</source>
        <translation>Take back from pause</translation>
    </message>
    <message>
        <source>Close the conversation</source>
        <translation>Close the conversation</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Give back to the group</source>
        <translation>Give back to the group</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Attach files…</translation>
    </message>
    <message>
        <source>Change my availability</source>
        <translation>Change my availability</translation>
    </message>
    <message>
        <source>Paused conversations</source>
        <translation>Paused conversations</translation>
    </message>
    <message>
        <source>Closed conversations</source>
        <translation>Closed conversations</translation>
    </message>
    <message>
        <source>My figures</source>
        <translation>My figures</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>Go to the list</translation>
    </message>
    <message>
        <source>Next conversation in the list</source>
        <translation>Next conversation in the list</translation>
    </message>
    <message>
        <source>Previous conversation in the list</source>
        <translation>Previous conversation in the list</translation>
    </message>
    <message>
        <source>Show the visitor panel</source>
        <translation>Show the visitor panel</translation>
    </message>
    <message>
        <source>One conversation</source>
        <translation>One conversation</translation>
    </message>
    <message>
        <source>Two conversations</source>
        <translation>Two conversations</translation>
    </message>
    <message>
        <source>Four conversations</source>
        <translation>Four conversations</translation>
    </message>
    <message>
        <source>In its own window</source>
        <translation>In its own window</translation>
    </message>
    <message>
        <source>Open a visitor page</source>
        <translation>Open a visitor page</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Show the logs</source>
        <translation>Show the logs</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Report a problem…</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>End of shift</translation>
    </message>
    <message>
        <source>Back to the message</source>
        <translation>Back to the message</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Connecting to the server…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>Your conversations appear as soon as the link is there.</source>
        <translation>Your conversations appear as soon as the link is there.</translation>
    </message>
    <message>
        <source>Nobody else waits for an answer. Visitors come by themselves.</source>
        <translation>Nobody else waits for an answer. Visitors come by themselves.</translation>
    </message>
    <message>
        <source>A visitor waits for you</source>
        <translation>A visitor waits for you</translation>
    </message>
    <message>
        <source>Ctrl+Tab always goes to the one who has waited longest.</source>
        <translation>Ctrl+Tab always goes to the one who has waited longest.</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Open the conversation</translation>
    </message>
    <message>
        <source>You are unavailable</source>
        <translation>You are unavailable</translation>
    </message>
    <message>
        <source>No new conversation comes to you until you say otherwise.</source>
        <translation>No new conversation comes to you until you say otherwise.</translation>
    </message>
    <message>
        <source>Become available</source>
        <translation>Become available</translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation>Choose a conversation</translation>
    </message>
    <message>
        <source>Nobody waits for an answer. Visitors come by themselves.</source>
        <translation>Nobody waits for an answer. Visitors come by themselves.</translation>
    </message>
    <message>
        <source>Waiting for another visitor</source>
        <translation>Waiting for another visitor</translation>
    </message>
    <message>
        <source>Your conversations are shown beside.</source>
        <translation>Your conversations are shown beside.</translation>
    </message>
    <message>
        <source>Waiting for a visitor</source>
        <translation>Waiting for a visitor</translation>
    </message>
    <message>
        <source>To try the desk, write on a visitor page as a visitor would.</source>
        <translation>To try the desk, write on a visitor page as a visitor would.</translation>
    </message>
    <message>
        <source>Open a visitor page</source>
        <translation>Open a visitor page</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>The e-mail or the password is wrong.</source>
        <translation>The e-mail or the password is wrong.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute, then try again.</source>
        <translation>Too many attempts. Wait a minute, then try again.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Your session has ended. Sign in again.</translation>
    </message>
    <message>
        <source>This is not the address of a server, such as desk.example.org.</source>
        <translation>This is not the address of a server, such as desk.example.org.</translation>
    </message>
    <message>
        <source>This address is not encrypted (http). Only https is allowed, except here.</source>
        <translation>This address is not encrypted (http). Only https is allowed, except here.</translation>
    </message>
    <message>
        <source>The server cannot be reached. {reason}</source>
        <translation>The server cannot be reached. {reason}</translation>
    </message>
    <message>
        <source>The server on this computer could not start. {reason}</source>
        <translation>The server on this computer could not start. {reason}</translation>
    </message>
    <message>
        <source>Starting the server on this computer…</source>
        <translation>Starting the server on this computer…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Signing out…</translation>
    </message>
    <message>
        <source>Something went wrong. It was noted in the log; you can go on.</source>
        <translation>Something went wrong. It was noted in the log; you can go on.</translation>
    </message>
    <message>
        <source>This computer has no keyring: you stay signed in until you close Pupitre, no longer.</source>
        <translation>This computer has no keyring: you stay signed in until you close Pupitre, no longer.</translation>
    </message>
    <message>
        <source>Pupitre did not end as it should last time. Nothing was lost.</source>
        <translation>Pupitre did not end as it should last time. Nothing was lost.</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Report a problem…</translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation>The report is in {file}.</translation>
    </message>
    <message>
        <source>The report could not be saved: {reason}</source>
        <translation>The report could not be saved: {reason}</translation>
    </message>
    <message>
        <source>Conversations are still open on your desk: settle them first.</source>
        <translation>Conversations are still open on your desk: settle them first.</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>This conversation is on the server: it can be read once the link is back.</source>
        <translation>This conversation is on the server: it can be read once the link is back.</translation>
    </message>
    <message>
        <source>This conversation goes on with somebody else.</source>
        <translation>This conversation goes on with somebody else.</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Block the visitor</source>
        <translation>Block the visitor</translation>
    </message>
    <message>
        <source>Block {name}</source>
        <translation>Block {name}</translation>
    </message>
    <message>
        <source>{name} can no longer write or start conversations. Your name, the reason and the date are kept with the block.</source>
        <translation>{name} can no longer write or start conversations. Your name, the reason and the date are kept with the block.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>only experts see it</source>
        <translation>only experts see it</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 hours</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>Until it is lifted</source>
        <translation>Until it is lifted</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>For how long</translation>
    </message>
    <message>
        <source>Write why: whoever lifts the block has to know.</source>
        <translation>Write why: whoever lifts the block has to know.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Closed conversations</source>
        <translation>Closed conversations</translation>
    </message>
    <message>
        <source>Those that you closed, to be read or qualified again.</source>
        <translation>Those that you closed, to be read or qualified again.</translation>
    </message>
    <message>
        <source>Visitor, subject, note…</source>
        <translation>Visitor, subject, note…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Show older ones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Nothing was found among those that are shown.</source>
        <translation>Nothing was found among those that are shown.</translation>
    </message>
    <message>
        <source>No conversation that you closed is kept.</source>
        <translation>No conversation that you closed is kept.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
</context>
<context>
    <name>Closure</name>
    <message>
        <source>Ask “{question}” first</source>
        <translation>Ask “{question}” first</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Say goodbye first</source>
        <translation>Say goodbye first</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>Offer the satisfaction survey</source>
        <translation>Offer the satisfaction survey</translation>
    </message>
    <message>
        <source>required by {mission}</source>
        <translation>required by {mission}</translation>
    </message>
    <message>
        <source>What was it about?</source>
        <translation>What was it about?</translation>
    </message>
    <message>
        <source>Note for the history</source>
        <translation>Note for the history</translation>
    </message>
    <message>
        <source>only experts see it</source>
        <translation>only experts see it</translation>
    </message>
    <message>
        <source>Qualify the conversation</source>
        <translation>Qualify the conversation</translation>
    </message>
    <message>
        <source>Close the conversation</source>
        <translation>Close the conversation</translation>
    </message>
    <message>
        <source>{name} ended the conversation</source>
        <translation>{name} ended the conversation</translation>
    </message>
    <message>
        <source>Qualify the conversation with {name}</source>
        <translation>Qualify the conversation with {name}</translation>
    </message>
    <message>
        <source>Close the conversation with {name}</source>
        <translation>Close the conversation with {name}</translation>
    </message>
    <message>
        <source>You can still say what it was about.</source>
        <translation>You can still say what it was about.</translation>
    </message>
    <message>
        <source>{name} stayed silent through two pauses: say goodbye and close.</source>
        <translation>{name} stayed silent through two pauses: say goodbye and close.</translation>
    </message>
    <message>
        <source>A closed conversation never reopens: a new message starts another.</source>
        <translation>A closed conversation never reopens: a new message starts another.</translation>
    </message>
    <message>
        <source>{name} has not yet said that everything is answered.</source>
        <translation>{name} has not yet said that everything is answered.</translation>
    </message>
    <message>
        <source>Qualify</source>
        <translation>Qualify</translation>
    </message>
    <message>
        <source>Close conversation</source>
        <translation>Close conversation</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>{name} is asked on the site, at once.</source>
        <translation>{name} is asked on the site, at once.</translation>
    </message>
    <message>
        <source>{name} left the site and gets it by e-mail.</source>
        <translation>{name} left the site and gets it by e-mail.</translation>
    </message>
    <message>
        <source>{name} left the site and is asked on returning within 7 days.</source>
        <translation>{name} left the site and is asked on returning within 7 days.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Canned replies</source>
        <translation>Canned replies</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Enter sends · 5 s to undo ({keys})</source>
        <translation>Enter sends · 5 s to undo ({keys})</translation>
    </message>
    <message>
        <source>/ Canned replies</source>
        <translation>/ Canned replies</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Attach files…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Write now</source>
        <translation>Write now</translation>
    </message>
    <message>
        <source>Do it anyway</source>
        <translation>Do it anyway</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Back to the composer</source>
        <translation>Back to the composer</translation>
    </message>
    <message>
        <source>Write to {name}</source>
        <translation>Write to {name}</translation>
    </message>
    <message>
        <source>No link: Enter keeps it here</source>
        <translation>No link: Enter keeps it here</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Enter sends</translation>
    </message>
    <message>
        <source>Fill in the chosen words first</source>
        <translation>Fill in the chosen words first</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>Drop files to send to {name}</source>
        <translation>Drop files to send to {name}</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>Pictures, PDF and text ({patterns})</source>
        <translation>Pictures, PDF and text ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
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
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
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
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of yours did not leave: read it, then decide.</source>
        <translation>
            <numerusform>%n message of yours did not leave: read, then decide.</numerusform>
            <numerusform>%n messages of yours did not leave: read, then decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of yours was not done: read it, then decide.</source>
        <translation>
            <numerusform>%n act of yours was not done: read, then decide.</numerusform>
            <numerusform>%n acts of yours were not done: read, then decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for your word</source>
        <translation>
            <numerusform>%n waits for your word</numerusform>
            <numerusform>%n wait for your word</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) and unsent message(s) were rescued.</source>
        <translation>
            <numerusform>%n draft or unsent message was rescued.</numerusform>
            <numerusform>%n drafts and unsent messages were rescued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
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
            <numerusform>%n new conversation</numerusform>
            <numerusform>%n new conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) came back</source>
        <translation>
            <numerusform>%n conversation came back</numerusform>
            <numerusform>%n conversations came back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered elsewhere</source>
        <translation>
            <numerusform>%n answered elsewhere</numerusform>
            <numerusform>%n answered elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transferred</source>
        <translation>
            <numerusform>%n transferred</numerusform>
            <numerusform>%n transferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given back to the group</source>
        <translation>
            <numerusform>%n given back to the group</numerusform>
            <numerusform>%n given back to the group</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken over by another expert</source>
        <translation>
            <numerusform>%n taken over by another expert</numerusform>
            <numerusform>%n taken over by another expert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left your desk</source>
        <translation>
            <numerusform>%n left your desk</numerusform>
            <numerusform>%n left your desk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smaller thing(s)</source>
        <translation>
            <numerusform>%n smaller thing</numerusform>
            <numerusform>%n smaller things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued on this computer</source>
        <translation>
            <numerusform>%n queued on this computer</numerusform>
            <numerusform>%n queued on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent by e-mail</source>
        <translation>
            <numerusform>%n message sent by e-mail</numerusform>
            <numerusform>%n messages sent by e-mail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open conversation(s)</source>
        <translation>
            <numerusform>%n open conversation</numerusform>
            <numerusform>%n open conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) wait for your answer</source>
        <translation>
            <numerusform>%n visitor waits for your answer</numerusform>
            <numerusform>%n visitors wait for your answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) wait in your groups</source>
        <translation>
            <numerusform>%n visitor waits in your groups</numerusform>
            <numerusform>%n visitors wait in your groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) today</source>
        <translation>
            <numerusform>%n conversation today</numerusform>
            <numerusform>%n conversations today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s)</source>
        <translation>
            <numerusform>%n slot</numerusform>
            <numerusform>%n slots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
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
        <translation>First reply median {duration}</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>First reply, median</source>
        <translation>First reply, median</translation>
    </message>
    <message>
        <source>Next replies, median</source>
        <translation>Next replies, median</translation>
    </message>
    <message>
        <source>Handling time, median</source>
        <translation>Handling time, median</translation>
    </message>
    <message>
        <source>Satisfaction (CSAT)</source>
        <translation>Satisfaction (CSAT)</translation>
    </message>
    <message>
        <source>Recommendation (NPS)</source>
        <translation>Recommendation (NPS)</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>My day</translation>
    </message>
    <message>
        <source>More figures…</source>
        <translation>More figures…</translation>
    </message>
    <message>
        <source>The figures come once there is a link.</source>
        <translation>The figures come once there is a link.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>NO</source>
        <translation>NO</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>folders</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>keyring</translation>
    </message>
    <message>
        <source>notifications</source>
        <translation>notifications</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>screen</translation>
    </message>
    <message>
        <source>tray</source>
        <translation>tray</translation>
    </message>
    <message>
        <source>spelling</source>
        <translation>spelling</translation>
    </message>
    <message>
        <source>server</source>
        <translation>server</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>clock</translation>
    </message>
    <message>
        <source>{server} answers.</source>
        <translation>{server} answers.</translation>
    </message>
    <message>
        <source>No computer is called {server}: check the spelling, and that you are online.</source>
        <translation>No computer is called {server}: check the spelling, and that you are online.</translation>
    </message>
    <message>
        <source>Nothing listens at {server}: the server is stopped, or the port is another.</source>
        <translation>Nothing listens at {server}: the server is stopped, or the port is another.</translation>
    </message>
    <message>
        <source>{server} does not answer: a firewall may be in between.</source>
        <translation>{server} does not answer: a firewall may be in between.</translation>
    </message>
    <message>
        <source>{server} does not speak TLS: check the port.</source>
        <translation>{server} does not speak TLS: check the port.</translation>
    </message>
    <message>
        <source>{server} cannot be reached ({reason}): ask whoever looks after the network.</source>
        <translation>{server} cannot be reached ({reason}): ask whoever looks after the network.</translation>
    </message>
    <message>
        <source>{server} is up, but its database is not: tell its administrator.</source>
        <translation>{server} is up, but its database is not: tell its administrator.</translation>
    </message>
    <message>
        <source>What answers at {server} is no server of Pupitre ({code}).</source>
        <translation>What answers at {server} is no server of Pupitre ({code}).</translation>
    </message>
    <message>
        <source>The certificate of {server} has expired, or this computer’s clock is wrong: it says {now} UTC.</source>
        <translation>The certificate of {server} has expired, or this computer’s clock is wrong: it says {now} UTC.</translation>
    </message>
    <message>
        <source>The certificate of {server} is not valid yet, or this computer’s clock is wrong: it says {now} UTC.</source>
        <translation>The certificate of {server} is not valid yet, or this computer’s clock is wrong: it says {now} UTC.</translation>
    </message>
    <message>
        <source>The certificate is for another name than {server}: use the server’s own name.</source>
        <translation>The certificate is for another name than {server}: use the server’s own name.</translation>
    </message>
    <message>
        <source>This computer does not know who signed the certificate of {server}: have its authority added to the system’s certificates.</source>
        <translation>This computer does not know who signed the certificate of {server}: have its authority added to the system’s certificates.</translation>
    </message>
    <message>
        <source>The system trusts the server’s certificate.</source>
        <translation>The system trusts the server’s certificate.</translation>
    </message>
    <message>
        <source>This computer’s clock agrees with the server’s.</source>
        <translation>This computer’s clock agrees with the server’s.</translation>
    </message>
    <message>
        <source>This computer’s clock is {time} ahead of the server’s: let the system set it from the network (the desk goes by the server’s meanwhile).</source>
        <translation>This computer’s clock is {time} ahead of the server’s: let the system set it from the network (the desk goes by the server’s meanwhile).</translation>
    </message>
    <message>
        <source>This computer’s clock is {time} behind the server’s: let the system set it from the network (the desk goes by the server’s meanwhile).</source>
        <translation>This computer’s clock is {time} behind the server’s: let the system set it from the network (the desk goes by the server’s meanwhile).</translation>
    </message>
    <message>
        <source>Not needed: the server is on this very computer.</source>
        <translation>Not needed: the server is on this very computer.</translation>
    </message>
    <message>
        <source>The server does not tell the time.</source>
        <translation>The server does not tell the time.</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({error}): make it yours, or use --data.</source>
        <translation>{folder} cannot be written ({error}): make it yours, or use --data.</translation>
    </message>
    <message>
        <source>Kept in {data}, logs in {logs}.</source>
        <translation>Kept in {data}, logs in {logs}.</translation>
    </message>
    <message>
        <source>The keyring waits for its owner: unlock it, then ask again.</source>
        <translation>The keyring waits for its owner: unlock it, then ask again.</translation>
    </message>
    <message>
        <source>The system’s keyring keeps who is signed in.</source>
        <translation>The system’s keyring keeps who is signed in.</translation>
    </message>
    <message>
        <source>Passwords are asked at each start: this computer has no keyring that works. {advice}</source>
        <translation>Passwords are asked at each start: this computer has no keyring that works. {advice}</translation>
    </message>
    <message>
        <source>Open Keychain Access, and allow Pupitre to use it.</source>
        <translation>Open Keychain Access, and allow Pupitre to use it.</translation>
    </message>
    <message>
        <source>Make sure that the Credential Manager service runs.</source>
        <translation>Make sure that the Credential Manager service runs.</translation>
    </message>
    <message>
        <source>Install gnome-keyring, KWallet or KeePassXC, and let it unlock with your session.</source>
        <translation>Install gnome-keyring, KWallet or KeePassXC, and let it unlock with your session.</translation>
    </message>
    <message>
        <source>Notifications work.</source>
        <translation>Notifications work.</translation>
    </message>
    <message>
        <source>No notification can be shown ({error}): start the desktop’s notification service; until then the tray’s balloons are used.</source>
        <translation>No notification can be shown ({error}): start the desktop’s notification service; until then the tray’s balloons are used.</translation>
    </message>
    <message>
        <source>One was just shown, and taken away.</source>
        <translation>One was just shown, and taken away.</translation>
    </message>
    <message>
        <source>Misspelt words are marked in: {languages}.</source>
        <translation>Misspelt words are marked in: {languages}.</translation>
    </message>
    <message>
        <source>Misspelt words are not marked: this computer has no dictionary.</source>
        <translation>Misspelt words are not marked: this computer has no dictionary.</translation>
    </message>
    <message>
        <source>Install libenchant-2-2 and a dictionary, such as hunspell-en-gb or hunspell-fr.</source>
        <translation>Install libenchant-2-2 and a dictionary, such as hunspell-en-gb or hunspell-fr.</translation>
    </message>
    <message>
        <source>There is none: neither DISPLAY nor WAYLAND_DISPLAY.</source>
        <translation>There is none: neither DISPLAY nor WAYLAND_DISPLAY.</translation>
    </message>
    <message>
        <source>There is a place for the icon.</source>
        <translation>There is a place for the icon.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons. The desk works without; on GNOME, the extension AppIndicator brings it back.</source>
        <translation>This desktop shows no tray icons. The desk works without; on GNOME, the extension AppIndicator brings it back.</translation>
    </message>
    <message>
        <source>None is chosen yet; the desk can be tried on this computer alone.</source>
        <translation>None is chosen yet; the desk can be tried on this computer alone.</translation>
    </message>
</context>
<context>
    <name>Emoji</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Two pauses went by without an answer.</source>
        <translation>Two pauses went by without an answer.</translation>
    </message>
    <message>
        <source>Say goodbye and close…</source>
        <translation>Say goodbye and close…</translation>
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
        <translation>Subject</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Share (%)</translation>
    </message>
    <message>
        <source>First reply, median (s)</source>
        <translation>First reply, median (s)</translation>
    </message>
    <message>
        <source>Handling time, median (s)</source>
        <translation>Handling time, median (s)</translation>
    </message>
    <message>
        <source>Satisfaction (CSAT, %)</source>
        <translation>Satisfaction (CSAT, %)</translation>
    </message>
    <message>
        <source>Recommendation (NPS)</source>
        <translation>Recommendation (NPS)</translation>
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
        <translation>Text</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Being copied…</source>
        <translation>Being copied…</translation>
    </message>
    <message>
        <source>Photo {name}</source>
        <translation>Photo {name}</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>File {name}</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>File: {name}</translation>
    </message>
    <message>
        <source>“{name}” cannot be sent.</source>
        <translation>“{name}” cannot be sent.</translation>
    </message>
    <message>
        <source>“{name}” is too large: {limit} at the most. Send a smaller version or a link to it.</source>
        <translation>“{name}” is too large: {limit} at the most. Send a smaller version or a link to it.</translation>
    </message>
    <message>
        <source>“{name}” cannot be sent: only pictures (PNG, JPEG, GIF, WebP), PDF and plain text.</source>
        <translation>“{name}” cannot be sent: only pictures (PNG, JPEG, GIF, WebP), PDF and plain text.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>“{name}” is empty.</translation>
    </message>
    <message>
        <source>“{name}” is a folder: choose the files in it.</source>
        <translation>“{name}” is a folder: choose the files in it.</translation>
    </message>
    <message>
        <source>“{name}” could not be copied to this computer. Your text is kept.</source>
        <translation>“{name}” could not be copied to this computer. Your text is kept.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>“{name}” cannot be read.</translation>
    </message>
    <message>
        <source>The copy of “{name}” is gone from this computer: attach it again.</source>
        <translation>The copy of “{name}” is gone from this computer: attach it again.</translation>
    </message>
    <message>
        <source>A message takes {most} files at the most.</source>
        <translation>A message takes {most} files at the most.</translation>
    </message>
    <message>
        <source>This computer’s disk is full: “{name}” was not attached. Your text is kept.</source>
        <translation>This computer’s disk is full: “{name}” was not attached. Your text is kept.</translation>
    </message>
    <message>
        <source>The server has no room for “{name}” now. Text and files are kept here.</source>
        <translation>The server has no room for “{name}” now. Text and files are kept here.</translation>
    </message>
    <message>
        <source>The server no longer has these files: send the message again.</source>
        <translation>The server no longer has these files: send the message again.</translation>
    </message>
    <message>
        <source>“{name}” cannot be fetched without a link.</source>
        <translation>“{name}” cannot be fetched without a link.</translation>
    </message>
    <message>
        <source>The server no longer has “{name}”.</source>
        <translation>The server no longer has “{name}”.</translation>
    </message>
    <message>
        <source>The disk is full: “{name}” was not saved.</source>
        <translation>The disk is full: “{name}” was not saved.</translation>
    </message>
    <message>
        <source>“{name}” cannot be saved there.</source>
        <translation>“{name}” cannot be saved there.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation>“{name}” is saved.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Messages are searched once the link is back</source>
        <translation>Messages are searched once the link is back</translation>
    </message>
    <message>
        <source>closed · {time}</source>
        <translation>closed · {time}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pause…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transfer…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>More acts</translation>
    </message>
    <message>
        <source>Give back to the group</source>
        <translation>Give back to the group</translation>
    </message>
    <message>
        <source>Block the visitor…</source>
        <translation>Block the visitor…</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Open in its own window</translation>
    </message>
    <message>
        <source>Qualify…</source>
        <translation>Qualify…</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>{day}, from</source>
        <translation>{day}, from</translation>
    </message>
    <message>
        <source>{day}, to</source>
        <translation>{day}, to</translation>
    </message>
    <message>
        <source>{day}: the end has to come after the beginning.</source>
        <translation>{day}: the end has to come after the beginning.</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>On your desk</source>
        <translation>On your desk</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Waiting in my groups</source>
        <translation>Waiting in my groups</translation>
    </message>
    <message>
        <source>Still silent: say goodbye and close?</source>
        <translation>Still silent: say goodbye and close?</translation>
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
        <translation>{name} wants no more e-mail</translation>
    </message>
    <message>
        <source>{sentence}: “{words}”</source>
        <translation>{sentence}: “{words}”</translation>
    </message>
    <message>
        <source>Survey sent by e-mail</source>
        <translation>Survey sent by e-mail</translation>
    </message>
    <message>
        <source>{replies}, with the survey</source>
        <translation>{replies}, with the survey</translation>
    </message>
    <message>
        <source>The e-mail may not have arrived: the link broke while it was being sent</source>
        <translation>The e-mail may not have arrived: the link broke while it was being sent</translation>
    </message>
    <message>
        <source>E-mail refused for now, it will be tried again for 24 h</source>
        <translation>E-mail refused for now, it will be tried again for 24 h</translation>
    </message>
    <message>
        <source>E-mail not sent: it was refused</source>
        <translation>E-mail not sent: it was refused</translation>
    </message>
    <message>
        <source>E-mail not sent yet: the mail server cannot be reached, tried for 24 h</source>
        <translation>E-mail not sent yet: the mail server cannot be reached, tried for 24 h</translation>
    </message>
    <message>
        <source>E-mail not sent: the mail server could not be reached for 24 h</source>
        <translation>E-mail not sent: the mail server could not be reached for 24 h</translation>
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
        <translation>Time</translation>
    </message>
    <message>
        <source>Date and time in words</source>
        <translation>Date and time in words</translation>
    </message>
    <message>
        <source>or “tomorrow 9am”, “in 40 min”</source>
        <translation>or “tomorrow 9am”, “in 40 min”</translation>
    </message>
    <message>
        <source>“{words}” is not a moment I know. Try “tomorrow 9am” or “in 40 min”.</source>
        <translation>“{words}” is not a moment I know. Try “tomorrow 9am” or “in 40 min”.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>now</source>
        <translation>now</translation>
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
        <translation>{n} d</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>under a minute</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02}</source>
        <translation>{hours} h {minutes:02}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>{duration} ago</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Tomorrow</translation>
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
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <source>{date} {time}</source>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>tomorrow {time}</translation>
    </message>
    <message>
        <source>Back today {time}</source>
        <translation>Back today {time}</translation>
    </message>
    <message>
        <source>Back tomorrow {time}</source>
        <translation>Back tomorrow {time}</translation>
    </message>
    <message>
        <source>Back {date} {time}</source>
        <translation>Back {date} {time}</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>Pause until {time}</source>
        <translation>Pause until {time}</translation>
    </message>
    <message>
        <source>Pause until tomorrow {time}</source>
        <translation>Pause until tomorrow {time}</translation>
    </message>
    <message>
        <source>Pause until {date} {time}</source>
        <translation>Pause until {date} {time}</translation>
    </message>
    <message>
        <source>Pause again to {time}</source>
        <translation>Pause again to {time}</translation>
    </message>
    <message>
        <source>Pause again to tomorrow {time}</source>
        <translation>Pause again to tomorrow {time}</translation>
    </message>
    <message>
        <source>Pause again to {date} {time}</source>
        <translation>Pause again to {date} {time}</translation>
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
        <translation>{name}: {sentence}</translation>
    </message>
    <message>
        <source>The conversation with {name} is over.</source>
        <translation>The conversation with {name} is over.</translation>
    </message>
    <message>
        <source>{name} was transferred to a colleague.</source>
        <translation>{name} was transferred to a colleague.</translation>
    </message>
    <message>
        <source>{name} went back to the group.</source>
        <translation>{name} went back to the group.</translation>
    </message>
    <message>
        <source>Another expert answers {name} now.</source>
        <translation>Another expert answers {name} now.</translation>
    </message>
    <message>
        <source>{name} left your desk while you were away.</source>
        <translation>{name} left your desk while you were away.</translation>
    </message>
    <message>
        <source>{name} left your desk.</source>
        <translation>{name} left your desk.</translation>
    </message>
    <message>
        <source>A visitor’s data was erased: nothing of it is left on this computer either.</source>
        <translation>A visitor’s data was erased: nothing of it is left on this computer either.</translation>
    </message>
    <message>
        <source>Say what it was about…</source>
        <translation>Say what it was about…</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>{name} answered the survey.</source>
        <translation>{name} answered the survey.</translation>
    </message>
    <message>
        <source>{name} gave {score} of 5.</source>
        <translation>{name} gave {score} of 5.</translation>
    </message>
    <message>
        <source>{sentence} “{words}”</source>
        <translation>{sentence} “{words}”</translation>
    </message>
    <message>
        <source>This computer has no space left: what is not sent would be lost if Pupitre closed. Make room, and it is kept again by itself.</source>
        <translation>This computer has no space left: what is not sent would be lost if Pupitre closed. Make room, and it is kept again by itself.</translation>
    </message>
    <message>
        <source>Pupitre cannot write in its folder: what is not sent would be lost if it closed. Check the rights of the folder, then start Pupitre again.</source>
        <translation>Pupitre cannot write in its folder: what is not sent would be lost if it closed. Check the rights of the folder, then start Pupitre again.</translation>
    </message>
    <message>
        <source>The copy of your desk on this computer was damaged: it was put aside, and is fetched again from the server.</source>
        <translation>The copy of your desk on this computer was damaged: it was put aside, and is fetched again from the server.</translation>
    </message>
    <message>
        <source>What you write is kept on this computer again.</source>
        <translation>What you write is kept on this computer again.</translation>
    </message>
    <message>
        <source>While you were away: {things} — since {time}</source>
        <translation>While you were away: {things} — since {time}</translation>
    </message>
    <message>
        <source>{messages} in {conversations}</source>
        <translation>{messages} in {conversations}</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{name} replied — back on your desk</source>
        <translation>{name} replied — back on your desk</translation>
    </message>
    <message>
        <source>No reply since {time}</source>
        <translation>No reply since {time}</translation>
    </message>
    <message>
        <source>Pause over: {name}</source>
        <translation>Pause over: {name}</translation>
    </message>
    <message>
        <source>{pause}, say goodbye and close?</source>
        <translation>{pause}, say goodbye and close?</translation>
    </message>
    <message>
        <source>{name} is on your desk · {mission}</source>
        <translation>{name} is on your desk · {mission}</translation>
    </message>
    <message>
        <source>{colleague} hands you {name} · {mission}</source>
        <translation>{colleague} hands you {name} · {mission}</translation>
    </message>
    <message>
        <source>{name} ended the conversation</source>
        <translation>{name} ended the conversation</translation>
    </message>
    <message>
        <source>You can still say what it was about.</source>
        <translation>You can still say what it was about.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>Pause the conversation</source>
        <translation>Pause the conversation</translation>
    </message>
    <message>
        <source>Keep the conversation at the end of the pause</source>
        <translation>Keep the conversation at the end of the pause</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>3 hours</source>
        <translation>3 hours</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 hours</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Custom</translation>
    </message>
    <message>
        <source>choose a date and time</source>
        <translation>choose a date and time</translation>
    </message>
    <message>
        <source>Tell {name} first</source>
        <translation>Tell {name} first</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>Change the pause with {name}</source>
        <translation>Change the pause with {name}</translation>
    </message>
    <message>
        <source>Pause the conversation with {name}</source>
        <translation>Pause the conversation with {name}</translation>
    </message>
    <message>
        <source>It comes back when {name} writes, or at the time you choose.</source>
        <translation>It comes back when {name} writes, or at the time you choose.</translation>
    </message>
    <message>
        <source>It leaves your desk and frees a slot. It comes back when {name} writes, or at the time you choose.</source>
        <translation>It leaves your desk and frees a slot. It comes back when {name} writes, or at the time you choose.</translation>
    </message>
    <message>
        <source>More than 24 hours is not advised: {name} may have found help elsewhere.</source>
        <translation>More than 24 hours is not advised: {name} may have found help elsewhere.</translation>
    </message>
    <message>
        <source>{name} is on the site: a short pause is recommended.</source>
        <translation>{name} is on the site: a short pause is recommended.</translation>
    </message>
    <message>
        <source>{name} {left}: up to 24 hours is fine.</source>
        <translation>{name} {left}: up to 24 hours is fine.</translation>
    </message>
    <message>
        <source>No link: whether {name} is on the site is not known now.</source>
        <translation>No link: whether {name} is on the site is not known now.</translation>
    </message>
    <message>
        <source>After two pauses, say goodbye and close instead.</source>
        <translation>After two pauses, say goodbye and close instead.</translation>
    </message>
    <message>
        <source>Unticked: you have not planned to work then. Another expert takes it.</source>
        <translation>Unticked: you have not planned to work then. Another expert takes it.</translation>
    </message>
    <message>
        <source>You have not planned to work then.</source>
        <translation>You have not planned to work then.</translation>
    </message>
    <message>
        <source>Untick it if you will not be available then: another expert takes it.</source>
        <translation>Untick it if you will not be available then: another expert takes it.</translation>
    </message>
</context>
<context>
    <name>PausedList</name>
    <message>
        <source>Paused conversations</source>
        <translation>Paused conversations</translation>
    </message>
    <message>
        <source>Each comes back when its visitor writes, or at its time.</source>
        <translation>Each comes back when its visitor writes, or at its time.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Nothing is paused.</source>
        <translation>Nothing is paused.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Change time…</source>
        <translation>Change time…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Last month</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 File</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Drive</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Look in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Files of &amp;type:</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>permission denied</source>
        <translation>permission denied</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>the disk is read-only</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>there is no such place</source>
        <translation>there is no such place</translation>
    </message>
    <message>
        <source>a file is in the way</source>
        <translation>a file is in the way</translation>
    </message>
    <message>
        <source>no network leads there</source>
        <translation>no network leads there</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The server refused this. Try again, or reload the conversation.</source>
        <translation>The server refused this. Try again, or reload the conversation.</translation>
    </message>
    <message>
        <source>The server could not read this request. Update Pupitre, then try again.</source>
        <translation>The server could not read this request. Update Pupitre, then try again.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Your session has ended. Sign in again.</translation>
    </message>
    <message>
        <source>Conversations are still open on your desk: settle them first.</source>
        <translation>Conversations are still open on your desk: settle them first.</translation>
    </message>
    <message>
        <source>That was a little fast. Try again in a moment.</source>
        <translation>That was a little fast. Try again in a moment.</translation>
    </message>
    <message>
        <source>Nobody there can take it now. Transfer anyway, or choose somebody else.</source>
        <translation>Nobody there can take it now. Transfer anyway, or choose somebody else.</translation>
    </message>
    <message>
        <source>This expert or group does not serve the mission. Choose another one.</source>
        <translation>This expert or group does not serve the mission. Choose another one.</translation>
    </message>
    <message>
        <source>Nobody can take it right now. Try later.</source>
        <translation>Nobody can take it right now. Try later.</translation>
    </message>
    <message>
        <source>This time has passed. Choose one that is still to come.</source>
        <translation>This time has passed. Choose one that is still to come.</translation>
    </message>
    <message>
        <source>A pause lasts {days} days at the most. Choose an earlier date.</source>
        <translation>A pause lasts {days} days at the most. Choose an earlier date.</translation>
    </message>
    <message>
        <source>The mission asks for a subject. Choose at least one.</source>
        <translation>The mission asks for a subject. Choose at least one.</translation>
    </message>
    <message>
        <source>The mission has removed this subject. Choose another one.</source>
        <translation>The mission has removed this subject. Choose another one.</translation>
    </message>
    <message>
        <source>There is nothing to send. Write something first.</source>
        <translation>There is nothing to send. Write something first.</translation>
    </message>
    <message>
        <source>This text is too long. Shorten it, then try again.</source>
        <translation>This text is too long. Shorten it, then try again.</translation>
    </message>
    <message>
        <source>This text is too long: {limit} characters at the most. Shorten it.</source>
        <translation>This text is too long: {limit} characters at the most. Shorten it.</translation>
    </message>
    <message>
        <source>This conversation is no longer on your desk: somebody else has it now.</source>
        <translation>This conversation is no longer on your desk: somebody else has it now.</translation>
    </message>
    <message>
        <source>This conversation no longer exists. Its data may have been erased.</source>
        <translation>This conversation no longer exists. Its data may have been erased.</translation>
    </message>
    <message>
        <source>The conversation has changed meanwhile. Look at it, then try again.</source>
        <translation>The conversation has changed meanwhile. Look at it, then try again.</translation>
    </message>
    <message>
        <source>This visitor is blocked and cannot be written to.</source>
        <translation>This visitor is blocked and cannot be written to.</translation>
    </message>
    <message>
        <source>This was already answered.</source>
        <translation>This was already answered.</translation>
    </message>
    <message>
        <source>This file is not on the server any more. Attach it again.</source>
        <translation>This file is not on the server any more. Attach it again.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report a problem</source>
        <translation>Report a problem</translation>
    </message>
    <message>
        <source>This is all that the report holds: no message, no password, no e-mail address. Save it, and send it with a few words to whoever looks after Pupitre for you.</source>
        <translation>This is all that the report holds: no message, no password, no e-mail address. Save it, and send it with a few words to whoever looks after Pupitre for you.</translation>
    </message>
    <message>
        <source>What the report holds</source>
        <translation>What the report holds</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
</context>
<context>
    <name>RowText</name>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>say goodbye and close?</source>
        <translation>say goodbye and close?</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search conversations, visitors, actions…</source>
        <translation>Search conversations, visitors, actions…</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Planned hours</source>
        <translation>Planned hours</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Notifications on the desktop</source>
        <translation>Notifications on the desktop</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sounds</translation>
    </message>
    <message>
        <source>Mark misspelt words</source>
        <translation>Mark misspelt words</translation>
    </message>
    <message>
        <source>In the visitor’s language, where this computer has a dictionary</source>
        <translation>In the visitor’s language, where this computer has a dictionary</translation>
    </message>
    <message>
        <source>Open Pupitre with the session</source>
        <translation>Open Pupitre with the session</translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation>Look for new versions</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Keyboard shortcuts…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Spelling</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>When you mean to be here. The pause dialog and the end of shift start from it.</source>
        <translation>When you mean to be here. The pause dialog and the end of shift start from it.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Sign out…</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>5 seconds to take a message back</source>
        <translation>5 seconds to take a message back</translation>
    </message>
    <message>
        <source>Messages leave at once</source>
        <translation>Messages leave at once</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message>
        <source>paused, back {time}</source>
        <translation>paused, back {time}</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>End of shift</translation>
    </message>
    <message>
        <source>You are now unavailable: no new conversation will come. Settle these before you sign out.</source>
        <translation>You are now unavailable: no new conversation will come. Settle these before you sign out.</translation>
    </message>
    <message>
        <source>Conversations to settle</source>
        <translation>Conversations to settle</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Settle all and sign out</source>
        <translation>Settle all and sign out</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Pause to {time}</source>
        <translation>Pause to {time}</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transfer…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Release at {time}</source>
        <translation>Release at {time}</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>No shortcut</source>
        <translation>No shortcut</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Click on one, then press the keys you want.</source>
        <translation>Click on one, then press the keys you want.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Back to the usual ones</source>
        <translation>Back to the usual ones</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{keys} is taken twice: {actions}.</source>
        <translation>{keys} is taken twice: {actions}.</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>No suggestion</source>
        <translation>No suggestion</translation>
    </message>
    <message>
        <source>Add “{word}” to the dictionary</source>
        <translation>Add “{word}” to the dictionary</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Leaves in a moment</source>
        <translation>Leaves in a moment</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>Waits for your word</source>
        <translation>Waits for your word</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stored</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Held for a few seconds: you can still take it back.</source>
        <translation>Held for a few seconds: you can still take it back.</translation>
    </message>
    <message>
        <source>Kept on this computer: it leaves as soon as the link is back.</source>
        <translation>Kept on this computer: it leaves as soon as the link is back.</translation>
    </message>
    <message>
        <source>Sent: the server has not answered yet.</source>
        <translation>Sent: the server has not answered yet.</translation>
    </message>
    <message>
        <source>Stored by the server.</source>
        <translation>Stored by the server.</translation>
    </message>
    <message>
        <source>Seen by the visitor.</source>
        <translation>Seen by the visitor.</translation>
    </message>
    <message>
        <source>Refused by the server: your text is kept.</source>
        <translation>Refused by the server: your text is kept.</translation>
    </message>
    <message>
        <source>No link since {time}</source>
        <translation>No link since {time}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Catching up…</translation>
    </message>
    <message>
        <source>Connected, slow link: what you write may take a while</source>
        <translation>Connected, slow link: what you write may take a while</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>No link since {time}: what you write is kept here</source>
        <translation>No link since {time}: what you write is kept here</translation>
    </message>
    <message>
        <source>Read it before you write.</source>
        <translation>Read it before you write.</translation>
    </message>
    <message>
        <source>This conversation left your desk while you were away. Your draft is kept.</source>
        <translation>This conversation left your desk while you were away. Your draft is kept.</translation>
    </message>
    <message>
        <source>A colleague answered while you were away.</source>
        <translation>A colleague answered while you were away.</translation>
    </message>
    <message>
        <source>You answered from another computer meanwhile.</source>
        <translation>You answered from another computer meanwhile.</translation>
    </message>
    <message>
        <source>Another expert had this conversation while you were away.</source>
        <translation>Another expert had this conversation while you were away.</translation>
    </message>
    <message>
        <source>The visitor wrote before your closure could leave.</source>
        <translation>The visitor wrote before your closure could leave.</translation>
    </message>
    <message>
        <source>This conversation changed while you were away.</source>
        <translation>This conversation changed while you were away.</translation>
    </message>
    <message>
        <source>This conversation is closed.</source>
        <translation>This conversation is closed.</translation>
    </message>
    <message>
        <source>Kept on this computer: the conversation changed before it left.</source>
        <translation>Kept on this computer: the conversation changed before it left.</translation>
    </message>
    <message>
        <source>This conversation was transferred. Your draft is kept.</source>
        <translation>This conversation was transferred. Your draft is kept.</translation>
    </message>
    <message>
        <source>You gave this conversation back. Your draft is kept.</source>
        <translation>You gave this conversation back. Your draft is kept.</translation>
    </message>
    <message>
        <source>Another expert has this conversation now. Your draft is kept.</source>
        <translation>Another expert has this conversation now. Your draft is kept.</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Per subject</source>
        <translation>Per subject</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Handling</translation>
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
        <translation>My figures</translation>
    </message>
    <message>
        <source>Conversations in which you wrote to the visitor, by their beginning.</source>
        <translation>Conversations in which you wrote to the visitor, by their beginning.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>Save as a table…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Without a link the figures cannot be asked for.</source>
        <translation>Without a link the figures cannot be asked for.</translation>
    </message>
    <message>
        <source>No conversation began in this period.</source>
        <translation>No conversation began in this period.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Save as a table</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message>
        <source>pupitre-figures.csv</source>
        <translation>pupitre-figures.csv</translation>
    </message>
    <message>
        <source>The table cannot be written there: {reason}</source>
        <translation>The table cannot be written there: {reason}</translation>
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
        <translation>Pupitre cannot keep anything on this computer</translation>
    </message>
    <message>
        <source>Drafts and messages that wait to be sent are kept in a folder which cannot be written. Give yourself the right to write there, or make room, then try again.</source>
        <translation>Drafts and messages that wait to be sent are kept in a folder which cannot be written. Give yourself the right to write there, or make room, then try again.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>{folder}: {reason}</source>
        <translation>{folder}: {reason}</translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>Subjects</source>
        <translation>Subjects</translation>
    </message>
    <message>
        <source>Search subjects…</source>
        <translation>Search subjects…</translation>
    </message>
    <message>
        <source>No subject of that name.</source>
        <translation>No subject of that name.</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>Visitor {number}</source>
        <translation>Visitor {number}</translation>
    </message>
    <message>
        <source>On the site · reading “{page}”</source>
        <translation>On the site · reading “{page}”</translation>
    </message>
    <message>
        <source>On the site</source>
        <translation>On the site</translation>
    </message>
    <message>
        <source>Left the site {ago}</source>
        <translation>Left the site {ago}</translation>
    </message>
    <message>
        <source>Left the site</source>
        <translation>Left the site</translation>
    </message>
    <message>
        <source>Presence unknown: no link</source>
        <translation>Presence unknown: no link</translation>
    </message>
    <message>
        <source>on the site</source>
        <translation>on the site</translation>
    </message>
    <message>
        <source>left {ago}</source>
        <translation>left {ago}</translation>
    </message>
    <message>
        <source>left the site</source>
        <translation>left the site</translation>
    </message>
    <message>
        <source>presence unknown</source>
        <translation>presence unknown</translation>
    </message>
    <message>
        <source>On the site for {duration}</source>
        <translation>On the site for {duration}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>pause {count}</source>
        <translation>pause {count}</translation>
    </message>
    <message>
        <source>pause {count} of {total}</source>
        <translation>pause {count} of {total}</translation>
    </message>
    <message>
        <source>released then</source>
        <translation>released then</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}: {text}</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>You: {text}</translation>
    </message>
    <message>
        <source>{name} is typing: “{text}”</source>
        <translation>{name} is typing: “{text}”</translation>
    </message>
    <message>
        <source>is typing…</source>
        <translation>is typing…</translation>
    </message>
    <message>
        <source>has been waiting for your answer for {duration}</source>
        <translation>has been waiting for your answer for {duration}</translation>
    </message>
    <message>
        <source>Unavailable</source>
        <translation>Unavailable</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>{used} of {slots} slots</source>
        <translation>{used} of {slots} slots</translation>
    </message>
    <message>
        <source>French</source>
        <translation>French</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>German</source>
        <translation>German</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italian</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portuguese</translation>
    </message>
    <message>
        <source>Not on your desk any more</source>
        <translation>Not on your desk any more</translation>
    </message>
    <message>
        <source>Closed {time}</source>
        <translation>Closed {time}</translation>
    </message>
    <message>
        <source>Everything sent</source>
        <translation>Everything sent</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>an expert</source>
        <translation>an expert</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>the group</translation>
    </message>
    <message>
        <source>Conversation started from “{page}”</source>
        <translation>Conversation started from “{page}”</translation>
    </message>
    <message>
        <source>Conversation started</source>
        <translation>Conversation started</translation>
    </message>
    <message>
        <source>{name} is on the site again</source>
        <translation>{name} is on the site again</translation>
    </message>
    <message>
        <source>{name} left the site</source>
        <translation>{name} left the site</translation>
    </message>
    <message>
        <source>{name} left an address: {email}</source>
        <translation>{name} left an address: {email}</translation>
    </message>
    <message>
        <source>{name} left the site {left} — came back {back}</source>
        <translation>{name} left the site {left} — came back {back}</translation>
    </message>
    <message>
        <source>Paused until {wake}</source>
        <translation>Paused until {wake}</translation>
    </message>
    <message>
        <source>given back to the group then</source>
        <translation>given back to the group then</translation>
    </message>
    <message>
        <source>{name} wrote: the pause is over</source>
        <translation>{name} wrote: the pause is over</translation>
    </message>
    <message>
        <source>The pause is over</source>
        <translation>The pause is over</translation>
    </message>
    <message>
        <source>Taken back before the end of the pause</source>
        <translation>Taken back before the end of the pause</translation>
    </message>
    <message>
        <source>Its expert was away for 24 h: waits in the group</source>
        <translation>Its expert was away for 24 h: waits in the group</translation>
    </message>
    <message>
        <source>Waits in the group for an expert</source>
        <translation>Waits in the group for an expert</translation>
    </message>
    <message>
        <source>You gave it back to the group</source>
        <translation>You gave it back to the group</translation>
    </message>
    <message>
        <source>{expert} gave it back to the group</source>
        <translation>{expert} gave it back to the group</translation>
    </message>
    <message>
        <source>On the desk of {expert}</source>
        <translation>On the desk of {expert}</translation>
    </message>
    <message>
        <source>On your desk</source>
        <translation>On your desk</translation>
    </message>
    <message>
        <source>On your desk: a colleague gave it back</source>
        <translation>On your desk: a colleague gave it back</translation>
    </message>
    <message>
        <source>On your desk: its expert was away for 24 h</source>
        <translation>On your desk: its expert was away for 24 h</translation>
    </message>
    <message>
        <source>On your desk: you answered this visitor before</source>
        <translation>On your desk: you answered this visitor before</translation>
    </message>
    <message>
        <source>{sender} transferred it to you</source>
        <translation>{sender} transferred it to you</translation>
    </message>
    <message>
        <source>You transferred it to {target}</source>
        <translation>You transferred it to {target}</translation>
    </message>
    <message>
        <source>{sender} transferred it to {target}</source>
        <translation>{sender} transferred it to {target}</translation>
    </message>
    <message>
        <source>{sentence}: “{words}”</source>
        <translation>{sentence}: “{words}”</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Your note</translation>
    </message>
    <message>
        <source>Note by {expert}</source>
        <translation>Note by {expert}</translation>
    </message>
    <message>
        <source>{name} is blocked</source>
        <translation>{name} is blocked</translation>
    </message>
    <message>
        <source>{name} is blocked until {date}</source>
        <translation>{name} is blocked until {date}</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualified</translation>
    </message>
    <message>
        <source>Qualified: {subjects}</source>
        <translation>Qualified: {subjects}</translation>
    </message>
    <message>
        <source>{name} ended the conversation</source>
        <translation>{name} ended the conversation</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>You closed the conversation</source>
        <translation>You closed the conversation</translation>
    </message>
    <message>
        <source>{expert} closed the conversation</source>
        <translation>{expert} closed the conversation</translation>
    </message>
    <message>
        <source>Survey answered</source>
        <translation>Survey answered</translation>
    </message>
    <message>
        <source>satisfaction {score} of 5</source>
        <translation>satisfaction {score} of 5</translation>
    </message>
    <message>
        <source>recommendation {score} of 10</source>
        <translation>recommendation {score} of 10</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>New messages</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>To the end</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copy the address</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Stop sending</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Save {name} as…</source>
        <translation>Save {name} as…</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Availability</source>
        <translation>Availability</translation>
    </message>
    <message>
        <source>Wake-ups</source>
        <translation>Wake-ups</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>My day</translation>
    </message>
    <message>
        <source>Show the visitor panel</source>
        <translation>Show the visitor panel</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>You receive conversations. Click to stop receiving new ones.</source>
        <translation>You receive conversations. Click to stop receiving new ones.</translation>
    </message>
    <message>
        <source>No new conversation comes to you. Click to be available.</source>
        <translation>No new conversation comes to you. Click to be available.</translation>
    </message>
    <message>
        <source>No link: no new conversation reaches you.</source>
        <translation>No link: no new conversation reaches you.</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>not connected</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>unavailable</translation>
    </message>
    <message>
        <source>full · {slots}</source>
        <translation>full · {slots}</translation>
    </message>
    <message>
        <source>available · {slots}</source>
        <translation>available · {slots}</translation>
    </message>
    <message>
        <source>group · somebody is available</source>
        <translation>group · somebody is available</translation>
    </message>
    <message>
        <source>group · nobody is available</source>
        <translation>group · nobody is available</translation>
    </message>
    <message>
        <source>Transfer the conversation</source>
        <translation>Transfer the conversation</translation>
    </message>
    <message>
        <source>Transfer the conversation with {name}</source>
        <translation>Transfer the conversation with {name}</translation>
    </message>
    <message>
        <source>It leaves your desk. {name} is told nothing: announce it first.</source>
        <translation>It leaves your desk. {name} is told nothing: announce it first.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Search colleagues and groups…</source>
        <translation>Search colleagues and groups…</translation>
    </message>
    <message>
        <source>Note for the recipient</source>
        <translation>Note for the recipient</translation>
    </message>
    <message>
        <source>what was said, what is missing</source>
        <translation>what was said, what is missing</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Colleagues and groups</source>
        <translation>Colleagues and groups</translation>
    </message>
    <message>
        <source>Nobody of that name serves this mission.</source>
        <translation>Nobody of that name serves this mission.</translation>
    </message>
    <message>
        <source>Transfer anyway</source>
        <translation>Transfer anyway</translation>
    </message>
    <message>
        <source>Choose who takes it.</source>
        <translation>Choose who takes it.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open the desk</source>
        <translation>Open the desk</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>Paused conversations…</source>
        <translation>Paused conversations…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Sign out…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Pupitre — signed out</source>
        <translation>Pupitre — signed out</translation>
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
        <translation>What is new</translation>
    </message>
    <message>
        <source>What is new in Pupitre {version}</source>
        <translation>What is new in Pupitre {version}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Published on {date}. You have {mine}.</source>
        <translation>Published on {date}. You have {mine}.</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Pupitre {version} is out.</source>
        <translation>Pupitre {version} is out.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>What is new</translation>
    </message>
    <message>
        <source>Update…</source>
        <translation>Update…</translation>
    </message>
    <message>
        <source>Fetching Pupitre {version}: {percent} %</source>
        <translation>Fetching Pupitre {version}: {percent} %</translation>
    </message>
    <message>
        <source>Pupitre {version} is ready: it takes over when you close the desk.</source>
        <translation>Pupitre {version} is ready: it takes over when you close the desk.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Restart now</translation>
    </message>
    <message>
        <source>The installer of Pupitre {version} is here, and is the publisher’s.</source>
        <translation>The installer of Pupitre {version} is here, and is the publisher’s.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Open it</translation>
    </message>
    <message>
        <source>This copy came with a package of the system: update it with the system’s packages, or install the new package from {address}.</source>
        <translation>This copy came with a package of the system: update it with the system’s packages, or install the new package from {address}.</translation>
    </message>
    <message>
        <source>You may not change {folder}: ask whoever installed Pupitre there to update it.</source>
        <translation>You may not change {folder}: ask whoever installed Pupitre there to update it.</translation>
    </message>
    <message>
        <source>This copy runs from its source code: update that.</source>
        <translation>This copy runs from its source code: update that.</translation>
    </message>
    <message>
        <source>The desk fetches the installer and checks its signature; you start it when it suits you. You can go on working meanwhile.</source>
        <translation>The desk fetches the installer and checks its signature; you start it when it suits you. You can go on working meanwhile.</translation>
    </message>
    <message>
        <source>The desk fetches it, checks its signature and that it starts here, and puts it in place when you close the desk. You can go on working meanwhile.</source>
        <translation>The desk fetches it, checks its signature and that it starts here, and puts it in place when you close the desk. You can go on working meanwhile.</translation>
    </message>
    <message>
        <source>The list of new versions at {address} is not signed by Pupitre’s publisher: nothing was taken from it. Tell whoever looks after Pupitre for you.</source>
        <translation>The list of new versions at {address} is not signed by Pupitre’s publisher: nothing was taken from it. Tell whoever looks after Pupitre for you.</translation>
    </message>
    <message>
        <source>The list of new versions at {address} is out of date, or this computer’s clock is wrong: nothing was taken from it.</source>
        <translation>The list of new versions at {address} is out of date, or this computer’s clock is wrong: nothing was taken from it.</translation>
    </message>
    <message>
        <source>The list of new versions at {address} is older than the one seen before: nothing was taken from it. Tell whoever looks after Pupitre for you.</source>
        <translation>The list of new versions at {address} is older than the one seen before: nothing was taken from it. Tell whoever looks after Pupitre for you.</translation>
    </message>
    <message>
        <source>What {address} gave is not what the publisher signed: it was thrown away.</source>
        <translation>What {address} gave is not what the publisher signed: it was thrown away.</translation>
    </message>
    <message>
        <source>Pupitre {version} does not start on this computer: this version stays.</source>
        <translation>Pupitre {version} does not start on this computer: this version stays.</translation>
    </message>
    <message>
        <source>{address} does not answer: the update can be tried again later.</source>
        <translation>{address} does not answer: the update can be tried again later.</translation>
    </message>
    <message>
        <source>The update could not be prepared: {reason}</source>
        <translation>The update could not be prepared: {reason}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Copy image</source>
        <translation>Copy image</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Previous picture</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Next picture</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Picture {name}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>This picture cannot be shown.</translation>
    </message>
</context>
<context>
    <name>Visitor</name>
    <message>
        <source>Visitor</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>Write a note only experts see…</source>
        <translation>Write a note only experts see…</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Now reading</source>
        <translation>Now reading</translation>
    </message>
    <message>
        <source>Past conversations</source>
        <translation>Past conversations</translation>
    </message>
    <message>
        <source>{name}: {sentence}</source>
        <translation>{name}: {sentence}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Try it on this computer</source>
        <translation>Try it on this computer</translation>
    </message>
    <message>
        <source>A server starts inside this window with two demo missions. You are signed in at once, and the page of a shop opens in your browser to play the visitor.</source>
        <translation>A server starts inside this window with two demo missions. You are signed in at once, and the page of a shop opens in your browser to play the visitor.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and no account is needed.</source>
        <translation>Nothing leaves this computer, and no account is needed.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Connect to a server</translation>
    </message>
    <message>
        <source>desk.example.org</source>
        <translation>desk.example.org</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Fill in all three fields first.</source>
        <translation>Fill in all three fields first.</translation>
    </message>
    <message>
        <source>The desk of those who answer a site’s visitors</source>
        <translation>The desk of those who answer a site’s visitors</translation>
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
