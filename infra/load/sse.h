/* What a stream of events is made of, and how the bytes of its answer become changes. Included by sse.c. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { AT_ONCE = 200, LINE = 600, SOURCES = 8, BATCH = 512 };
enum state { CLOSED, CALLING, HEADERS, WAITING, ON };
enum framing { SIZE, BODY, BODY_END };

struct stream {
  int fd, number;
  enum state state;
  enum framing framing;
  uint32_t left;           /* of the chunk; while its size is read, the size so far */
  int length, refused;
  int64_t position, committed;
  int changed, cursor;     /* the event under way: is it a change, did it name its kind */
  char id[96];
  char line[LINE];
};
struct delivery { uint32_t stream; int32_t delay; int64_t seq; };

static struct stream *streams;
static struct delivery *deliveries;
static size_t held, room, window;
static char **requests;
static int port, count, kinds, calling, on, next_call, poll_fd;
static long failed, dropped, reloads, backward;

static void hang_up(struct stream *s) {
  if (s->state == ON) on--;
  else if (s->state != CLOSED) calling--;
  if (s->fd >= 0) close(s->fd);
  s->fd = -1;
  s->state = CLOSED;
}

static void arrived(struct stream *s, int64_t now) {
  char *number = strrchr(s->id, ':');
  int64_t seq = number ? strtoll(number + 1, NULL, 10) : 0;
  if (seq <= s->position) backward++;
  if (held == room) deliveries = realloc(deliveries, (room = room ? 2 * room : 1 << 16) * sizeof *deliveries);
  deliveries[held++] = (struct delivery) {s->number, now - s->committed, seq};
  s->position = seq;
}

static void event_ended(struct stream *s, int64_t now) {
  if (s->state == WAITING) { s->state = ON; calling--; on++; }
  if (s->changed) arrived(s, now);
  else if (s->cursor) s->position = strrchr(s->id, ':') ? strtoll(strrchr(s->id, ':') + 1, NULL, 10) : 0;
  s->changed = s->cursor = 0;
}

static void line_ended(struct stream *s, int64_t now) {
  s->line[s->length] = 0;
  if (s->length == 0) event_ended(s, now);
  else if (!strncmp(s->line, "id: ", 4)) snprintf(s->id, sizeof s->id, "%s", s->line + 4);
  else if (!strcmp(s->line, "event: changed")) s->changed = 1;
  else if (!strcmp(s->line, "event: cursor")) s->cursor = 1;
  else if (!strcmp(s->line, "event: reload")) { s->cursor = 1; reloads++; }
  else if (!strncmp(s->line, "data: ", 6)) {
    char *at = strstr(s->line, "\"committedAtUs\":");
    s->committed = at ? strtoll(at + 16, NULL, 10) : now;
  }
  s->length = 0;
}

static void text(struct stream *s, const char *at, int n, int64_t now) {
  for (; n > 0; at++, n--) {
    if (*at == '\n') line_ended(s, now);
    else if (*at != '\r' && s->length < LINE - 1) s->line[s->length++] = *at;
  }
}

/* Takes the body out of its chunks. */
static void body(struct stream *s, const char *at, int n, int64_t now) {
  while (n > 0) {
    if (s->framing == BODY) {
      int part = s->left < (uint32_t) n ? (int) s->left : n;
      text(s, at, part, now);
      at += part; n -= part; s->left -= part;
      if (s->left == 0) s->framing = BODY_END;
    } else {
      char c = *at++;
      n--;
      if (c == '\n') {
        s->framing = s->framing == SIZE ? BODY : SIZE;
      } else if (s->framing == SIZE && c != '\r') {
        s->left = s->left * 16 + (c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
      }
    }
  }
}

static void headers(struct stream *s, const char *at, int n, int64_t now) {
  while (n > 0 && s->state == HEADERS) {
    char c = *at++;
    n--;
    if (c == '\n') {
      s->line[s->length] = 0;
      if (!strncmp(s->line, "HTTP/1.1 ", 9)) s->refused = strncmp(s->line + 9, "200", 3);
      if (s->length == 0) { s->state = WAITING; s->framing = SIZE; s->left = 0; }
      s->length = 0;
    } else if (c != '\r' && s->length < LINE - 1) s->line[s->length++] = c;
  }
  if (s->refused) { failed++; hang_up(s); } else if (n > 0) body(s, at, n, now);
}
