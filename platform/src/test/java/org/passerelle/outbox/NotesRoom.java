package org.passerelle.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A room of the tests that takes notes, refuses them where told, and objects to causes where told.
 */
@Component
public class NotesRoom implements Receiver, SendingCheck {
  static final String NOTE = "test.note";

  /** On this one no other depends. */
  static final String ALONE = "test.alone";

  private final List<Received> taken = new CopyOnWriteArrayList<>();
  private final List<MessageEnded> ended = new CopyOnWriteArrayList<>();
  private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
  private final Set<UUID> rejecting = ConcurrentHashMap.newKeySet();
  private final Set<UUID> put = ConcurrentHashMap.newKeySet();
  private final Map<UUID, String> objections = new ConcurrentHashMap<>();

  @Override
  public Set<String> types() {
    return Set.of(NOTE, ALONE);
  }

  @Override
  public Set<String> alone() {
    return Set.of(ALONE);
  }

  @Override
  public void receive(Received message) {
    taken.add(message);
    if (refused.contains(message.recipient())) {
      throw new IllegalStateException("The room takes nothing now.");
    }
    if (rejecting.contains(message.recipient())) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "");
    }
  }

  @Override
  public Optional<String> objection(UUID cause, UUID message) {
    return Optional.ofNullable(objections.get(cause));
  }

  @EventListener
  void on(MessageEnded end) {
    ended.add(end);
  }

  @EventListener
  void on(MessagePut message) {
    put.add(message.id());
  }

  boolean wasTold(UUID message) {
    return put.contains(message);
  }

  /** Rejects for good what comes to this recipient. */
  void reject(UUID recipient, boolean rejects) {
    if (rejects) {
      rejecting.add(recipient);
    } else {
      rejecting.remove(recipient);
    }
  }

  void refuse(UUID recipient, boolean refuses) {
    if (refuses) {
      refused.add(recipient);
    } else {
      refused.remove(recipient);
    }
  }

  void objectTo(UUID cause, String reason) {
    objections.put(cause, reason);
  }

  /** What was brought to a recipient, refused or not, in its order. */
  List<Received> broughtTo(UUID recipient) {
    return taken.stream().filter(m -> m.recipient().equals(recipient)).toList();
  }

  List<MessageEnded> endsOf(UUID message) {
    return ended.stream().filter(e -> e.message().equals(message)).toList();
  }
}
