package org.passerelle.house.messages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.outbox.Deliveries;
import org.passerelle.pages.Option;

/**
 * The outbox as an administrator sees it.
 *
 * @param names names of organisations by identifier
 * @param organisations organisations whose deliveries can be held
 */
public record OutboxPage(
    List<Deliveries.Waiting> messages,
    int waiting,
    List<UUID> held,
    Map<UUID, String> names,
    List<Option> organisations) {

  private static final Set<String> ADVISED =
      Set.of("unknown-kind", "unknown-code", "unknown-recipient", "unknown-sender");

  /** Key of the advice about a message that is stuck. */
  public String advice(Deliveries.Waiting message) {
    String problem = message.problem() == null ? "" : message.problem().split(":", -1)[0];
    return "outbox.advice." + (ADVISED.contains(problem) ? problem : "other");
  }

  /** Name of an organisation. */
  public String name(UUID organisation) {
    return names.getOrDefault(organisation, organisation.toString());
  }
}
