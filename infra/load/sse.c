/*
 * Many clients of the live stream in one process.
 *
 *   sse PORT COUNT STREAMS OUT        STREAMS: lines of address and token, tab-separated, used in turn
 *
 * Opens COUNT streams, says so, then obeys lines of its input:
 *   window    forgets the figures so far            figures   prints them
 *   drop      hangs up on all and comes back with the cursors
 *   end       writes OUT, a line for each change received (stream, cursor's number, microseconds), and ends
 * Delays are those from "committedAtUs" to the moment the bytes were read, by the same clock.
 */
#define _GNU_SOURCE
#include "sse.h"

static int64_t micros(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

static void call(struct stream *s) {
  struct sockaddr_in from = {.sin_family = AF_INET}, to = {.sin_family = AF_INET, .sin_port = htons(port)};
  int yes = 1;
  from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + s->number % SOURCES); /* one address has too few ports */
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  s->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (s->fd < 0) { perror("socket"); exit(2); }
  setsockopt(s->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
  setsockopt(s->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (bind(s->fd, (struct sockaddr *) &from, sizeof from) < 0) { perror("bind"); exit(2); }
  s->state = CALLING;
  s->length = s->changed = s->cursor = 0;
  calling++;
  if (connect(s->fd, (struct sockaddr *) &to, sizeof to) < 0 && errno != EINPROGRESS) { failed++; hang_up(s); return; }
  struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = s};
  epoll_ctl(poll_fd, EPOLL_CTL_ADD, s->fd, &event);
}

static void ask(struct stream *s) {
  char text[1024], cursor[160] = "";
  if (s->id[0]) snprintf(cursor, sizeof cursor, "Last-Event-ID: %s\r\n", s->id);
  int n = snprintf(text, sizeof text, "%s%s\r\n", requests[s->number % kinds], cursor);
  if (write(s->fd, text, n) != n) { failed++; hang_up(s); return; }
  s->state = HEADERS;
}

static void receive(struct stream *s) {
  char bytes[16384];
  for (;;) {
    ssize_t n = recv(s->fd, bytes, sizeof bytes, 0);
    if (n < 0 && errno == EAGAIN) return;
    if (n <= 0) {
      if (s->state == ON) dropped++; else failed++;
      hang_up(s);
      return;
    }
    int64_t now = micros(CLOCK_REALTIME);
    if (s->state == HEADERS) headers(s, bytes, n, now); else body(s, bytes, n, now);
    if (s->state == CLOSED) return;
  }
}

static int by_delay(const void *a, const void *b) {
  return ((const struct delivery *) a)->delay - ((const struct delivery *) b)->delay;
}

static void figures(void) {
  size_t n = held - window;
  struct delivery *sorted = malloc((n + 1) * sizeof *sorted);
  memcpy(sorted, deliveries + window, n * sizeof *sorted);
  qsort(sorted, n, sizeof *sorted, by_delay);
  printf("deliveries=%zu p50=%.3f p99=%.3f dropped=%ld failed=%ld reloads=%ld backward=%ld\n", n,
    n ? sorted[n / 2].delay / 1e3 : 0, n ? sorted[n * 99 / 100].delay / 1e3 : 0, dropped, failed, reloads, backward);
  free(sorted);
}

static int told;
static int64_t since, again;

/* Calls whoever is not on, a few at a time; who was turned away or dropped is called again after a second. */
static void keep_calling(void) {
  int64_t now = micros(CLOCK_MONOTONIC);
  if (next_call == count && on + calling < count && now > again) {
    next_call = 0;
    again = now + 1000000;
  }
  while (next_call < count && calling < AT_ONCE) {
    if (streams[next_call].state == CLOSED) call(&streams[next_call]);
    next_call++;
  }
  if (!told && (on == count || now - since > 120000000)) {
    told = 1;
    printf("on=%d failed=%ld took=%.3f\n", on, failed, (now - since) / 1e6);
  }
}

static void start_calling(void) {
  next_call = told = 0;
  since = micros(CLOCK_MONOTONIC);
  again = since + 1000000;
}

static void write_out(const char *path) {
  FILE *out = fopen(path, "w");
  if (!out) { perror(path); exit(2); }
  for (size_t i = 0; i < held; i++)
    fprintf(out, "%u\t%lld\t%d\n", deliveries[i].stream, (long long) deliveries[i].seq, deliveries[i].delay);
  fclose(out);
}

static void obey(const char *out) {
  char word[64];
  if (!fgets(word, sizeof word, stdin) || !strncmp(word, "end", 3)) { write_out(out); exit(0); }
  if (!strncmp(word, "window", 6)) window = held, printf("ok=1\n");
  else if (!strncmp(word, "figures", 7)) figures();
  else if (!strncmp(word, "drop", 4)) {
    for (int i = 0; i < count; i++) if (streams[i].state != CLOSED) hang_up(&streams[i]);
    start_calling();
  }
}

static void read_requests(const char *path) {
  FILE *file = fopen(path, "r");
  char line[700], *token;
  if (!file) { perror(path); exit(2); }
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    token = strchr(line, '\t');
    if (token) *token++ = 0;
    requests = realloc(requests, (kinds + 1) * sizeof *requests);
    if (asprintf(&requests[kinds++], "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n%s%s%s", line,
        token ? "Authorization: Bearer " : "", token ? token : "", token ? "\r\n" : "") < 0) exit(2);
  }
  fclose(file);
}

int main(int argc, char **argv) {
  if (argc != 5) { fprintf(stderr, "sse PORT COUNT STREAMS OUT\n"); return 2; }
  port = atoi(argv[1]);
  count = atoi(argv[2]);
  read_requests(argv[3]);
  setvbuf(stdout, NULL, _IOLBF, 0);
  setvbuf(stdin, NULL, _IONBF, 0);
  streams = calloc(count, sizeof *streams);
  poll_fd = epoll_create1(0);
  for (int i = 0; i < count; i++) streams[i].number = i, streams[i].fd = -1;
  struct epoll_event events[BATCH], input = {.events = EPOLLIN, .data.ptr = NULL};
  epoll_ctl(poll_fd, EPOLL_CTL_ADD, 0, &input);
  start_calling();
  for (;;) {
    keep_calling();
    int n = epoll_wait(poll_fd, events, BATCH, 200);
    for (int i = 0; i < n; i++) {
      struct stream *s = events[i].data.ptr;
      if (!s) obey(argv[4]);
      else if (s->state == CALLING && events[i].events & EPOLLOUT) ask(s);
      else if (s->state > CALLING && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(s);
      else if (s->state == CALLING && events[i].events & (EPOLLHUP | EPOLLERR)) { failed++; hang_up(s); }
    }
  }
}
