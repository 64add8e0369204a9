package org.passerelle.partner.nodes.carriage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Remembers the answers to permanently rejected bytes: if they are sent again they get the same
 * answer without being opened, verified or stored, and identical bytes are never processed in
 * parallel. No legitimate sender sends the same bytes twice: a message is sent again in a new
 * envelope. Safe for concurrent use.
 */
@Component
class RejectedBytes {
  private static final int REMEMBERED = 5_000;
  private final Cache<String, EnvelopeDoor.Answer> answers =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** Begins to process bytes; false if another thread is doing so. */
  boolean begin(String digest) {
    return underWay.add(digest);
  }

  void end(String digest) {
    underWay.remove(digest);
  }

  /** The earlier answer, if there was one. */
  Optional<EnvelopeDoor.Answer> before(String digest) {
    return Optional.ofNullable(answers.getIfPresent(digest));
  }

  /** Remembers an answer and returns it. */
  EnvelopeDoor.Answer remember(String digest, EnvelopeDoor.Answer answer) {
    answers.put(digest, answer);
    return answer;
  }
}
