package org.passerelle.protect.identity.desk;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.passerelle.outbox.Deliveries;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Two officers of two countries who work at one desk. */
@OnBothDatabases
@Tag("slow")
abstract class AtOneDesk {
  @Parameter House house;
  DeskScenes scenes;
  DeskScenes.Side ours;
  DeskScenes.Side theirs;
  UUID desk;

  @BeforeEach
  void twoOfficersInOneOffice() {
    scenes = new DeskScenes(house);
    ours = scenes.side("AL");
    theirs = scenes.side("XK");
    desk = scenes.proposed(ours, theirs.organisation(), scenes.agreement("AL", "XK", true));
    deliver();
    scenes.desks().accept(desk, theirs.lead());
    deliver();
    scenes.atWork(desk, ours);
    scenes.atWork(desk, theirs);
    deliver();
  }

  void deliver() {
    house.get(Deliveries.class).deliverDue();
  }

  UUID shared(UUID screening, String... categories) {
    UUID joint = scenes.shared(desk, screening, ours.officer(), categories);
    deliver();
    return joint;
  }

  JointScreening here(UUID joint) {
    return scenes.joint(desk, joint, ours, ours.officer());
  }

  JointScreening there(UUID joint) {
    return scenes.joint(desk, joint, theirs, theirs.officer());
  }
}
