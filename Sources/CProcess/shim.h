// Starting a program with what posix_spawn cannot do: signals that it ignores, and an end together with ours.
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

// In the child, where only what is safe in signal handlers may be called. Returns only when it fails, with errno.
static inline void cprocess_become(const char *path, char *const *words, char *const *variables, const int *streams,
                                   int is_companion, pid_t parent) {
  int copies[3];
  for (int i = 0; i < 3; i++)
    if ((copies[i] = fcntl(streams[i], F_DUPFD_CLOEXEC, 3)) < 0) return;
  for (int i = 0; i < 3; i++)
    if (dup2(copies[i], i) < 0) return;
  // All others are marked to be closed by exec, and not now: the report is among them.
  if (syscall(SYS_close_range, 3, ~0U, 4 /* CLOSE_RANGE_CLOEXEC */) != 0)
    for (int i = 3; i < 4096; i++) fcntl(i, F_SETFD, FD_CLOEXEC);
  struct sigaction action = {0};
  action.sa_handler = SIG_DFL;
  for (int i = 1; i <= SIGRTMAX; i++) sigaction(i, &action, NULL);
  if (is_companion) {
    action.sa_handler = SIG_IGN;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGQUIT, &action, NULL);
    if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0) return;
    if (getppid() != parent) _exit(127);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, words, variables);
}

// Starts a program; the process's number, or -errno. `streams` are its standard input, output and error; nothing else is handed on.
static inline pid_t cprocess_start(const char *path, char *const *words, char *const *variables, const int *streams, int is_companion) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return -errno;
  sigset_t all, before;
  sigfillset(&all);
  // None of our handlers may run in the child.
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t parent = getpid();
  pid_t child = fork();
  int failure = errno;
  if (child == 0) {
    cprocess_become(path, words, variables, streams, is_companion, parent);
    failure = errno;
    (void)!write(report[1], &failure, sizeof failure);
    _exit(127);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(report[1]);
  if (child < 0) {
    close(report[0]);
    return -failure;
  }
  failure = 0;
  ssize_t count;
  do count = read(report[0], &failure, sizeof failure); while (count < 0 && errno == EINTR);
  close(report[0]);
  if (count <= 0) return child;
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
  return -failure;
}
#endif
