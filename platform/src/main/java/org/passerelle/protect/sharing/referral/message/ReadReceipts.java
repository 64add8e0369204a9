package org.passerelle.protect.sharing.referral.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages by which one side tells the other what it has read. */
@Component
public class ReadReceipts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Addressees organisations;
  private final Outbox outbox;

  ReadReceipts(Addressees organisations, Outbox outbox) {
    this.organisations = organisations;
    this.outbox = outbox;
  }

  /**
   * A kind of receipt.
   *
   * @param type type of its message
   * @param name name of the list of identifiers in it
   */
  public record Kind(String type, String name) {
    /** The content of a receipt. */
    public String write(List<UUID> read) {
      return JSON.writeValueAsString(Map.of(name, read.stream().map(UUID::toString).toList()));
    }

    /** The identifiers in a receipt. */
    public List<UUID> read(Received message) {
      List<UUID> ids = new ArrayList<>();
      for (JsonNode id : JSON.readTree(message.payload()).path(name)) {
        ids.add(UUID.fromString(id.asString("")));
      }
      return List.copyOf(ids);
    }
  }

  /**
   * Tells the author what was read, unless it was nothing or the author's node does not take it.
   *
   * @param referral the referral or hand-over
   */
  public void send(Kind kind, UUID referral, UUID reader, UUID author, List<UUID> read) {
    if (read.isEmpty() || !organisations.takes(author, kind.type())) {
      return;
    }
    outbox.put(
        new Outbox.Outgoing(
            kind.type(), 1, referral, reader, author, null, null, kind.write(read)));
  }
}
