/* A library without code of its own: python3.dll only passes calls on to python311.dll. */
int DllMainCRTStartup(void *library, int reason, void *reserved) { return 1; }
