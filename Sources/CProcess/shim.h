// Starting a program with what posix_spawn cannot do: signals that it ignores, an end together with ours, a life without us.
// static inline: the importer emits the body itself, so no C target is needed.
#ifndef CPROCESS_SHIM_H
#define CPROCESS_SHIM_H
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

// The headers hide these unless a macro is defined that a module cannot define.
extern long syscall(long number, ...);
extern int pipe2(int *ends, int flags);

// What a program has to do with us.
enum cprocess_kind { CPROCESS_PARTICIPANT, CPROCESS_COMPANION, CPROCESS_DETACHED };

// A program to be started. It has the first `count` descriptors as its own 0, 1, 2 and so on, and no others; -1 is /dev/null.
struct cprocess_program {
  const char *path;
  char *const *words;
  char *const *variables;
  int descriptors[4];
  int count;
  enum cprocess_kind kind;
};

// In the child, where only what is safe in signal handlers may be called. Returns only when it fails, with errno.
static inline void cprocess_become(const struct cprocess_program *program, pid_t parent) {
  int count = program->count, copies[4], null = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int i = 0; i < count; i++) {
    int ours = program->descriptors[i];
    if ((copies[i] = fcntl(ours < 0 ? null : ours, F_DUPFD_CLOEXEC, count)) < 0) return;
  }
  for (int i = 0; i < count; i++)
    if (dup2(copies[i], i) < 0) return;
  // All others are marked to be closed by exec, and not now: the report is among them.
  if (syscall(SYS_close_range, (unsigned)count, ~0U, 4 /* CLOSE_RANGE_CLOEXEC */) != 0)
    for (int i = count; i < 4096; i++) fcntl(i, F_SETFD, FD_CLOEXEC);
  struct sigaction action = {0};
  action.sa_handler = SIG_DFL;
  for (int i = 1; i <= SIGRTMAX; i++) sigaction(i, &action, NULL);
  if (program->kind == CPROCESS_COMPANION) {
    action.sa_handler = SIG_IGN;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGQUIT, &action, NULL);
    if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0) return;
    if (getppid() != parent) _exit(127);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(program->path, program->words, program->variables);
}

// Leaves session, terminal and folder. What goes on is a child of this one, which ends, so that init is its parent.
static inline int cprocess_leave(int report) {
  if (setsid() < 0 || chdir("/") != 0) return -1;
  pid_t own = fork();
  if (own > 0) {
    (void)!write(report, &own, sizeof own);
    _exit(0);
  }
  return own;
}

// Starts a program; the process's number, or -errno. A detached one is not our child, others have to be waited for.
static inline pid_t cprocess_start(const struct cprocess_program *program) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return -errno;
  sigset_t all, before;
  sigfillset(&all);
  // None of our handlers may run in the child.
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t parent = getpid();
  pid_t child = fork();
  pid_t result = child < 0 ? -errno : child;
  if (child == 0) {
    // Out of the way of what it hands on.
    int tell = fcntl(report[1], F_DUPFD_CLOEXEC, program->count);
    if (program->kind != CPROCESS_DETACHED || cprocess_leave(tell) == 0) cprocess_become(program, parent);
    result = -errno;
    (void)!write(tell, &result, sizeof result);
    _exit(127);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(report[1]);
  // It tells the number of a detached program, and why it failed; who tells the number may be the slower of the two.
  pid_t told;
  ssize_t count = -1;
  while (result > 0 && ((count = read(report[0], &told, sizeof told)) > 0 || (count < 0 && errno == EINTR)))
    if (count > 0) result = told;
  close(report[0]);
  if (child > 0 && (result < 0 || program->kind == CPROCESS_DETACHED))
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
  return result;
}
#endif
