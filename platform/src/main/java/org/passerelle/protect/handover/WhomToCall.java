package org.passerelle.protect.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.User;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.springframework.stereotype.Component;

/**
 * Who answers for an organisation when nobody answers in writing: its focal points by name where it
 * is of this node, and the line that it gave.
 */
@Component
public class WhomToCall {
  private final Deputies deputies;
  private final Addressees organisations;

  WhomToCall(Deputies deputies, Addressees organisations) {
    this.deputies = deputies;
    this.organisations = organisations;
  }

  /** Such as “Biljana M., Goce M., +389 00 000 020”; empty where nobody is known. */
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

  /** Whether somebody stands in for the focal point, or nobody is there who could. */
  public boolean isCovered(UUID organisation) {
    return deputies.of(organisation).size() > 0 || deputies.focalPoints(organisation).size() < 2;
  }

  /** The side that must say or do something next; the recipient's, once somebody is missing. */
  public static UUID silent(HandOver handOver) {
    return handOver.sends() ? handOver.other() : handOver.organisation();
  }
}
