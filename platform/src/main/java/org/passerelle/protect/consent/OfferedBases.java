package org.passerelle.protect.consent;

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
 * What something could rest on towards one recipient, and what not, with the reason.
 *
 * @param kinds {@code consent} and the kinds of {@link LegalGround}, in the order in which they are
 *     offered, each with what forbids it
 * @param agreements between the two countries for the purpose, in force and not
 * @param transfer what forbids a legal ground that names no instrument for leaving the EU
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
   * Those to whom the same is offered belong together.
   *
   * @return who, by what is offered to all of them, in the order of the list
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

  /** What forbids a kind. */
  public Optional<Objection> against(String kind) {
    return kinds.getOrDefault(kind, Optional.empty());
  }

  /** What forbids a choice. */
  public Optional<Objection> against(StatedBasis.Choice choice) {
    Optional<Objection> kind = against(choice.kind());
    return kind.isPresent()
            || choice.kind().equals(StatedBasis.CONSENT)
            || choice.transfer() != null
        ? kind
        : transfer;
  }

  /** Titles of agreements that found nothing here, under the reason. */
  public Map<Wording, List<Wording>> notInForce() {
    Map<Wording, List<Wording>> all = new LinkedHashMap<>();
    agreements
        .not()
        .forEach(no -> all.computeIfAbsent(no.reason(), r -> new ArrayList<>()).add(no.title()));
    return all;
  }

  /** Kinds that nothing forbids. */
  public List<String> open() {
    return kinds.keySet().stream().filter(kind -> against(kind).isEmpty()).toList();
  }
}
