package org.passerelle.protect.safeguards.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.screening.ErasableScreenings;
import org.passerelle.protect.sharing.referral.ReferralsOfCases;
import org.passerelle.protect.sharing.transfer.PersonFiles;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Finds what is erased, and has it deleted by the packages that store it. */
@Component
class ErasedFiles {
  private final PersonFiles files;
  private final ErasableScreenings screenings;
  private final ReferralsOfCases referrals;
  private final List<Holdings> rooms;

  ErasedFiles(
      PersonFiles files,
      ErasableScreenings screenings,
      ReferralsOfCases referrals,
      List<Holdings> rooms) {
    this.files = files;
    this.screenings = screenings;
    this.referrals = referrals;
    this.rooms = rooms.stream().sorted(Comparator.comparingInt(Holdings::order)).toList();
  }

  /** {@link PersonFiles#taken}. */
  Erased taken(UUID person, UUID organisation) {
    return files.taken(person, organisation);
  }

  /** {@link PersonFiles#alone}. */
  Erased alone(UUID person, UUID organisation) {
    return files.alone(person, organisation);
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
