package org.passerelle.protect.sharing.referral;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Wording;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.guardian.Mandate;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.consent.VitalReview;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** Two organisations, a case, and the messages between them, for tests of the exchange. */
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
    return draft(scene, "Please see her");
  }

  /**
   * A draft of a referral.
   *
   * @param words text of the sender's request
   */
  public UUID draft(Scene scene, String words) {
    return referrals()
        .draft(
            scene.caseId,
            new Referral.Draft(
                scene.recipient.organisation(),
                "medical_care",
                "assistance",
                house.clock().instant().plus(Duration.ofDays(5)),
                words),
            scene.sender);
  }

  public UUID sent(Scene scene, UUID basis) {
    UUID id = draft(scene);
    referrals().choose(id, List.of("known_as", "age", "gender"), basis, scene.sender);
    referrals().send(id, scene.sender);
    return id;
  }

  /** Passes on data of a case received from others, on a basis that a second person approved. */
  public UUID passedOn(Scene scene, UUID ground, List<String> fields) {
    UUID id = draft(scene);
    referrals().choose(id, fields, ground, scene.sender);
    SignedIn second = house.colleague(scene.sender.organisation(), Role.SUPERVISOR);
    house.inTransaction(
        () -> {
          house.get(ReferralSending.class).sendNow(id, scene.sender, second);
          return true;
        });
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

  /** The supervisor's review of it. */
  public static VitalReview finding(boolean upheld) {
    return new VitalReview(upheld, upheld, true, "nothing", "");
  }

  /** A legal basis that a supervisor must be told of. */
  public UUID vitalInterests(Scene scene) {
    return house
        .get(LegalGrounds.class)
        .record(
            scene.caseId,
            new LegalGround.Draft(
                "vital_interests",
                "assistance",
                scene.recipient.organisation(),
                null,
                null,
                "Not breathing well",
                Set.of("case", "identity")),
            scene.sender);
  }

  /** A guardian of the person of a case, with known data. */
  public UUID guardian(Scene scene, boolean suspected, boolean verified) {
    return guardian(house, scene.caseId, suspected, verified, scene.sender);
  }

  /** The mandate of a person around the person of a case. */
  public static UUID guardian(
      House house, UUID caseId, boolean suspected, boolean verified, SignedIn who) {
    UUID person =
        house
            .get(Relations.class)
            .add(
                caseId,
                SomeCase.in("RS").person(),
                "guardian",
                "guardian",
                suspected,
                verified,
                null,
                who);
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Mandates.class)
        .record(
            caseId,
            new Mandate.Draft(
                person,
                "guardian",
                today,
                today,
                today.plusYears(1),
                new Mandate.Words("", "Guardianship court", "G 12", ""),
                verified ? "The decision was seen" : ""),
            who);
  }

  /** The file of a mandate's holder. */
  public UUID person(UUID mandate) {
    return house
        .db()
        .sql("select person from guardian_mandate where id = :id")
        .param("id", mandate)
        .query(UUID.class)
        .single();
  }

  /** Erases the person of the sender's case, with approval. */
  public void erase(Scene scene, UUID file) {
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(file, scene.sender).person().id(),
            scene.sender.organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            house.colleague(scene.sender.organisation(), Role.SUPERVISOR));
  }

  public Scene scene(String from, String fromType, String to, String toType) {
    return scene(from, fromType, to, toType, "none");
  }

  public Scene scene(String from, String fromType, String to, String toType, String asylum) {
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    SignedIn sender =
        house.colleague(organisation(from, fromType, administrator), Role.CASE_MANAGER);
    return scene(sender, to, toType, file().asylum(asylum));
  }

  /** The same with the sender's browser, or a case of its own, if the test needs it. */
  public Scene scene(SignedIn sender, String to, String toType, SomeCase file) {
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    SignedIn recipient =
        house.colleague(organisation(to, toType, administrator), Role.CASE_MANAGER);
    return new Scene(sender, recipient, file.open(house, sender));
  }

  /** The same with the recipient's browser, if the test needs it. */
  public Scene with(Member recipient, Scene scene) {
    return new Scene(scene.sender, Staff.signedIn(recipient.user()), scene.caseId);
  }

  /** What a clinic received on a consent, and the browser of its recipient. */
  public Given given() {
    Scene made = scene("RS", "ngo", "RS", "health");
    Member recipient = Member.in(house, made.recipient.organisation(), Role.CASE_MANAGER);
    Scene scene = with(recipient, made);
    UUID basis = consent(scene, Set.of("identity", "case"), "adult", null);
    UUID id = sent(scene, basis);
    deliver();
    return new Given(scene, recipient, basis, id);
  }

  /** A referral that has arrived. */
  public record Given(Scene scene, Member recipient, UUID basis, UUID id) {}

  public Scene minor(Scene scene) {
    UUID caseId = file().minor("not_sure").open(house, scene.sender);
    return new Scene(scene.sender, scene.recipient, caseId);
  }

  /** The default case of every scene. */
  public static SomeCase file() {
    return SomeCase.in("RS")
        .named("Xhemile M.")
        .reachedBy("+355 00 000 009")
        .gender("female")
        .nationalities("AL")
        .languages("sq")
        .safe("unknown")
        .knownAs("Lumi");
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

  /** Sender, recipient, and the sender's case. */
  public record Scene(SignedIn sender, SignedIn recipient, UUID caseId) {}
}
