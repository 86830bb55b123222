; Inno Setup 6: installs for one person, without asking for an administrator.
; package.py gives Version, Bundle, Dist and, where there is a certificate, Sign.

#define Name "Pupitre"
#define Program "pupitre.exe"
; The desk gives its notifications this name; Windows shows those of a shortcut that says the same.
#define ModelID "Pupitre"

[Setup]
AppId={{6B0B36A6-0C4E-4B0B-9C38-9D1C1A5D2E57}
AppName={#Name}
AppVersion={#Version}
AppPublisher=Pupitre contributors
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir={#Dist}
OutputBaseFilename=pupitre-{#Version}-windows-x86_64
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Name}
Compression=lzma2/ultra64
SolidCompression=yes
; The compiler is a 32-bit program, and this compression asks for more memory than it has.
LZMAUseSeparateProcess=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
LicenseFile={#Bundle}\_internal\LICENSE
#ifdef Sign
SignTool=pupitre
SignedUninstaller=yes
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "french"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
english.Autostart=Start {#Name} when I sign in
french.Autostart=Démarrer {#Name} à l'ouverture de session

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "autostart"; Description: "{cm:Autostart}"; Flags: unchecked

[InstallDelete]
; An update leaves no library of the version before.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "{#ModelID}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "{#ModelID}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\pupitre"; ValueType: string; ValueData: "URL:{#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\pupitre"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\pupitre\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\pupitre\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
; The notifications' library writes the first of these at its first notification.
Root: HKCU; Subkey: "Software\Classes\AppUserModelId\{#ModelID}"; ValueType: none; Flags: uninsdeletekey dontcreatekey
; The switch in the settings writes and removes the same value.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "{#Name}"; ValueData: """{app}\{#Program}"""; Flags: uninsdeletevalue; Tasks: autostart
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueName: "{#Name}"; ValueType: none; Flags: uninsdeletevalue dontcreatekey

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
