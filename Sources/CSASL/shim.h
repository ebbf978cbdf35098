// Cyrus SASL without linking it: the library is loaded when the first daemon asks for SASL.
//
// Being linked it would be loaded whenever the program starts: 45 microseconds and more (measured), for the few who use SASL. So
// libsasl2-dev is needed to build, libsasl2-2 only to use SASL.
// static inline: the importer emits the bodies itself, so no C target is needed.
#ifndef VIRTSH_CSASL_SHIM_H
#define VIRTSH_CSASL_SHIM_H
#include <dlfcn.h>
#include <pthread.h>
#include <sasl/sasl.h>
#include <stdlib.h>
#include <string.h>

// Stays loaded: its plugins keep state of their own. Loading it again costs a look at a list.
static inline void *csasl_library(void) { return dlopen("libsasl2.so.2", RTLD_NOW | RTLD_LOCAL); }

// The function of a name with its type from the header; each is looked up once.
#define CSASL_FIND(name)                                                    \
  static inline __typeof__(&name) csasl_find_##name(void) {                 \
    static void *found;                                                     \
    void *function = __atomic_load_n(&found, __ATOMIC_ACQUIRE);             \
    if (!function) {                                                        \
      function = dlsym(csasl_library(), #name);                             \
      __atomic_store_n(&found, function, __ATOMIC_RELEASE);                 \
    }                                                                       \
    return (__typeof__(&name))function;                                     \
  }
CSASL_FIND(sasl_client_init)
CSASL_FIND(sasl_set_mutex)
CSASL_FIND(sasl_client_new)
CSASL_FIND(sasl_client_start)
CSASL_FIND(sasl_client_step)
CSASL_FIND(sasl_dispose)
CSASL_FIND(sasl_encode)
CSASL_FIND(sasl_decode)
CSASL_FIND(sasl_getprop)
CSASL_FIND(sasl_setprop)
CSASL_FIND(sasl_listmech)
CSASL_FIND(sasl_errdetail)
CSASL_FIND(sasl_errstring)
#undef CSASL_FIND

// Plugins share state between connections, which may be negotiated on several threads at once.
static inline void *csasl_mutex_new(void) {
  pthread_mutex_t *mutex = (pthread_mutex_t *)malloc(sizeof *mutex);
  if (mutex && pthread_mutex_init(mutex, NULL) != 0) {
    free(mutex);
    return NULL;
  }
  return mutex;
}
static inline int csasl_mutex_lock(void *mutex) { return pthread_mutex_lock((pthread_mutex_t *)mutex); }
static inline int csasl_mutex_unlock(void *mutex) { return pthread_mutex_unlock((pthread_mutex_t *)mutex); }
static inline void csasl_mutex_free(void *mutex) {
  if (mutex) pthread_mutex_destroy((pthread_mutex_t *)mutex);
  free(mutex);
}

// By default Cyrus SASL writes to the system's log; what it knows is nobody else's.
static inline int csasl_log_nothing(void *context, int level, const char *message) {
  (void)context, (void)level, (void)message;
  return SASL_OK;
}

// To be called once in a process. Where the library is not to be had there is no code of its own for that.
#define CSASL_NO_LIBRARY (-1000)
static inline int csasl_client_init(void) {
  static const sasl_callback_t callbacks[] = {{SASL_CB_LOG, (int (*)(void))csasl_log_nothing, NULL}, {SASL_CB_LIST_END, NULL, NULL}};
  if (!csasl_library() || !csasl_find_sasl_client_init() || !csasl_find_sasl_set_mutex()) return CSASL_NO_LIBRARY;
  csasl_find_sasl_set_mutex()(csasl_mutex_new, csasl_mutex_lock, csasl_mutex_unlock, csasl_mutex_free);
  return csasl_find_sasl_client_init()(callbacks);
}

// A conversation that asks for what virsh can be asked for; each without a function of its own, so that sasl_client_start and
// sasl_client_step hand the questions out.
static inline int csasl_client_new(const char *service, const char *host, const char *local, const char *remote, sasl_conn_t **connection) {
  static const sasl_callback_t callbacks[] = {
      {SASL_CB_AUTHNAME, NULL, NULL},     {SASL_CB_PASS, NULL, NULL},
      {SASL_CB_GETREALM, NULL, NULL},     {SASL_CB_ECHOPROMPT, NULL, NULL},
      {SASL_CB_NOECHOPROMPT, NULL, NULL}, {SASL_CB_LOG, (int (*)(void))csasl_log_nothing, NULL},
      {SASL_CB_LIST_END, NULL, NULL},
  };
  return csasl_find_sasl_client_new()(service, host, local, remote, callbacks, SASL_SUCCESS_DATA, connection);
}
static inline void csasl_dispose(sasl_conn_t *connection) { csasl_find_sasl_dispose()(&connection); }

static inline int csasl_client_start(
    sasl_conn_t *c, const char *mechanisms, sasl_interact_t **questions, const char **output, unsigned *count, const char **mechanism) {
  return csasl_find_sasl_client_start()(c, mechanisms, questions, output, count, mechanism);
}
static inline int csasl_client_step(
    sasl_conn_t *c, const char *input, unsigned size, sasl_interact_t **questions, const char **output, unsigned *count) {
  return csasl_find_sasl_client_step()(c, input, size, questions, output, count);
}

static inline int csasl_encode(sasl_conn_t *c, const char *input, unsigned size, const char **output, unsigned *count) {
  return csasl_find_sasl_encode()(c, input, size, output, count);
}
static inline int csasl_decode(sasl_conn_t *c, const char *input, unsigned size, const char **output, unsigned *count) {
  return csasl_find_sasl_decode()(c, input, size, output, count);
}

// How strong the layer must be, and the strength of what is around it already, in bits of a key.
static inline int csasl_set_security(sasl_conn_t *c, unsigned least, unsigned most, unsigned buffer, unsigned flags, unsigned around) {
  sasl_security_properties_t properties;
  memset(&properties, 0, sizeof properties);
  properties.min_ssf = least;
  properties.max_ssf = most;
  properties.maxbufsize = buffer;
  properties.security_flags = flags;
  sasl_ssf_t external = around;
  int code = around ? csasl_find_sasl_setprop()(c, SASL_SSF_EXTERNAL, &external) : SASL_OK;
  return code != SASL_OK ? code : csasl_find_sasl_setprop()(c, SASL_SEC_PROPS, &properties);
}
// A property that is a number.
static inline int csasl_number(sasl_conn_t *c, int property, unsigned *number) {
  const void *value = NULL;
  int code = csasl_find_sasl_getprop()(c, property, &value);
  if (code == SASL_OK && value) *number = *(const unsigned *)value;
  return code;
}
// The mechanisms that are installed and strong enough, with commas; NULL when there are none.
static inline const char *csasl_mechanisms(sasl_conn_t *c) {
  const char *list = NULL;
  return csasl_find_sasl_listmech()(c, NULL, "", ", ", "", &list, NULL, NULL) == SASL_OK ? list : NULL;
}
static inline const char *csasl_detail(sasl_conn_t *c) { return csasl_find_sasl_errdetail()(c); }
static inline const char *csasl_text(int code) { return csasl_find_sasl_errstring()(code, NULL, NULL); }
#endif
