package org.passerelle.protect.referral;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.language.Wording;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.cases.CaseDetails;
import org.passerelle.protect.cases.CaseDraft;
import org.passerelle.protect.cases.CaseOpening;
import org.passerelle.protect.cases.Relations;
import org.passerelle.protect.consent.ConsentDraft;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** Two organisations, a case, and what passes between them: for tests of the exchange. */
public final class ReferralScenes {
  private final House house;

  public ReferralScenes(House house) {
    this.house = house;
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  public String state(UUID id, Scene scene) {
    return referrals().find(id, scene.sender).state();
  }

  public void deliver() {
    house.get(Deliveries.class).deliverDue();
  }

  public UUID draft(Scene scene) {
    return referrals()
        .draft(
            scene.caseId,
            new Referral.Draft(
                scene.recipient.organisation(),
                "medical_care",
                "assistance",
                house.clock().instant().plus(Duration.ofDays(5)),
                "Please see her"),
            scene.sender);
  }

  public UUID sent(Scene scene, UUID basis) {
    UUID id = draft(scene);
    referrals().choose(id, List.of("known_as", "age", "gender"), basis, scene.sender);
    referrals().send(id, scene.sender);
    return id;
  }

  public UUID consent(
      Scene scene,
      Set<String> categories,
      String capacity,
      @org.jspecify.annotations.Nullable UUID guardian) {
    return consent(scene, "assistance", categories, capacity, guardian);
  }

  public UUID consent(
      Scene scene,
      String purpose,
      Set<String> categories,
      String capacity,
      @org.jspecify.annotations.Nullable UUID guardian) {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Consents.class)
        .record(
            scene.caseId,
            new ConsentDraft(
                true,
                purpose,
                scene.recipient.organisation(),
                categories,
                capacity,
                guardian,
                "sq",
                false,
                null,
                today,
                today.plusMonths(6),
                ""),
            scene.sender);
  }

  public UUID guardian(Scene scene, boolean suspected, boolean verified) {
    return house
        .get(Relations.class)
        .add(
            scene.caseId,
            person("no"),
            "guardian",
            "guardian",
            suspected,
            verified,
            null,
            scene.sender);
  }

  public Scene scene(String from, String fromType, String to, String toType) {
    return scene(from, fromType, to, toType, "none");
  }

  public Scene scene(String from, String fromType, String to, String toType, String asylum) {
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    SignedIn sender =
        house.colleague(organisation(from, fromType, administrator), Role.CASE_MANAGER);
    SignedIn recipient =
        house.colleague(organisation(to, toType, administrator), Role.CASE_MANAGER);
    UUID caseId = house.get(CaseOpening.class).open(person("no"), draftOf(asylum), sender);
    return new Scene(sender, recipient, caseId);
  }

  public Scene minor(Scene scene) {
    UUID caseId =
        house.get(CaseOpening.class).open(person("not_sure"), draftOf("none"), scene.sender);
    return new Scene(scene.sender, scene.recipient, caseId);
  }

  private UUID organisation(String country, String type, SignedIn administrator) {
    String handle = "t-" + house.get(Identifiers.class).next();
    Organisation made =
        house
            .get(Organisations.class)
            .create(
                administrator,
                new OrganisationDraft(
                    handle.substring(0, 38),
                    new Wording(Map.of("en", handle, "fr", handle, "sr", handle)),
                    type,
                    country,
                    "",
                    "",
                    "",
                    true));
    return made.id();
  }

  private static PersonDraft person(String mightBeMinor) {
    return new PersonDraft(
        new Identity(List.of(new Identity.Name("name", "Xhemile M.")), "", null, "", ""),
        new Contact("+355 00 000 009", "", ""),
        "female",
        mightBeMinor,
        List.of("AL"),
        List.of("sq"));
  }

  private CaseDraft draftOf(String asylum) {
    return new CaseDraft(
        "RS",
        null,
        LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC),
        "self",
        null,
        "unknown",
        asylum,
        false,
        null,
        List.of(),
        new CaseDetails("Lumi", "", "", ""));
  }

  /** Who sends, who receives, and the sender's case. */
  public record Scene(SignedIn sender, SignedIn recipient, UUID caseId) {}
}
