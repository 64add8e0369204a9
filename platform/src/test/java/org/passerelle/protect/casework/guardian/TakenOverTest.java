package org.passerelle.protect.casework.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.DisclosureRules;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Consents given by a verified person around the person before mandates existed are still valid.
 */
@OnBothDatabases
@Tag("slow")
class TakenOverTest {
  private static final String MIGRATION = "/db/migration/common/V0810__guardian.sql";
  @Parameter House house;

  @Test
  void whoConsentedBeforeKeepsTheMandateToHaveDoneSo() throws IOException {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.minor(scenes.scene("RS", "ngo", "RS", "health"));
    UUID person = around(scene.caseId(), "relative", false, scene);
    UUID one = consentOfBefore(person, "guardian", scenes, scene);
    UUID two = consentOfBefore(person, "guardian", scenes, scene);
    takeOver(scene.caseId());
    List<Mandate> mandates = house.get(Mandates.class).of(scene.caseId(), scene.sender());
    assertThat(mandates).singleElement().satisfies(m -> assertThat(m.person()).isEqualTo(person));
    DisclosureRules rules = house.get(DisclosureRules.class);
    for (UUID id : List.of(one, two)) {
      var consent = house.get(Consents.class).find(id).orElseThrow();
      assertThat(consent.givenBy()).isEqualTo(mandates.get(0).id());
      assertThat(
              rules.against(
                  house.get(Cases.class).find(scene.caseId(), scene.sender()),
                  scene.recipient().organisation(),
                  "assistance",
                  Set.of("case"),
                  consent))
          .isEmpty();
    }
  }

  /** In this case or another, in this file or in one of the same person. */
  @Test
  void whoIsSuspectedAnywhereComesOverSuspended() throws IOException {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.minor(scenes.scene("RS", "ngo", "RS", "health"));
    UUID clean = around(scene.caseId(), "relative", false, scene);
    UUID suspect = around(scene.caseId(), "suspect", false, scene);
    UUID same = around(scene.caseId(), "relative", false, scene);
    UUID named = around(scene.caseId(), "relative", false, scene);
    UUID revoked = around(scene.caseId(), "relative", false, scene);
    UUID other = SomeCase.in("RS").open(house, scene.sender());
    UUID elsewhere = around(other, "relative", true, scene);
    SamePersons files = house.get(SamePersons.class);
    files.statePerson(same, elsewhere, true, "The same passport", scene.sender());
    files.statePerson(
        around(other, "suspect", false, scene), named, true, "The same face", scene.sender());
    files.revoke(
        files.statePerson(revoked, elsewhere, true, "The same name", scene.sender()),
        scene.sender());
    for (UUID person : List.of(clean, suspect, same, named, revoked)) {
      consentOfBefore(person, "guardian", scenes, scene);
    }
    UUID court = consentOfBefore(same, "court", scenes, scene);
    takeOver(scene.caseId());
    assertThat(house.get(Mandates.class).of(scene.caseId(), scene.sender()))
        .hasSize(5)
        .filteredOn(m -> m.suspendedAt() != null)
        .extracting(Mandate::person)
        .containsExactlyInAnyOrder(suspect, same, named);
    assertThat(house.get(Consents.class).find(court).orElseThrow().givenBy())
        .as("a court needs no mandate")
        .isNull();
  }

  private UUID around(UUID caseId, String role, boolean suspected, ReferralScenes.Scene scene) {
    return house
        .get(Relations.class)
        .add(
            caseId,
            SomeCase.in("RS").person(),
            role,
            "parent",
            suspected,
            true,
            null,
            scene.sender());
  }

  private UUID consentOfBefore(
      UUID person, String capacity, ReferralScenes scenes, ReferralScenes.Scene scene) {
    UUID id = scenes.consent(scene, Set.of("case"), "court", null);
    house
        .db()
        .sql("update consent set capacity = :capacity, given_by = :person where id = :id")
        .param("capacity", capacity)
        .param("person", person)
        .param("id", id)
        .update();
    return id;
  }

  /** Effect of the migration on existing data, for one case. */
  private void takeOver(UUID caseId) throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Arrays.stream(all.replaceAll("--[^\n]*", "").split(";", -1))
          .map(String::strip)
          .filter(s -> s.startsWith("insert") || s.startsWith("update"))
          .map(
              s ->
                  s.replace(
                      "where c.given_by is not null",
                      "where c.given_by is not null and c.case_id = :case"))
          .map(
              s ->
                  s.replace(
                      "where given_by is not null",
                      "where given_by is not null and case_id = :case"))
          .map(
              s ->
                  s.replace(
                      "where suspended_at is null",
                      "where suspended_at is null and case_id = :case"))
          .forEach(s -> house.db().sql(s).param("case", caseId).update());
    }
  }
}
