// The least that any server computes for an answer that it signs: one loop over its connections, a
// read, a P-256 signature by OpenSSL over what was read, a write. No HTTP is understood, and a request
// is taken to come in one piece.
//
//     cc -O2 -o least-signed Benchmarks/lib/least-signed.c -lcrypto && ./least-signed PORT
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { answer_octets = 900, events_max = 64 };  // As large as an answer with its responder's certificate.

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void watch(int loop, int socket) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = socket};
    if (epoll_ctl(loop, EPOLL_CTL_ADD, socket, &event)) fail("epoll_ctl");
}

static int listening(int port) {
    struct sockaddr_in here = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int door = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(door, (struct sockaddr *)&here, sizeof here) || listen(door, 128)) fail("listen");
    return door;
}

static EVP_PKEY_CTX *signer(void) {
    EVP_PKEY_CTX *signer = EVP_PKEY_CTX_new(EVP_EC_gen("P-256"), NULL);
    if (!signer || EVP_PKEY_sign_init(signer) != 1) fail("signer");
    return signer;
}

static void sign(EVP_PKEY_CTX *signer, const void *octets, size_t count, unsigned char *signature) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int digest_octets;
    size_t length = answer_octets;
    if (EVP_Digest(octets, count, digest, &digest_octets, EVP_sha256(), NULL) != 1 ||
        EVP_PKEY_sign(signer, signature, &length, digest, digest_octets) != 1)
        fail("sign");
}

int main(int count, char **words) {
    if (count != 2) return 2;
    EVP_PKEY_CTX *key = signer();
    int door = listening(atoi(words[1])), loop = epoll_create1(0), on = 1;
    watch(loop, door);
    char question[8192], answer[answer_octets + 200];
    int head = sprintf(answer,
        "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nContent-Length: %d\r\n\r\n",
        answer_octets);
    memset(answer + head, 0, answer_octets);
    for (;;) {
        struct epoll_event events[events_max];
        int ready = epoll_wait(loop, events, events_max, -1);
        for (int place = 0; place < ready; place++) {
            int socket = events[place].data.fd;
            if (socket == door) {
                socket = accept(door, NULL, NULL);
                setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                watch(loop, socket);
                continue;
            }
            ssize_t length = read(socket, question, sizeof question);
            if (length <= 0) {
                close(socket);
                continue;
            }
            sign(key, question, length, (unsigned char *)answer + head);
            if (write(socket, answer, head + answer_octets) < 0) fail("write");
        }
    }
}
