; The installer: for one user, without an administrator, in Japanese or English as Windows is.
; makensis -DVERSION=0.1.0 -DPAYLOAD=folder -DICON=sellerdesk.ico -DTARGET=setup.exe sellerdesk.nsi
;
; The shops' data (AppData\Local\SellerDesk) are never touched: not by an upgrade, not by a removal.
; Silent (/S), it ends with 3 when Seller Desk is open, and with 4 when the old program's files cannot be moved away.
Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define APP "SellerDesk"
!define SHOWN "Seller Desk"
!define RUNNING "SellerDesk.Running" ; sellerdesk/app.py makes it
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define SYNCHRONIZE 0x00100000

Name "${SHOWN}"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "Software\${APP}" "InstallDir"
ManifestDPIAware true
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "${SHOWN} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
!macro told name value
  VIAddVersionKey /LANG=0 "${name}" "${value}"
!macroend
!insertmacro told "ProductName" "${SHOWN}"
!insertmacro told "ProductVersion" "${VERSION}"
!insertmacro told "FileVersion" "${VERSION}"
!insertmacro told "FileDescription" "${SHOWN} setup"
!insertmacro told "CompanyName" "The Seller Desk developers"
!insertmacro told "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\sellerdesk.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "English"

LangString OPEN ${LANG_JAPANESE} "Seller Desk が開いています。閉じてから「再試行」を押してください。"
LangString OPEN ${LANG_ENGLISH} "Seller Desk is open. Close it, then press Retry."
LangString IN_USE ${LANG_JAPANESE} "いまのプログラムのファイルが使われているため、新しくできません。ほかのプログラムを閉じてから、もう一度実行してください。いまのプログラムはそのままです。"
LangString IN_USE ${LANG_ENGLISH} "Files of the present program are in use. Close other programs and run this again. The present program is as it was."
LangString FAILED ${LANG_JAPANESE} "すべてのファイルを書き込めませんでした。空き容量を確かめて、もう一度実行してください。前のプログラムに戻しました。"
LangString FAILED ${LANG_ENGLISH} "Not all files could be written. Check the free space and run this again. The program before it is back in place."
LangString KEPT ${LANG_JAPANESE} "お店のデータは残してあります: $LOCALAPPDATA\SellerDesk"
LangString KEPT ${LANG_ENGLISH} "The shops' data were kept: $LOCALAPPDATA\SellerDesk"

!macro wait_until_closed
  again:
  System::Call 'kernel32::OpenMutexW(i ${SYNCHRONIZE}, i 0, w "${RUNNING}") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::CloseHandle(p r0)'
    SetErrorLevel 3
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDRETRY again
    Quit
  ${EndIf}
!macroend

; The old program is put aside as a whole, and comes back as a whole when the new one cannot be written.
!macro for_each what
  !insertmacro ${what} "_internal"
  !insertmacro ${what} "sellerdesk.exe"
  !insertmacro ${what} "sellerdesk-cli.exe"
!macroend

!macro aside name
  ${If} ${FileExists} "$INSTDIR\${name}"
    Rename "$INSTDIR\${name}" "$INSTDIR\${name}.old"
  ${EndIf}
!macroend

!macro back name
  ${If} ${FileExists} "$INSTDIR\${name}.old"
    !if "${name}" == "_internal"
      RMDir /r "$INSTDIR\_internal"
    !else
      Delete "$INSTDIR\${name}"
    !endif
    Rename "$INSTDIR\${name}.old" "$INSTDIR\${name}"
  ${EndIf}
!macroend

!macro aside_is_free
  RMDir /r "$INSTDIR\_internal.old"
  Delete "$INSTDIR\sellerdesk.exe.old"
  Delete "$INSTDIR\sellerdesk-cli.exe.old"
!macroend

Function .onInit
  !insertmacro wait_until_closed
FunctionEnd

Function un.onInit
  !insertmacro wait_until_closed
FunctionEnd

Section "program"
  !insertmacro wait_until_closed
  SetOutPath "$INSTDIR"
  !insertmacro aside_is_free
  ClearErrors
  !insertmacro for_each aside ; refused by Windows while a file in it is in use
  ${If} ${Errors}
    !insertmacro for_each back
    SetErrorLevel 4
    MessageBox MB_OK|MB_ICONSTOP "$(IN_USE)" /SD IDOK
    Quit
  ${EndIf}
  ClearErrors
  SetOverwrite try
  File /r "${PAYLOAD}/*"
  ${If} ${Errors}
    !insertmacro for_each back
    SetErrorLevel 4
    MessageBox MB_OK|MB_ICONSTOP "$(FAILED)" /SD IDOK
    Quit
  ${EndIf}
  !insertmacro aside_is_free
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${SHOWN}.lnk" "$INSTDIR\sellerdesk.exe"
  WriteRegStr HKCU "Software\${APP}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "${SHOWN}"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "$INSTDIR\sellerdesk.exe"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "The Seller Desk developers"
  WriteRegStr HKCU "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNKEY}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\${SHOWN}.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\sellerdesk.exe"
  Delete "$INSTDIR\sellerdesk-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nothing of the user's lies there
  DeleteRegKey HKCU "${UNKEY}"
  DeleteRegKey HKCU "Software\${APP}"
  MessageBox MB_OK|MB_ICONINFORMATION "$(KEPT)" /SD IDOK
SectionEnd
