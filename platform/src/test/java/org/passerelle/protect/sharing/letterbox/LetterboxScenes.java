package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** A case handed over to a country without a node, for tests. */
public final class LetterboxScenes {
  private static final Pattern CODE = Pattern.compile("The code is ([0-9]{4} [0-9]{4})\\.");
  private static final Pattern LINK = Pattern.compile("/letterbox/([A-Za-z0-9_-]{43})");
  final House house;
  final Member sender;
  final SignedIn who;
  final UUID letterbox;

  LetterboxScenes(House house) {
    this(house, "en");
  }

  /** The same with a guest in another language. */
  LetterboxScenes(House house, String language) {
    this.house = house;
    sender = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER, Role.FOCAL_POINT);
    who = Staff.signedIn(sender.user());
    letterbox = letterbox(house, language, "national_coordinator");
  }

  /** A letterbox approved by two administrators. */
  public static UUID letterbox(House house) {
    return letterbox(house, "en", "national_coordinator");
  }

  /**
   * The same.
   *
   * @param language of its reader
   * @param type of organisation
   */
  public static UUID letterbox(House house, String language, String type) {
    UUID letterbox = house.get(Identifiers.class).next();
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    return house.inTransaction(
        () -> {
          house
              .get(Letterboxes.class)
              .add(
                  letterbox,
                  new Letterbox.Draft(
                      "Contact point " + letterbox.toString().substring(0, 8),
                      type,
                      "BG",
                      letterbox + "@example.org",
                      "+359 00 000 001",
                      language),
                  administrator,
                  administrator.user());
          return letterbox;
        });
  }

  UUID file() {
    return SomeCase.in("RS")
        .named("Arta B.")
        .gender("female")
        .nationalities("BG")
        .languages("bg")
        .safe("unknown")
        .knownAs("Lumi")
        .asylum("none")
        .open(house, who);
  }

  /** A dossier that was delivered to the letterbox. */
  UUID sent(UUID caseId, UUID basis) {
    UUID id = new HandOverScenes(house).sent(caseId, letterbox, true, basis, who);
    house.get(LetterboxCarrier.class).carry(letterbox);
    return id;
  }

  UUID basis(UUID caseId) {
    return new HandOverScenes(house).consent(caseId, letterbox, null, who);
  }

  String code(UUID referral) {
    return house.get(SenderView.class).newCode(referral, who);
  }

  String link(UUID referral) {
    return "/letterbox/" + house.get(SenderView.class).newLink(referral, who);
  }

  /** The code as shown once to the user who reads it aloud. */
  String codeOnPage(UUID referral) {
    return shown(referral, "/code", CODE);
  }

  String linkOnPage(UUID referral) {
    return "/letterbox/" + shown(referral, "/link", LINK);
  }

  private String shown(UUID referral, String act, Pattern what) {
    String at = "/protect/letterboxes/" + referral;
    sender.browser().get(at);
    assertThat(sender.browser().post(at + act).location()).isEqualTo(at);
    Matcher shown = what.matcher(sender.browser().get(at).body());
    assertThat(shown.find()).isTrue();
    return shown.group(1);
  }

  /** A guest with both secrets, inside. */
  Browser guest(UUID referral) {
    return guest(house, letterbox, referral, who);
  }

  /** The same for a given sender. */
  public static Browser guest(House house, UUID letterbox, UUID referral, SignedIn sender) {
    house.get(LetterboxCarrier.class).carry(letterbox);
    SenderView view = house.get(SenderView.class);
    Browser guest = new Browser(house);
    String code = view.newCode(referral, sender);
    String link = "/letterbox/" + view.newLink(referral, sender);
    guest.open(link);
    assertThat(guest.post(link, "code", code).location()).isEqualTo("/letterbox");
    assertThat(guest.get("/letterbox").status()).isEqualTo(200);
    return guest;
  }

  /** The guest has accepted it, and the person has set out. */
  void departed(UUID referral) {
    GuestActs acts = house.get(GuestActs.class);
    acts.acknowledge(referral, house.get(Identifiers.class).next(), "Duty officer, 042");
    acts.answer(referral, house.get(Identifiers.class).next(), "", "");
    HandOverScenes steps = new HandOverScenes(house);
    steps.done(referral, Step.RISK, "safe", who);
    steps.done(referral, Step.RETURN_CONSENT, "", who);
    steps.travel(referral, "ngo", "Arrivals, desk 4", who);
    carry();
    recorded(referral, Step.RECEPTION, "planned");
    steps.done(referral, Step.DEPARTED, "", who);
    carry();
  }

  /** Delivers what was sent to the letterbox. */
  void carry() {
    house.get(LetterboxCarrier.class).carry(letterbox);
  }

  /** The guest records a step of today. */
  void recorded(UUID referral, Step step, String state) {
    house
        .get(GuestActs.class)
        .step(
            referral,
            house.get(Identifiers.class).next(),
            new RecordedStep.Draft(
                step, state, new HandOverScenes(house).today(), RecordedStep.Details.of("")));
  }

  /** An act of the guest. */
  static void does(Browser guest, String act, String... fields) {
    guest.get("/letterbox");
    assertThat(guest.post("/letterbox/acts/" + act, fields).location())
        .isEqualTo(
            act.equals("confirm") || act.equals("retained")
                ? "/letterbox/confirmed"
                : "/letterbox");
  }
}
