/* For proving under Wine 8 only, which has no Windows.UI.ViewManagement.UISettings: fixed colours, no events. */
#include <windows.h>
typedef struct {
    BYTE a, r, g, b;
} Colour;
typedef HRESULT(WINAPI * Call) (void);
static const GUID UNKNOWN = { 0, 0, 0, {0xc0, 0, 0, 0, 0, 0, 0, 0x46} },
    INSPECTABLE = { 0xaf86e2e0, 0xb12d, 0x4c6a, {0x9c, 0x5a, 0xd7, 0xaa, 0x65, 0x10, 0x1e, 0x90} },
    FACTORY = { 0x35, 0, 0, {0xc0, 0, 0, 0, 0, 0, 0, 0x46} },
    AGILE = { 0x94ea2b94, 0xe9cc, 0x49e0, {0xc0, 0xff, 0xee, 0x64, 0xca, 0x8f, 0x5b, 0x90} },
    SETTINGS = { 0x85361600, 0x1c63, 0x4627, {0xbc, 0xb1, 0x3a, 0x89, 0xe0, 0xbc, 0x9c, 0x55} },
    SETTINGS_3 = { 0x03021be4, 0x5254, 0x4781, {0x81, 0x94, 0x51, 0x68, 0xf7, 0xd0, 0x6d, 0x7b} },
    SETTINGS_4 = { 0x52bb3002, 0x919b, 0x4d6b, {0x9b, 0x78, 0x8d, 0xd6, 0x6f, 0xf4, 0xb9, 0x3b} };
extern void *factory, *settings, *settings_3, *settings_4;
#define IS(x) (!memcmp(i,&x,16))
static HRESULT WINAPI query_factory(void *t, const GUID * i, void **o)
{
    if (IS(UNKNOWN) || IS(INSPECTABLE) || IS(FACTORY) || IS(AGILE)) {
        *o = &factory;
        return 0;
    }
    *o = 0;
    return E_NOINTERFACE;
}

static HRESULT WINAPI query_settings(void *t, const GUID * i, void **o)
{
    if (IS(UNKNOWN) || IS(INSPECTABLE) || IS(SETTINGS) || IS(AGILE)) {
        *o = &settings;
        return 0;
    }
    if (IS(SETTINGS_3)) {
        *o = &settings_3;
        return 0;
    }
    if (IS(SETTINGS_4)) {
        *o = &settings_4;
        return 0;
    }
    *o = 0;
    return E_NOINTERFACE;
}

static ULONG WINAPI count(void *t)
{
    return 2;
}

static HRESULT WINAPI interfaces(void *t, ULONG * n, GUID ** g)
{
    *n = 0;
    *g = 0;
    return 0;
}

static HRESULT WINAPI class_name(void *t, void **h)
{
    *h = 0;
    return 0;
}

static HRESULT WINAPI trust(void *t, int *l)
{
    *l = 0;
    return 0;
}

static HRESULT WINAPI activate(void *t, void **o)
{
    *o = &settings;
    return 0;
}

static HRESULT WINAPI get_int(void *t, UINT * v)
{
    *v = 1;
    return 0;
}

static HRESULT WINAPI get_bool(void *t, BYTE * v)
{
    *v = 0;
    return 0;
}

static HRESULT WINAPI get_size(void *t, float *v)
{
    v[0] = v[1] = 16;
    return 0;
}

static HRESULT WINAPI element_colour(void *t, int k, Colour * c)
{
    *c = (Colour) {
    255, 240, 240, 240};
    return 0;
}

static HRESULT WINAPI colour_value(void *t, int k, Colour * c)
{
    switch (k) {
    case 0:
        *c = (Colour) {
        255, 255, 255, 255};
        break;
    case 1:
        *c = (Colour) {
        255, 0, 0, 0};
        break;
    default:
        *c = (Colour) {
        255, 0, 120, 212};
    }
    return 0;
}

static HRESULT WINAPI add_event(void *t, void *h, INT64 * k)
{
    *k = 1;
    return 0;
}

static HRESULT WINAPI remove_event(void *t, INT64 k)
{
    return 0;
}

#define BASE(q) (Call)q,(Call)count,(Call)count,(Call)interfaces,(Call)class_name,(Call)trust
static Call factory_calls[] = { BASE(query_factory), (Call) activate };
static Call settings_calls[] =
    { BASE(query_settings), (Call) get_int, (Call) get_size, (Call) get_size, (Call) get_size, (Call) get_size, (Call) get_int,
(Call) get_bool, (Call) get_bool, (Call) get_int, (Call) get_int, (Call) get_int, (Call) get_int, (Call) element_colour };
static Call settings_3_calls[] = { BASE(query_settings), (Call) colour_value, (Call) add_event, (Call) remove_event };
static Call settings_4_calls[] = { BASE(query_settings), (Call) get_bool, (Call) add_event, (Call) remove_event };

void *factory = factory_calls, *settings = settings_calls, *settings_3 = settings_3_calls, *settings_4 = settings_4_calls;
__declspec(dllexport)
HRESULT WINAPI DllGetActivationFactory(void *id, void **f)
{
    *f = &factory;
    return 0;
}

__declspec(dllexport)
HRESULT WINAPI DllCanUnloadNow(void)
{
    return S_FALSE;
}
