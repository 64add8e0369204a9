package org.passerelle.prosecute.courtfile;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Version;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.signing.OrganisationSeal;
import org.passerelle.storage.House;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Work;

/** Case files for tests. */
public final class CourtFileScenes {
  private final House house;

  public CourtFileScenes(House house) {
    this.house = house;
  }

  /** Makes sure that the organisation has a seal. */
  public void seal(SignedIn prosecutor) {
    OrganisationSeal seals = house.get(OrganisationSeal.class);
    if (seals.find(prosecutor).isEmpty()) {
      seals.make(prosecutor);
    }
  }

  /** Everything that was taken in, in some versions. */
  public CourtFile.Draft draft(UUID investigation, SignedIn who, Version... versions) {
    return new CourtFile.Draft(
        "The quay ring",
        "12/26",
        "en",
        null,
        house.get(Exhibits.class).of(investigation, who).stream()
            .filter(Exhibit::held)
            .map(Exhibit::id)
            .collect(Collectors.toUnmodifiableSet()),
        List.of(versions),
        Set.of("testimony"));
  }

  /** The work of compiling, ended. */
  public Work worked(UUID investigation, CourtFile.Draft draft, SignedIn prosecutor) {
    UUID id = house.get(CourtFiles.class).compile(investigation, draft, prosecutor);
    return EndedWork.of(house.get(BackgroundWork.class), id, prosecutor);
  }

  /** A case file of everything that was taken in, for the prosecution. */
  public UUID compiled(UUID investigation, SignedIn prosecutor) {
    seal(prosecutor);
    worked(investigation, draft(investigation, prosecutor, Version.PROSECUTION), prosecutor);
    return house.get(CourtFiles.class).of(investigation, prosecutor).get(0).id();
  }
}
