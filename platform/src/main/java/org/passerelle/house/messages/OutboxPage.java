package org.passerelle.house.messages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.outbox.Deliveries;
import org.passerelle.pages.Option;

/**
 * The outbox as an administrator sees it.
 *
 * @param names of organisations by identifier
 * @param organisations those whose deliveries can be held
 */
public record OutboxPage(
    List<Deliveries.Waiting> messages,
    int waiting,
    List<UUID> held,
    Map<UUID, String> names,
    List<Option> organisations) {

  /** What an organisation is called. */
  public String name(UUID organisation) {
    return names.getOrDefault(organisation, organisation.toString());
  }
}
