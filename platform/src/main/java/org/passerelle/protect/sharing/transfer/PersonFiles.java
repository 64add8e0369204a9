package org.passerelle.protect.sharing.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.casework.cases.ErasableCases;
import org.passerelle.protect.casework.screening.ErasableScreenings;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.sharing.referral.ReferralsOfCases;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Erased;
import org.passerelle.storage.ErasureFirst;
import org.springframework.stereotype.Component;

/** What is stored of a person and goes together: moved to another organisation, or erased. */
@Component
public class PersonFiles {
  private final Persons persons;
  private final ErasableCases files;
  private final ErasableScreenings screenings;
  private final ReferralsOfCases referrals;
  private final ErasureFirst first;

  PersonFiles(
      Persons persons,
      ErasableCases files,
      ErasableScreenings screenings,
      ReferralsOfCases referrals,
      ErasureFirst first) {
    this.persons = persons;
    this.files = files;
    this.screenings = screenings;
    this.referrals = referrals;
    this.first = first;
  }

  /**
   * Everything that goes together, locked until the transaction ends.
   *
   * @throws NotFound if the organisation has no such person, or no longer has
   */
  public Erased taken(UUID person, UUID organisation) {
    // concurrent writers about these persons finish first, or find them gone
    List<UUID> cases = first.claim(() -> cases(person, organisation));
    Set<UUID> all = new HashSet<>(List.of(person));
    all.addAll(files.onlyAround(person, cases));
    return whole(organisation, all, cases);
  }

  /** Locks a case until the transaction ends. */
  public void hold(UUID caseId) {
    first.claim(() -> files.hold(caseId));
  }

  private List<UUID> cases(UUID person, UUID organisation) {
    // of two erasures at once, the second finds nobody any more
    if (!persons.hold(person, organisation)) {
      throw new NotFound();
    }
    return files.holdOf(person);
  }

  /** Rows that belong only to this person, for counting. */
  public Erased alone(UUID person, UUID organisation) {
    return whole(organisation, Set.of(person), files.of(person));
  }

  private Erased whole(UUID organisation, Set<UUID> all, List<UUID> cases) {
    return new Erased(
        organisation,
        all,
        cases,
        screenings.of(cases),
        referrals.sent(cases),
        referrals.received(cases));
  }
}
