package org.passerelle.prosecute;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.courtfile.CourtFileScenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.hearing.ChildHearing;
import org.passerelle.prosecute.hearing.ChildHearings;
import org.passerelle.prosecute.investigation.Investigation;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.investigation.NetworkLinks;
import org.passerelle.prosecute.joint.JointExhibits;
import org.passerelle.prosecute.joint.JointScenes;
import org.passerelle.prosecute.measure.Asset;
import org.passerelle.prosecute.measure.Assets;
import org.passerelle.prosecute.measure.Measure;
import org.passerelle.prosecute.measure.Measures;
import org.passerelle.prosecute.order.CourtOrder;
import org.passerelle.prosecute.order.CourtOrders;
import org.passerelle.prosecute.parallel.Parallels;
import org.passerelle.prosecute.proceeding.Outcome;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.proceeding.Proceeding;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.prosecute.request.RequestScenes;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.suspect.Traits;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.understand.network.Networks;

/** What tests of this room begin with. */
public final class Scenes {
  public static final Suspect.Coded UNKNOWN = new Suspect.Coded(null, null, null, null, null);
  private final House house;

  public Scenes(House house) {
    this.house = house;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  public Investigation.Draft draft(String title) {
    return new Investigation.Draft(
        "trafficking", "FR", null, today(), new Investigation.Words(title, "", ""));
  }

  /** An investigation with its prosecutor. */
  public Begun begun() {
    return begun(colleague(Staff.organisation(house).id(), Role.PROSECUTOR));
  }

  public Begun begun(SignedIn prosecutor) {
    return new Begun(
        house.get(Investigations.class).begin(draft("The quay ring"), prosecutor), prosecutor);
  }

  /** A user with an account, who can be on a team. */
  public SignedIn colleague(UUID organisation, Role first, Role... more) {
    return Staff.signedIn(Staff.user(house, organisation, first, more).user());
  }

  public record Begun(UUID id, SignedIn prosecutor) {}

  /** An investigation that a case has entered on a consent, with what the case's team knows. */
  public Entered entered(Set<String> categories) {
    return entered(new ReferralScenes(house).scene("RS", "ngo", "RS", "prosecutor"), categories);
  }

  public Entered entered(ReferralScenes.Scene scene, Set<String> categories) {
    ReferralScenes scenes = new ReferralScenes(house);
    Begun begun = begun(colleague(scene.recipient().organisation(), Role.PROSECUTOR));
    UUID basis = scenes.consent(scene, "prosecution", categories, "adult", null);
    UUID victim = house.get(Victims.class).enter(begun.id, basis, begun.prosecutor);
    return new Entered(scene, begun.id, begun.prosecutor, basis, victim);
  }

  /** The case's team writes down whom it suspects; a name and a telephone may be empty. */
  public void names(ReferralScenes.Scene scene, String name, String phone) {
    house
        .get(Relations.class)
        .add(
            scene.caseId(),
            new PersonDraft(
                new Identity(
                    name.isEmpty() ? List.of() : List.of(new Identity.Name("name", name)),
                    "",
                    null,
                    "",
                    ""),
                new Contact(phone, "", ""),
                null,
                "no",
                List.of(),
                List.of()),
            "suspect",
            "exploiter",
            true,
            false,
            null,
            scene.sender());
  }

  public record Entered(
      ReferralScenes.Scene scene, UUID id, SignedIn prosecutor, UUID basis, UUID victim) {}

  public UUID suspect(UUID investigation, String name, UUID victim, SignedIn who) {
    return house.get(Suspects.class).enter(investigation, suspect(name, "suspect", victim), who);
  }

  public UUID suspect(UUID investigation, String name, SignedIn who) {
    return house
        .get(Suspects.class)
        .enter(
            investigation,
            new Suspect.Draft("natural", "suspect", identity(name), null, UNKNOWN),
            who);
  }

  /** An investigation with something in each part: identifiers by what stands before them. */
  public Map<String, UUID> whole(SignedIn prosecutor) {
    return filled(begun(prosecutor).id, prosecutor);
  }

  /** The same in one that was begun. */
  public Map<String, UUID> filled(UUID investigation, SignedIn prosecutor) {
    UUID suspect = suspect(investigation, "Anton Grey", prosecutor);
    house
        .get(Traits.class)
        .add(investigation, suspect, "phone", new Traits.Words("+33600000014", ""), prosecutor);
    Charge.Draft charge = new Charge.Draft(suspect, "trafficking-fr", today(), List.of());
    Measure.Draft measure =
        new Measure.Draft(
            "search", suspect, today(), today(), null, new Measure.Words("A court", "", "", ""));
    Asset.Draft asset = new Asset.Draft("vehicle", suspect, null, "EUR", "RS", "A car");
    Charge.Draft brought = new Charge.Draft(suspect, "trafficking-fr", today(), List.of());
    UUID before = broughtBefore(investigation, brought, prosecutor);
    UUID car = house.get(Assets.class).enter(investigation, asset, prosecutor);
    UUID exhibit =
        new ExhibitScenes(house)
            .held(investigation, "a.pdf", ExhibitScenes.pdf("A report"), prosecutor);
    UUID person =
        house
            .get(ProtectedPersons.class)
            .enter(investigation, null, "defence", List.of("Milena Blue"), prosecutor);
    UUID joint = new JointScenes(house).whole(investigation, prosecutor);
    house.get(JointExhibits.class).share(joint, exhibit, prosecutor);
    return Map.ofEntries(
        Map.entry("/investigations/", investigation),
        Map.entry("/proceedings/", before),
        Map.entry("/outcomes/", decided(investigation, before, prosecutor)),
        Map.entry("/orders/", confiscated(investigation, before, car, prosecutor)),
        Map.entry("/dismantling/", network(investigation, prosecutor)),
        Map.entry("/requests/", RequestScenes.drafted(house, investigation, prosecutor)),
        Map.entry("/joint-teams/", joint),
        Map.entry(
            "/plan/", new JointScenes(house).step(joint, prosecutor.organisation(), 9, prosecutor)),
        Map.entry(
            "/joint-invitations/", new JointScenes(house).inviting(investigation, prosecutor)),
        Map.entry("/parallels/", parallel(investigation, prosecutor)),
        Map.entry("/hearings/", hearing(investigation, prosecutor)),
        Map.entry("/exhibits/", exhibit),
        Map.entry("/shared-exhibits/", exhibit),
        Map.entry("/protected/", person),
        Map.entry("/case-files/", new CourtFileScenes(house).compiled(investigation, prosecutor)),
        Map.entry("/suspects/", suspect),
        Map.entry("/charges/", house.get(Charges.class).propose(investigation, charge, prosecutor)),
        Map.entry(
            "/measures/", house.get(Measures.class).order(investigation, measure, prosecutor)),
        Map.entry("/assets/", car));
  }

  /** A proceeding about a charge that was brought. */
  private UUID broughtBefore(UUID investigation, Charge.Draft draft, SignedIn prosecutor) {
    Charges charges = house.get(Charges.class);
    UUID charge = charges.propose(investigation, draft, prosecutor);
    charges.bring(investigation, charge, today(), "", prosecutor);
    return proceeding(investigation, prosecutor, charge);
  }

  /** A proceeding at first instance that was opened today. */
  public UUID proceeding(UUID investigation, SignedIn prosecutor, UUID... charges) {
    return house
        .get(Proceedings.class)
        .enter(
            investigation,
            new Proceeding.Draft(
                "FR",
                "first_instance",
                today(),
                new Proceeding.Words("A court", "12/26"),
                List.of(charges)),
            prosecutor);
  }

  private UUID network(UUID investigation, SignedIn prosecutor) {
    UUID network = house.get(Networks.class).begin("Ring", "?", null, prosecutor);
    house.get(NetworkLinks.class).link(investigation, network, prosecutor);
    return network;
  }

  /** Another office charges the same suspect, recognised by the telephone. */
  private UUID parallel(UUID investigation, SignedIn prosecutor) {
    charged(begun(), "+33600000014", today());
    return house.get(Parallels.class).of(investigation, prosecutor).get(0).id();
  }

  /** A charge that was brought against a suspect with a telephone. */
  public UUID charged(Begun in, String phone, LocalDate day) {
    UUID suspect = suspect(in.id, "Anton Grey", in.prosecutor);
    house
        .get(Traits.class)
        .add(in.id, suspect, "phone", new Traits.Words(phone, ""), in.prosecutor);
    Charges charges = house.get(Charges.class);
    UUID charge =
        charges.propose(
            in.id, new Charge.Draft(suspect, "trafficking-fr", day, List.of()), in.prosecutor);
    charges.bring(in.id, charge, today(), "", in.prosecutor);
    return charge;
  }

  private UUID confiscated(UUID investigation, UUID proceeding, UUID asset, SignedIn prosecutor) {
    CourtOrder.Draft draft =
        new CourtOrder.Draft("confiscation", null, null, null, "EUR", today(), List.of(asset), "");
    return house.get(CourtOrders.class).enter(investigation, proceeding, draft, prosecutor);
  }

  private UUID decided(UUID investigation, UUID proceeding, SignedIn prosecutor) {
    UUID charge =
        house.get(Proceedings.class).find(investigation, proceeding, prosecutor).charges().get(0);
    return house
        .get(Outcomes.class)
        .decide(
            investigation,
            proceeding,
            new Outcome.Draft(charge, "convicted", today(), null, ""),
            prosecutor);
  }

  /** A hearing that is planned for a child whom the investigators know themselves. */
  public UUID hearing(UUID investigation, SignedIn who) {
    Victim.Facts facts = new Victim.Facts(null, null, true, null, List.of(), today());
    ChildHearing.Plan plan =
        new ChildHearing.Plan(
            house.get(Victims.class).enterOwn(investigation, facts, who),
            house.clock().instant(),
            "specialised",
            "video",
            null,
            List.of("apart"),
            new ChildHearing.Words("A court", "", "", "", "", "", ""));
    return house.get(ChildHearings.class).plan(investigation, plan, who);
  }

  public static Suspect.Draft suspect(String name, String state, @Nullable UUID victim) {
    return new Suspect.Draft("natural", state, identity(name), victim, UNKNOWN);
  }

  public static Suspect.Identity identity(String name) {
    return new Suspect.Identity(name, "", "", "", "");
  }

  public static List<Role> others() {
    return List.of(
        Role.SUPERVISOR,
        Role.CASE_MANAGER,
        Role.ANALYST,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.DATA_PROTECTION_OFFICER,
        Role.PROGRAMME_MANAGER);
  }
}
