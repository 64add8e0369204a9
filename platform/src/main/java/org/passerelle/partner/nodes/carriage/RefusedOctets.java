package org.passerelle.partner.nodes.carriage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What was answered to octets that were refused for good: brought once more they are answered in
 * the same way, and nothing is opened, checked or stored; and of the same octets at the same moment
 * one alone is worked on. Nobody who means well brings the same octets twice: a message that is
 * sent again comes in a new envelope. Threads may share it.
 */
@Component
class RefusedOctets {
  private static final int REMEMBERED = 5_000;
  private final Cache<String, EnvelopeDoor.Answer> answers =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** Begins to work on octets; false if somebody does. */
  boolean begin(String digest) {
    return underWay.add(digest);
  }

  void end(String digest) {
    underWay.remove(digest);
  }

  /** What was answered before, if it was. */
  Optional<EnvelopeDoor.Answer> before(String digest) {
    return Optional.ofNullable(answers.getIfPresent(digest));
  }

  /** Remembers an answer; gives it back. */
  EnvelopeDoor.Answer remember(String digest, EnvelopeDoor.Answer answer) {
    answers.put(digest, answer);
    return answer;
  }
}
