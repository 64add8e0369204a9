package org.passerelle.understand.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;

/** A network and its computed dossier, in which every word of the team is poisoned. */
final class DossierScene {
  private static final String POISON = Invented.POISON;
  private final House house;

  DossierScene(House house) {
    this.house = house;
  }

  UUID network(SignedIn who) {
    UUID id = house.get(Networks.class).begin(POISON + " case", POISON + "?", null, who);
    house.get(Changes.class).enter(id, Invented.poisoned(4), who);
    return id;
  }

  void compute(UUID network, Set<UUID> grids, SignedIn who) {
    Work ended = ended(house.get(Dossiers.class).compute(network, grids, who), who);
    assertThat(ended.state()).as(ended.problem()).isEqualTo(WorkState.DONE);
  }

  Work ended(UUID work, SignedIn who) {
    return EndedWork.of(house.get(BackgroundWork.class), work, who);
  }
}
