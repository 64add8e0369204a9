package org.passerelle.protect.sharing.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.User;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.springframework.stereotype.Component;

/**
 * People to call when an organisation does not answer in writing: its focal points by name if it is
 * on this node, and the telephone line that it gave.
 */
@Component
public class HandOverContacts {
  private final Deputies deputies;
  private final Addressees organisations;

  HandOverContacts(Deputies deputies, Addressees organisations) {
    this.deputies = deputies;
    this.organisations = organisations;
  }

  /** For example “Biljana M., Goce M., +389 00 000 020”; empty if nobody is known. */
  public String of(UUID organisation) {
    List<String> all = new ArrayList<>();
    if (!organisations.isFar(organisation)) {
      all.add(
          deputies.focalPoints(organisation).stream()
              .map(User::name)
              .collect(Collectors.joining(", ")));
    }
    all.add(organisations.find(organisation).map(Organisation::dutyPhone).orElse(""));
    all.removeIf(String::isBlank);
    return String.join(", ", all);
  }

  /**
   * Focal points who are shown new hand-overs at once but have no active deputy. A deputy needs
   * none, since overdue hand-overs reach them, and all of them while their focal point is absent.
   *
   * @return sorted by name
   */
  public List<User> withoutDeputy(UUID organisation) {
    List<User> here = deputies.focalPoints(organisation);
    Set<UUID> active = here.stream().map(User::id).collect(Collectors.toSet());
    Map<UUID, UUID> named = new HashMap<>(deputies.of(organisation));
    named.entrySet().removeIf(e -> !active.contains(e.getKey()) || !active.contains(e.getValue()));
    return here.stream()
        .filter(one -> !named.containsKey(one.id()) && !named.containsValue(one.id()))
        .toList();
  }

  /**
   * Whom to call.
   *
   * @param people whom to ask for there; empty if nobody is known
   */
  public record Call(UUID organisation, String people) {}

  /**
   * Whom to call about a hand-over: while an answer is outstanding, the side that has to give it.
   * If a person is missing, or nobody confirmed that they arrived, each side and its coordinator
   * call the other side.
   *
   * @return empty if nothing is outstanding
   */
  public Optional<Call> about(HandOver handOver, Instant now) {
    boolean alarm = handOver.lost() || handOver.unconfirmed(now);
    if (!alarm && handOver.due() == null) {
      return Optional.empty();
    }
    UUID side = handOver.sends() || alarm ? handOver.other() : handOver.organisation();
    String said = handOver.sends() ? handOver.contact() : null;
    return Optional.of(new Call(side, said == null ? of(side) : said));
  }
}
