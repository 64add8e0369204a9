package org.passerelle.protect.casework.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Deliveries;
import org.passerelle.prosecute.Scenes;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.care.plan.CarePlans;
import org.passerelle.protect.casework.care.plan.CareStep;
import org.passerelle.protect.casework.care.plan.CareSteps;
import org.passerelle.protect.casework.care.plan.Goal;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.compensation.Claim;
import org.passerelle.protect.casework.compensation.Claims;
import org.passerelle.protect.casework.determination.DeterminationScenes;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.stay.HouseSheets;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.casework.solution.DurableSolution;
import org.passerelle.protect.casework.solution.DurableSolutions;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.letterbox.LetterboxScenes;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.transfer.TransferScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.understand.network.Networks;

/**
 * A child who lives in a place, with everything around it that others receive: a referral, a
 * hand-over, a transfer and a letterbox, all delivered, and a network.
 */
final class LeakScene {
  private static final Pattern VARIABLE = Pattern.compile("(/[a-z-]+/)\\{[^}]+}");
  private static final Pattern ANY = Pattern.compile("\\{[^}]+}");
  private final House house;
  final ReferralScenes.Scene scene;
  final UUID organisation;
  final Member officer;

  /** A user of the organisation with every casework role except placement. */
  final Member most;

  /** Identifiers by the preceding part of a URL. */
  final Map<String, UUID> known = new LinkedHashMap<>();

  private ReferralScenes.Scene abroad;

  LeakScene(House house) {
    this.house = house;
    scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    abroad = scene;
    organisation = scene.sender().organisation();
    officer = Member.in(house, organisation, Role.PLACEMENT_OFFICER);
    most =
        Member.in(
            house,
            organisation,
            Role.CASE_MANAGER,
            Role.SUPERVISOR,
            Role.FOCAL_POINT,
            Role.DATA_PROTECTION_OFFICER,
            Role.PROSECUTOR,
            Role.INVESTIGATOR,
            Role.ANALYST,
            Role.NATIONAL_COORDINATOR);
    known.put("/cases/", scene.caseId());
    known.put("/organisations/", organisation);
    known.put("/users/", officer.user().id());
  }

  /** A user of the receiving organisation with every casework role. */
  List<Member> receivers() {
    return List.of(
        receiver(scene.recipient().organisation()), receiver(abroad.recipient().organisation()));
  }

  private Member receiver(UUID there) {
    return Member.in(
        house,
        there,
        Role.CASE_MANAGER,
        Role.SUPERVISOR,
        Role.FOCAL_POINT,
        Role.PLACEMENT_OFFICER,
        Role.NATIONAL_COORDINATOR);
  }

  /** A child of the case lives there, with everything that a stay can contain. */
  void placed(UUID place) {
    SignedIn places = Staff.signedIn(officer.user());
    Waiting waiting = house.get(Waiting.class);
    Placements placements = house.get(Placements.class);
    PlacementRequest wait =
        waiting.find(
            waiting.ask(
                scene.caseId(),
                0,
                waiting.proposed(scene.caseId(), scene.sender()),
                scene.sender()),
            places);
    placements.hold(wait.id(), place, places);
    UUID bed = placements.held(wait, places).get(0).id();
    UUID stay = placements.expect(wait.id(), bed, "She is grown up", places);
    Stays stays = house.get(Stays.class);
    stays.arrive(stay, places);
    stays.write(stay, "incident", "Fell from the stairs", scene.sender());
    house.get(HouseSheets.class).write(stay, Map.of("care", "Nuts"), scene.sender());
    stays.missing(stay, "At the station", scene.sender());
    known.put("/places/", place);
    known.put("/stays/", stay);
    known.put("/residents/", stay);
    known.put("/children/", waiting.move(wait.id(), places));
  }

  /** What others receive about it. */
  void given() {
    ReferralScenes referrals = new ReferralScenes(house);
    UUID basis = referrals.consent(scene, Set.of("identity", "case"), "adult", null);
    known.put("/referrals/", referrals.sent(scene, basis));
    known.put("/received/", Objects.requireNonNull(known.get("/referrals/")));
    abroad = referrals.scene(scene.sender(), "BG", "ngo", ReferralScenes.file());
    HandOverScenes across = new HandOverScenes(house);
    UUID there = abroad.recipient().organisation();
    UUID agreed = across.consent(abroad.caseId(), there, null, scene.sender());
    known.put("/handovers/", across.sent(abroad.caseId(), there, true, agreed, scene.sender()));
    UUID letterbox = LetterboxScenes.letterbox(house);
    UUID other = referrals.scene(scene.sender(), "BG", "ngo", ReferralScenes.file()).caseId();
    UUID post = across.consent(other, letterbox, null, scene.sender());
    known.put("/letterboxes/", across.sent(other, letterbox, true, post, scene.sender()));
    house.get(Deliveries.class).deliverDue();
    known.put("/transfers/", new TransferScenes(house, scene).proposed());
    SignedIn analyst = Staff.signedIn(most.user());
    known.put(
        "/networks/", house.get(Networks.class).begin("Ring", "Who leads it?", null, analyst));
    known.putAll(new Scenes(house).whole(analyst));
    known.put("/sent/", Objects.requireNonNull(known.get("/referrals/")));
    house.get(Deliveries.class).deliverDue();
  }

  /** What a case can contain. */
  void kept() {
    UUID file = scene.caseId();
    SignedIn who = scene.sender();
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    house.get(CaseNotes.class).note(file, "supervision", "She is well", who);
    byte[] content = "Seen".getBytes(StandardCharsets.UTF_8);
    house.get(CaseAttachments.class).add(file, "other", "paper.txt", content, who);
    house
        .get(Claims.class)
        .open(
            file,
            new Claim.Draft("civil_court", "RS", "EUR", new Claim.Words("", "", "", "")),
            who);
    Goal.Draft aim = new Goal.Draft("schooling", "Back to school", null);
    UUID goal = house.get(CarePlans.class).add(file, aim, who);
    CareStep.Words step = new CareStep.Words("Ask the school", "");
    known.put("/goals/", goal);
    known.put(
        "/steps/",
        house
            .get(CareSteps.class)
            .add(
                file,
                goal,
                new CareStep.Draft(
                    step, house.clock().instant().plus(Duration.ofDays(9)), who.user()),
                who));
    new DeterminationScenes(house).made(file, "integration", "in_favour", who);
    ReferralScenes.guardian(house, file, false, true, who);
    house
        .get(FollowUps.class)
        .plan(file, new FollowUp.Draft("closure", "call", today, who.user(), ""), who);
    known.put("/forms/", house.get(CaseForms.class).start(file, "follow-up-short", who));
    house
        .get(DurableSolutions.class)
        .prepare(file, "integration", "RS", new DurableSolution.Words("A flat"), who);
    known.put(
        "/catalogue/",
        house
            .get(Catalogue.class)
            .add(
                new CareService(
                    "Clinic",
                    "",
                    List.of("medical"),
                    "active",
                    null,
                    null,
                    List.of("sr"),
                    new CareService.Where("", "", "Niš", "RS", ""),
                    new CareService.When(List.of(), "", "", ""),
                    new CareService.Cost(null, "", ""),
                    new CareService.Contact("", "", "", "", ""),
                    null),
                Staff.signedIn(most.user())));
  }

  /** The URL with the scene's values for all variables; empty if one is missing. */
  Optional<String> meant(String path) {
    String filled =
        VARIABLE
            .matcher(path)
            .replaceAll(
                found -> {
                  UUID one = known.get(found.group(1));
                  return one == null ? found.group().replace("{", "\\\\{") : found.group(1) + one;
                });
    return filled.contains("{") ? Optional.empty() : Optional.of(filled);
  }

  /** The same with something unknown for the missing ones. */
  String filled(String path) {
    return ANY.matcher(meant(path).orElse(path))
        .replaceAll(found -> house.get(Identifiers.class).next().toString());
  }

  /** A user of each role and those who have several, by name; none of the placing team. */
  Map<String, Member> readers() {
    Map<String, Member> readers = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      boolean places = role == Role.PLACEMENT_OFFICER;
      readers.put(
          role.name(), places ? Member.of(house, role) : Member.in(house, organisation, role));
    }
    readers.put("who has most", most);
    List<Member> receivers = receivers();
    readers.put("who receives", receivers.get(0));
    readers.put("who receives abroad", receivers.get(1));
    return readers;
  }

  /** A guest with link and code, inside the letterbox. */
  Browser guest() {
    String at = "/protect/letterboxes/" + known.get("/letterboxes/");
    String link = "/letterbox/" + shown(at, "/link", "/letterbox/([A-Za-z0-9_-]{43})");
    String code = shown(at, "/code", "([0-9]{4} [0-9]{4})\\.");
    Browser guest = new Browser(house);
    guest.open(link);
    assertThat(guest.post(link, "code", code).location()).isEqualTo("/letterbox");
    return guest;
  }

  private String shown(String at, String act, String what) {
    Browser sender = most.browser();
    sender.get(at);
    sender.post(at + act);
    Matcher shown = Pattern.compile(what).matcher(sender.get(at).body());
    assertThat(shown.find()).as(act).isTrue();
    return shown.group(1);
  }
}
