package org.passerelle.protect.sharing.transfer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.DisclosureRules;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.OfferedBases;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** Basis of a transfer: what is needed to give everything to the other organisation. */
@Component
public class TransferBasis {
  /** Purpose of a transfer. */
  public static final String PURPOSE = "assistance";

  private final StatedBasis bases;
  private final DisclosureRules rules;
  private final Disclosures disclosures;
  private final Consents consents;

  TransferBasis(
      StatedBasis bases, DisclosureRules rules, Disclosures disclosures, Consents consents) {
    this.bases = bases;
    this.rules = rules;
    this.disclosures = disclosures;
    this.consents = consents;
  }

  /** Data categories of a whole case: those of all fields, and the documents. */
  public static Set<String> whole() {
    Set<String> all = new HashSet<>(Released.categoriesOf(fields()));
    all.add("file");
    return Set.copyOf(all);
  }

  private static Collection<String> fields() {
    return Stream.of(Released.values())
        .filter(field -> !field.isEnclosed())
        .map(Released::code)
        .toList();
  }

  /** Possible bases for a recipient. */
  public OfferedBases offered(Case file, UUID recipient) {
    return bases.offered(file, recipient, PURPOSE, whole());
  }

  /**
   * The stated basis; a legal basis is recorded now.
   *
   * @throws Refused at the field, with a message that says why it is not valid
   */
  UUID state(Case file, UUID recipient, StatedBasis.Choice choice, SignedIn who) {
    rules.againstRecipient(file, recipient).ifPresent(o -> refuse(o, "recipient"));
    offered(file, recipient).against(choice).ifPresent(o -> refuse(o, "kind"));
    onward(file, recipient).ifPresent(o -> refuse(o, "recipient"));
    return bases.state(file, recipient, PURPOSE, choice, whole(), who);
  }

  private Optional<Objection> onward(Case file, UUID recipient) {
    return rules.againstOnward(file, recipient, PURPOSE, fields());
  }

  /** Locks the consent: a withdrawal waits, or was before. */
  void hold(Transfer transfer) {
    consents.hold(transfer.caseId());
  }

  /** What forbids it now. */
  Optional<Objection> against(Case file, Transfer transfer) {
    return bases
        .judge(file, transfer.recipient(), PURPOSE, whole(), transfer.basis())
        .or(() -> onward(file, transfer.recipient()));
  }

  /** The other side has read what it is told before it answers. */
  void read(Case file, Transfer transfer, SignedIn by) {
    if (!disclosures.arrived(transfer.id())) {
      taken(file, transfer, List.of(Disclosures.OFFERED, Released.SAFE_TO_CONTACT.code()), by);
    }
  }

  /** The other side has received everything. */
  void moved(Case file, Transfer transfer, SignedIn by) {
    taken(file, transfer, List.of(Disclosures.TRANSFERRED), by);
  }

  private void taken(Case file, Transfer transfer, List<String> fields, SignedIn by) {
    disclosures.recordTaken(
        new Disclosures.Draft(
            file.id(),
            transfer.recipient(),
            bases.kind(transfer.basis()),
            transfer.basis(),
            bases.version(transfer.basis()),
            PURPOSE,
            fields,
            false,
            transfer.id(),
            transfer.id()),
        transfer.organisation(),
        by);
  }

  private static void refuse(Objection objection, String field) {
    throw new Refused(objection.key(), objection.arguments().toArray()).at(field);
  }
}
