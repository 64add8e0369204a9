package org.passerelle.bench.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest.State;
import org.passerelle.approval.Approvals;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.identity.elsewhere.Findability;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.handover.CrossBorderHandOvers;
import org.passerelle.protect.sharing.letterbox.Letterbox;
import org.passerelle.protect.sharing.letterbox.Letterboxes;
import org.passerelle.protect.sharing.letterbox.SenderView;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;

/**
 * Work that random clicks seldom complete: each morning somebody hands a case over to another
 * organisation and to a letterbox, makes files findable, and asks whether a person is known. The
 * other users continue from there; a guest reads the letterbox.
 */
final class Abroad {
  private static final String PURPOSE = "protection_and_placement";
  private static final String LETTERBOX = "soak@example.org";
  private static final int CASES = 12;
  private final SoakHouse house;
  private final Random random;
  private int handOvers;
  private int questions;

  Abroad(SoakHouse house, long seed) {
    this.house = house;
    this.random = new Random(seed);
  }

  /** Link and code of a letterbox. */
  record Opened(String link, String code) {}

  /** What was begun so far; what the server refused is not counted. */
  Begun begun() {
    return new Begun(handOvers, questions);
  }

  /** Numbers of hand-overs sent, to letterboxes too, and of questions asked. */
  record Begun(int handOvers, int questions) {}

  /** Hands over and asks; what the server refuses is skipped. */
  List<Opened> morning() {
    List<Opened> opened = new ArrayList<>();
    Optional<UUID> box = letterbox();
    List<SignedIn> managers = with(Role.CASE_MANAGER);
    SignedIn who = managers.get(random.nextInt(managers.size()));
    for (UUID file : files(who)) {
      Case one = house.get(Cases.class).find(file, who);
      Findability findability = house.get(Findability.class);
      List<UUID> partners =
          findability.partners(one).entrySet().stream()
              .filter(e -> e.getValue().isEmpty())
              .map(e -> e.getKey().id())
              .limit(3)
              .toList();
      tried(() -> findability.set(file, partners, who));
      for (UUID partner : partners) {
        tried(() -> ask(file, partner, who));
      }
      box.flatMap(to -> given(file, to, who))
          .ifPresent(id -> tried(() -> opened.add(open(id, who))));
      abroad(one, findability).ifPresent(to -> given(file, to, who));
    }
    return opened;
  }

  private void ask(UUID file, UUID partner, SignedIn who) {
    house
        .get(Questions.class)
        .ask(
            file,
            new Questions.Draft(
                List.of(partner), "matching", new StatedBasis.Choice("law", "Art. 5", null), null),
            who);
    questions++;
  }

  private static Optional<UUID> abroad(Case one, Findability findability) {
    return findability.partners(one).entrySet().stream()
        .filter(e -> e.getValue().isEmpty())
        .map(e -> e.getKey())
        .filter(to -> to.type().equals("national_coordinator"))
        .map(Organisation::id)
        .findFirst();
  }

  private Optional<UUID> given(UUID file, UUID to, SignedIn who) {
    List<UUID> made = new ArrayList<>();
    tried(
        () -> {
          UUID basis =
              house
                  .get(LegalGrounds.class)
                  .record(
                      file,
                      new LegalGround.Draft(
                          "law", PURPOSE, to, null, null, "Article 12", Set.of("identity", "case")),
                      who);
          UUID id =
              house
                  .get(CrossBorderHandOvers.class)
                  .begin(
                      file,
                      new CrossBorderHandOvers.Draft(
                          to,
                          PURPOSE,
                          random.nextBoolean(),
                          house.clock().instant().plus(Duration.ofHours(24)),
                          house.clock().instant().plus(Duration.ofDays(5)),
                          "Please trace the family",
                          true),
                      who);
          house.get(Referrals.class).choose(id, List.of("known_as", "age"), basis, who);
          house.get(Referrals.class).send(id, who);
          made.add(id);
          handOvers++;
        });
    return made.stream().findFirst();
  }

  private Opened open(UUID referral, SignedIn who) {
    SenderView view = house.get(SenderView.class);
    String code = view.newCode(referral, who);
    return new Opened("/letterbox/" + view.newLink(referral, who), code);
  }

  /** The letterbox of the run; a user may have ended the previous one. */
  private Optional<UUID> letterbox() {
    Letterboxes letterboxes = house.get(Letterboxes.class);
    if (box(letterboxes).isEmpty()) {
      SignedIn asks = with(Role.ADMINISTRATOR).get(0);
      Approvals approvals = house.get(Approvals.class);
      tried(
          () ->
              letterboxes.propose(
                  new Letterbox.Draft(
                      "Contact point (soak)",
                      "national_coordinator",
                      "XK",
                      LETTERBOX,
                      "+383 00",
                      "en"),
                  asks));
      approvals.asked(asks).stream()
          .filter(r -> r.kind().equals("letterbox.add") && r.state() == State.WAITING)
          .forEach(r -> tried(() -> agree(approvals, r.id(), r.code(), asks)));
    }
    return box(letterboxes).map(Letterbox::id);
  }

  private void agree(Approvals approvals, UUID request, String code, SignedIn asks) {
    for (SignedIn second : with(Role.ADMINISTRATOR)) {
      if (!second.user().equals(asks.user())
          && approvals.toDecide(second).stream().anyMatch(r -> r.id().equals(request))) {
        approvals.approve(second, request, "");
        return;
      }
    }
    approvals.approveByOperator(code);
  }

  private static Optional<Letterbox> box(Letterboxes letterboxes) {
    return letterboxes.letterboxes().stream()
        .filter(one -> one.active() && one.mail().equals(LETTERBOX))
        .findFirst();
  }

  private List<UUID> files(SignedIn who) {
    return house
        .get(CaseSight.class)
        .sql("select c.id from {own c} where c.state <> 'closed' order by c.changed_at desc", who)
        .query(UUID.class)
        .list()
        .stream()
        .limit(CASES)
        .toList();
  }

  private List<SignedIn> with(Role role) {
    return house.get(Users.class).all().stream()
        .filter(user -> user.active() && user.roles().contains(role))
        .map(Abroad::signedIn)
        .toList();
  }

  private static SignedIn signedIn(User user) {
    return new SignedIn(user.id(), user.name(), user.organisation(), "", Set.copyOf(user.roles()));
  }

  private static void tried(Runnable act) {
    try {
      act.run();
    } catch (Refused | NotFound ofThisHouse) {
      // refused by the server: try the next one
    }
  }
}
