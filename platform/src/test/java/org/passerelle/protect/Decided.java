package org.passerelle.protect;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.storage.House;

/** Carries out acts that need two persons. */
record Decided(House house, Judge judge) {

  void byTwo(HandsWorld world) {
    Set<UUID> ours =
        world.organisations.stream().map(HandsWorld.Organisation::id).collect(Collectors.toSet());
    house
        .db()
        .sql("select organisation, asked_by, decided_by, state from approval_request")
        .query()
        .listOfRows()
        .forEach(
            row -> {
              if (ours.contains(row.get("organisation"))
                  && Objects.equals(row.get("asked_by"), row.get("decided_by"))
                  && "approved".equals(row.get("state"))) {
                judge.broke("somebody agreed to their own request: " + row);
              }
            });
  }
}
