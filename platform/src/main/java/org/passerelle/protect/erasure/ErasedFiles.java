package org.passerelle.protect.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.cases.ErasableCases;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.referral.ReferralsOfCases;
import org.passerelle.protect.screening.ErasableScreenings;
import org.passerelle.storage.Erased;
import org.passerelle.storage.ErasureFirst;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Counts what is stored about a person, and has it deleted by the packages that store it. */
@Component
public class ErasedFiles {
  private final Persons persons;
  private final ErasableCases files;
  private final ErasableScreenings screenings;
  private final ReferralsOfCases referrals;
  private final ErasureFirst first;
  private final List<Holdings> rooms;

  ErasedFiles(
      Persons persons,
      ErasableCases files,
      ErasableScreenings screenings,
      ReferralsOfCases referrals,
      ErasureFirst first,
      List<Holdings> rooms) {
    this.persons = persons;
    this.files = files;
    this.screenings = screenings;
    this.referrals = referrals;
    this.first = first;
    this.rooms = rooms.stream().sorted(Comparator.comparingInt(Holdings::order)).toList();
  }

  /**
   * Everything that is erased together, locked until the transaction ends.
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

  /**
   * A screening that led to no case.
   *
   * @throws NotFound if the organisation has no such one
   */
  Erased looseScreening(UUID screening, UUID organisation) {
    if (!screenings.isWithoutCase(screening, organisation)) {
      throw new NotFound();
    }
    return Erased.screening(organisation, screening);
  }

  /**
   * A dossier that was answered and is in no case.
   *
   * @throws NotFound if the organisation has no such one
   */
  Erased looseDossier(UUID referral, UUID organisation) {
    if (!referrals.isWithoutCase(referral, organisation)) {
      throw new NotFound();
    }
    return Erased.dossier(organisation, referral);
  }

  /** Screenings and dossiers under keys that were destroyed. */
  List<Erased> underKeys(Collection<UUID> destroyed) {
    List<Erased> all = new ArrayList<>();
    screenings.there(destroyed).forEach((id, whose) -> all.add(Erased.screening(whose, id)));
    referrals.erased(destroyed).forEach((id, whose) -> all.add(Erased.dossier(whose, id)));
    return all;
  }

  /** Has every package delete what it stores. */
  void delete(Erased erased) {
    rooms.forEach(room -> room.erase(erased));
  }
}
