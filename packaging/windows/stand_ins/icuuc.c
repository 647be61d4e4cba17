/* For proving under Wine 8 only, which has no icuuc.dll: every converter is refused, so Qt keeps to the encodings of its own. */
#define REFUSED 4 /* U_FILE_ACCESS_ERROR */
#define EXPORT __declspec(dllexport)

typedef void *P;
typedef const char *Text;

int DllMainCRTStartup(P library, int reason, P reserved) { return 1; }

static void refuse(int *error) { if (error) *error = REFUSED; }
static void none(P *action, P *context) { if (action) *action = 0; if (context) *context = 0; }

EXPORT P ucnv_open(Text name, int *error) { refuse(error); return 0; }
EXPORT void ucnv_close(P converter) {}
EXPORT void ucnv_reset(P converter) {}
EXPORT signed char ucnv_getMaxCharSize(P converter) { return 1; }
EXPORT Text ucnv_getName(P converter, int *error) { refuse(error); return 0; }
EXPORT void ucnv_getToUCallBack(P converter, P *action, P *context) { none(action, context); }
EXPORT void ucnv_getFromUCallBack(P converter, P *action, P *context) { none(action, context); }
EXPORT void ucnv_setToUCallBack(P c, P action, P context, P *old, P *with, int *error) { refuse(error); }
EXPORT void ucnv_setFromUCallBack(P c, P action, P context, P *old, P *with, int *error) { refuse(error); }
EXPORT void ucnv_cbToUWriteUChars(P args, P source, int length, int offset, int *error) { refuse(error); }
EXPORT void ucnv_cbFromUWriteUChars(P args, P *source, P limit, int offset, int *error) { refuse(error); }
EXPORT void ucnv_toUnicode(P c, P *to, P end, Text *from, Text limit, int *offsets, char flush, int *error) { refuse(error); }
EXPORT void ucnv_fromUnicode(P c, P *to, P end, P *from, P limit, int *offsets, char flush, int *error) { refuse(error); }
EXPORT int ucnv_toUCountPending(P converter, int *error) { refuse(error); return 0; }
EXPORT int ucnv_fromUCountPending(P converter, int *error) { refuse(error); return 0; }
EXPORT Text ucnv_getStandardName(Text name, Text standard, int *error) { refuse(error); return 0; }
EXPORT Text ucnv_getAvailableName(int number) { return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
