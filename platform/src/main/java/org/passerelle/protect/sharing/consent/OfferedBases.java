package org.passerelle.protect.sharing.consent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.language.Wording;
import org.passerelle.partner.LegalBases;

/**
 * Possible bases for a disclosure to one recipient, and what forbids the others.
 *
 * @param kinds {@code consent} and the kinds of {@link LegalGround}, in the order of the form, each
 *     with what forbids it
 * @param agreements agreements between the two countries for the purpose, whether in force or not
 * @param transfer objection to a legal basis without an instrument for a transfer out of the EU
 */
public record OfferedBases(
    UUID recipient,
    Map<String, Optional<Objection>> kinds,
    LegalBases.Answer agreements,
    Optional<Objection> transfer) {
  public OfferedBases {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  /**
   * Groups recipients to whom the same bases are offered.
   *
   * @return recipients by what is offered to all of them, in the order of the list
   */
  public static Map<OfferedBases, List<UUID>> together(Collection<OfferedBases> all) {
    Map<OfferedBases, List<UUID>> groups = new LinkedHashMap<>();
    for (OfferedBases one : all) {
      OfferedBases same =
          groups.keySet().stream().filter(one::offersTheSame).findFirst().orElse(one);
      groups.computeIfAbsent(same, first -> new ArrayList<>()).add(one.recipient);
    }
    return groups;
  }

  private boolean offersTheSame(OfferedBases other) {
    return kinds.equals(other.kinds)
        && agreements.equals(other.agreements)
        && transfer.equals(other.transfer);
  }

  /** Returns the objection against a kind of basis. */
  public Optional<Objection> against(String kind) {
    return kinds.getOrDefault(kind, Optional.empty());
  }

  /** Returns the objection against a choice. */
  public Optional<Objection> against(StatedBasis.Choice choice) {
    Optional<Objection> kind = against(choice.kind());
    return kind.isPresent()
            || choice.kind().equals(StatedBasis.CONSENT)
            || choice.transfer() != null
        ? kind
        : transfer;
  }

  /** Titles of agreements that cannot be a basis here, grouped by reason. */
  public Map<Wording, List<Wording>> notInForce() {
    Map<Wording, List<Wording>> all = new LinkedHashMap<>();
    agreements
        .not()
        .forEach(no -> all.computeIfAbsent(no.reason(), r -> new ArrayList<>()).add(no.title()));
    return all;
  }

  /** Kinds without an objection. */
  public List<String> open() {
    return kinds.keySet().stream().filter(kind -> against(kind).isEmpty()).toList();
  }
}
