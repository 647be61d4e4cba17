/* For proving under Wine 8 only, whose mscms.dll ends the process at WcsCreateIccProfile: no colour profile is ever found. */
#include <windows.h>
#define EXPORT __declspec(dllexport)

BOOL WINAPI DllMainCRTStartup(HINSTANCE library, DWORD reason, LPVOID reserved) { return TRUE; }

static BOOL none(DWORD *size) { if (size) *size = 0; return FALSE; }

EXPORT HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD mode) { return 0; }
EXPORT HANDLE WINAPI WcsOpenColorProfileW(void *p, void *q, void *r, DWORD a, DWORD b, DWORD c, DWORD d) { return 0; }
EXPORT HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options) { return 0; }
EXPORT BOOL WINAPI CloseColorProfile(HANDLE profile) { return TRUE; }
EXPORT BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, BYTE *bytes, DWORD *size) { return none(size); }
EXPORT BOOL WINAPI WcsGetDefaultColorProfileSize(DWORD s, void *d, DWORD t, DWORD u, DWORD i, DWORD *size) { return none(size); }
EXPORT BOOL WINAPI WcsGetDefaultColorProfile(DWORD s, void *d, DWORD t, DWORD u, DWORD i, DWORD n, void *name) { return FALSE; }
EXPORT BOOL WINAPI GetColorDirectoryW(void *machine, void *name, DWORD *size) { return none(size); }
