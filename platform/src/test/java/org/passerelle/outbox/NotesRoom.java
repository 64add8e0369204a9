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
  private final List<Received> taken = new CopyOnWriteArrayList<>();
  private final List<MessageEnded> ended = new CopyOnWriteArrayList<>();
  private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
  private final Map<UUID, String> objections = new ConcurrentHashMap<>();

  @Override
  public Set<String> types() {
    return Set.of(NOTE);
  }

  @Override
  public void receive(Received message) {
    taken.add(message);
    if (refused.contains(message.recipient())) {
      throw new IllegalStateException("The room takes nothing now.");
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
