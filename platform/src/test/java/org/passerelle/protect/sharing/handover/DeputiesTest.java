package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Deputies of a focal point, changed by many users at the same moment. */
@OnBothDatabases
class DeputiesTest {
  @Parameter House house;

  @Test
  void ofManyWhoNameOneAtOnceNobodyIsTurnedAwayAndOneIsNamed() throws Exception {
    UUID organisation = Staff.organisation(house).id();
    SignedIn supervisor = house.colleague(organisation, Role.SUPERVISOR);
    UUID focalPoint = focalPoint(organisation);
    UUID one = focalPoint(organisation);
    UUID other = focalPoint(organisation);
    Deputies deputies = house.get(Deputies.class);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      UUID deputy = i % 2 == 0 ? one : other;
      work.add(
          () -> {
            deputies.name(focalPoint, deputy, supervisor);
            return true;
          });
    }
    assertThat(AtOnce.all(16, work)).containsOnly(true);
    assertThat(Set.of(one, other)).contains(deputies.of(organisation).get(focalPoint));
    deputies.name(focalPoint, null, supervisor);
    assertThat(deputies.of(organisation)).isEmpty();
  }

  private UUID focalPoint(UUID organisation) {
    return Staff.user(house, organisation, Role.FOCAL_POINT).user().id();
  }
}
