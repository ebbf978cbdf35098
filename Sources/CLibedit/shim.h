// Typed faces of libedit's variadic entry points, which Swift cannot import.
// static inline: the importer emits the bodies itself, so no C target is needed.
#ifndef CLIBEDIT_SHIM_H
#define CLIBEDIT_SHIM_H
#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <wchar.h>

typedef char *(*cedit_prompt_function)(EditLine *);
typedef unsigned char (*cedit_key_function)(EditLine *, wint_t);
typedef int (*cedit_input_function)(EditLine *, wchar_t *);

static inline EditLine *cedit_init(const char *program) { return el_init(program, stdin, stdout, stderr); }
// Where libedit draws. When it begins that must be a terminal.
static inline int cedit_set_output(EditLine *e, FILE *file) { return el_set(e, EL_SETFP, 1, file); }
static inline int cedit_set_prompt(EditLine *e, cedit_prompt_function f) { return el_set(e, EL_PROMPT, f); }
// Where libedit asks for the terminal's size and modes: a file of our own, or standard input again.
static inline int cedit_set_terminal(EditLine *e, FILE *file) { return el_set(e, EL_SETFP, 0, file ? file : stdin); }
// A terminal that nobody knows can do nothing, and has 80 columns and 24 rows. libedit keeps the pointer to its name.
static inline int cedit_be_plain(EditLine *e) { return el_set(e, EL_TERMINAL, "virtsh-plain"); }
static inline int cedit_set_capability(EditLine *e, const char *name, const char *value) { return el_set(e, EL_SETTC, name, value, NULL); }
static inline int cedit_set_input(EditLine *e, cedit_input_function f) { return el_set(e, EL_GETCFN, f); }
static inline int cedit_set_editor(EditLine *e, const char *mode) { return el_set(e, EL_EDITOR, mode); }
static inline const char *cedit_editor(EditLine *e) { const char *mode = NULL; el_get(e, EL_EDITOR, &mode); return mode; }
static inline int cedit_set_history(EditLine *e, History *h) { return el_set(e, EL_HIST, history, h); }
static inline int cedit_set_client_data(EditLine *e, void *p) { return el_set(e, EL_CLIENTDATA, p); }
static inline void *cedit_client_data(EditLine *e) { void *p = NULL; el_get(e, EL_CLIENTDATA, &p); return p; }
static inline int cedit_add_function(EditLine *e, const char *name, const char *help, cedit_key_function f) { return el_set(e, EL_ADDFN, name, help, f); }
static inline int cedit_bind(EditLine *e, const char *key, const char *function) { return el_set(e, EL_BIND, key, function, NULL); }
static inline int cedit_bind_alternative(EditLine *e, const char *key, const char *function) { return el_set(e, EL_BIND, "-a", key, function, NULL); }
static inline int cedit_prepare_terminal(EditLine *e, int raw) { return el_set(e, EL_PREP_TERM, raw); }
// While a line is edited, the keys that would send signals are ordinary keys.
static inline int cedit_without_signal_keys(EditLine *e) { return el_set(e, EL_SETTY, "-d", "-isig", NULL); }
// Where libedit complains: to a file of our own, and to standard error again.
static inline int cedit_set_errors(EditLine *e, FILE *file) { return el_set(e, EL_SETFP, 2, file ? file : stderr); }

static inline int cedit_set_history_size(History *h, int n) { HistEvent v; return history(h, &v, H_SETSIZE, n); }
static inline int cedit_enter_history(History *h, const char *line) { HistEvent v; return history(h, &v, H_ENTER, line); }
static inline int cedit_clear_history(History *h) { HistEvent v; return history(h, &v, H_CLEAR); }
static inline int cedit_newest(History *h, HistEvent *v) { return history(h, v, H_FIRST); }
static inline int cedit_next_older(History *h, HistEvent *v) { return history(h, v, H_NEXT); }
// H_DEL hands out a copy of the text that it removes.
static inline int cedit_remove_history(History *h, int number) {
  HistEvent v;
  int status = history(h, &v, H_DEL, number);
  if (status == 0) free((void *)v.str);
  return status;
}

static inline int cedit_eventfd(void) { return eventfd(0, EFD_CLOEXEC); }
static inline int cedit_polled_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
// <wchar.h> hides it unless a macro is defined that a module cannot define.
extern int wcwidth(wchar_t);
static inline int cedit_width(wchar_t letter) { return wcwidth(letter); }
#endif
